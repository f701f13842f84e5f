module {
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: memref<?x4xf32>, %arg2: memref<4xf32>, %arg3: memref<*xf32>, %arg4: memref<2xindex>, %arg5: memref<8x8xf32, strided<[?, ?], offset: ?>>, %arg6: memref<64xi8>, %arg7: memref<f32>):
    %subview = memref.subview %arg1[0, 1] [2, %arg0] [1, 1] : memref<?x4xf32> to memref<2x?xf32, strided<[4, 1], offset: 1>>
    %subview_0 = memref.subview %arg1[%arg0, %arg0] [%arg0, 1] [%arg0, 1] {a = 1 : i32} : memref<?x4xf32> to memref<?xf32, strided<[?], offset: ?>>
    %subview_1 = memref.subview %arg7[] [] [] : memref<f32> to memref<f32>
    %subview_2 = memref.subview %arg2[1] [1] [1] : memref<4xf32> to memref<f32, strided<[], offset: 1>>
    %reinterpret_cast = memref.reinterpret_cast %arg2 to offset: [0], sizes: [2, 2], strides: [2, 1] : memref<4xf32> to memref<2x2xf32>
    %reinterpret_cast_3 = memref.reinterpret_cast %arg3 to offset: [%arg0], sizes: [2, %arg0], strides: [%arg0, 1] : memref<*xf32> to memref<2x?xf32, strided<[?, 1], offset: ?>>
    %reinterpret_cast_4 = memref.reinterpret_cast %arg2 to offset: [3], sizes: [], strides: [] : memref<4xf32> to memref<f32, strided<[], offset: 3>>
    %collapse_shape = memref.collapse_shape %arg1 [[0, 1]] : memref<?x4xf32> into memref<?xf32>
    %collapse_shape_5 = memref.collapse_shape %arg5 [[0, 1]] : memref<8x8xf32, strided<[?, ?], offset: ?>> into memref<64xf32, strided<[?], offset: ?>>
    %expand_shape = memref.expand_shape %arg2 [[0, 1]] output_shape [2, 2] : memref<4xf32> into memref<2x2xf32>
    %expand_shape_6 = memref.expand_shape %arg1 [[0, 1], [2]] output_shape [%arg0, 2, 4] {b} : memref<?x4xf32> into memref<?x2x4xf32>
    %expand_shape_7 = memref.expand_shape %arg5 [[0], [1, 2]] output_shape [8, 2, 4] : memref<8x8xf32, strided<[?, ?], offset: ?>> into memref<8x2x4xf32, strided<[?, ?, ?], offset: ?>>
    %expand_shape_8 = memref.expand_shape %arg7 [] output_shape [1, 1] : memref<f32> into memref<1x1xf32>
    %transpose = memref.transpose %arg1 (d0, d1) -> (d1, d0) : memref<?x4xf32> to memref<4x?xf32, strided<[1, 4]>>
    %transpose_9 = memref.transpose %arg5 (d0, d1) -> (d1, d0) {c} : memref<8x8xf32, strided<[?, ?], offset: ?>> to memref<8x8xf32, strided<[?, ?], offset: ?>>
    %reshape = memref.reshape %arg2(%arg4) : (memref<4xf32>, memref<2xindex>) -> memref<2x2xf32>
    %reshape_10 = memref.reshape %arg3(%arg4) : (memref<*xf32>, memref<2xindex>) -> memref<?x?xf32>
    %view = memref.view %arg6[%arg0][] : memref<64xi8> to memref<4xf32>
    %view_11 = memref.view %arg6[%arg0][%arg0, %arg0] : memref<64xi8> to memref<?x?xf32>
    %assume_align = memref.assume_alignment %arg2, 16 : memref<4xf32>
    %memspacecast = memref.memory_space_cast %arg2 : memref<4xf32> to memref<4xf32, 1>
    %memspacecast_12 = memref.memory_space_cast %arg3 : memref<*xf32> to memref<*xf32, 3>
    %0:2 = memref.distinct_objects %arg2, %arg1 {b} : memref<4xf32>, memref<?x4xf32>
    %1 = memref.rank %arg3 : memref<*xf32>
    %intptr = memref.extract_aligned_pointer_as_index %arg2 : memref<4xf32> -> index
    %base_buffer, %offset, %sizes, %strides = memref.extract_strided_metadata %arg2 : memref<4xf32> -> memref<f32>, index, index, index
    %base_buffer_13, %offset_14, %sizes_15:2, %strides_16:2 = memref.extract_strided_metadata %arg1 : memref<?x4xf32> -> memref<f32>, index, index, index, index, index
    %base_buffer_17, %offset_18 = memref.extract_strided_metadata %arg7 : memref<f32> -> memref<f32>, index
    "t.u"(%base_buffer_13, %offset_14, %sizes_15#1, %strides_16#1, %strides, %0#1) : (memref<f32>, index, index, index, index, memref<?x4xf32>) -> ()
    "t.end"() : () -> ()
  }) : () -> ()
}

