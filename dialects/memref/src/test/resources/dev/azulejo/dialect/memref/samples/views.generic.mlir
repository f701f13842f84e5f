#map = affine_map<(d0, d1) -> (d1, d0)>
"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: memref<?x4xf32>, %arg2: memref<4xf32>, %arg3: memref<*xf32>, %arg4: memref<2xindex>, %arg5: memref<8x8xf32, strided<[?, ?], offset: ?>>, %arg6: memref<64xi8>, %arg7: memref<f32>):
    %0 = "memref.subview"(%arg1, %arg0) <{operandSegmentSizes = array<i32: 1, 0, 1, 0>, static_offsets = array<i64: 0, 1>, static_sizes = array<i64: 2, -9223372036854775808>, static_strides = array<i64: 1, 1>}> : (memref<?x4xf32>, index) -> memref<2x?xf32, strided<[4, 1], offset: 1>>
    %1 = "memref.subview"(%arg1, %arg0, %arg0, %arg0, %arg0) <{operandSegmentSizes = array<i32: 1, 2, 1, 1>, static_offsets = array<i64: -9223372036854775808, -9223372036854775808>, static_sizes = array<i64: -9223372036854775808, 1>, static_strides = array<i64: -9223372036854775808, 1>}> {a = 1 : i32} : (memref<?x4xf32>, index, index, index, index) -> memref<?xf32, strided<[?], offset: ?>>
    %2 = "memref.subview"(%arg7) <{operandSegmentSizes = array<i32: 1, 0, 0, 0>, static_offsets = array<i64>, static_sizes = array<i64>, static_strides = array<i64>}> : (memref<f32>) -> memref<f32>
    %3 = "memref.subview"(%arg2) <{operandSegmentSizes = array<i32: 1, 0, 0, 0>, static_offsets = array<i64: 1>, static_sizes = array<i64: 1>, static_strides = array<i64: 1>}> : (memref<4xf32>) -> memref<f32, strided<[], offset: 1>>
    %4 = "memref.reinterpret_cast"(%arg2) <{operandSegmentSizes = array<i32: 1, 0, 0, 0>, static_offsets = array<i64: 0>, static_sizes = array<i64: 2, 2>, static_strides = array<i64: 2, 1>}> : (memref<4xf32>) -> memref<2x2xf32>
    %5 = "memref.reinterpret_cast"(%arg3, %arg0, %arg0, %arg0) <{operandSegmentSizes = array<i32: 1, 1, 1, 1>, static_offsets = array<i64: -9223372036854775808>, static_sizes = array<i64: 2, -9223372036854775808>, static_strides = array<i64: -9223372036854775808, 1>}> : (memref<*xf32>, index, index, index) -> memref<2x?xf32, strided<[?, 1], offset: ?>>
    %6 = "memref.reinterpret_cast"(%arg2) <{operandSegmentSizes = array<i32: 1, 0, 0, 0>, static_offsets = array<i64: 3>, static_sizes = array<i64>, static_strides = array<i64>}> : (memref<4xf32>) -> memref<f32, strided<[], offset: 3>>
    %7 = "memref.collapse_shape"(%arg1) <{reassociation = [[0, 1]]}> : (memref<?x4xf32>) -> memref<?xf32>
    %8 = "memref.collapse_shape"(%arg5) <{reassociation = [[0, 1]]}> : (memref<8x8xf32, strided<[?, ?], offset: ?>>) -> memref<64xf32, strided<[?], offset: ?>>
    %9 = "memref.expand_shape"(%arg2) <{reassociation = [[0, 1]], static_output_shape = array<i64: 2, 2>}> : (memref<4xf32>) -> memref<2x2xf32>
    %10 = "memref.expand_shape"(%arg1, %arg0) <{reassociation = [[0, 1], [2]], static_output_shape = array<i64: -9223372036854775808, 2, 4>}> {b} : (memref<?x4xf32>, index) -> memref<?x2x4xf32>
    %11 = "memref.expand_shape"(%arg5) <{reassociation = [[0], [1, 2]], static_output_shape = array<i64: 8, 2, 4>}> : (memref<8x8xf32, strided<[?, ?], offset: ?>>) -> memref<8x2x4xf32, strided<[?, ?, ?], offset: ?>>
    %12 = "memref.expand_shape"(%arg7) <{reassociation = [], static_output_shape = array<i64: 1, 1>}> : (memref<f32>) -> memref<1x1xf32>
    %13 = "memref.transpose"(%arg1) <{permutation = #map}> : (memref<?x4xf32>) -> memref<4x?xf32, strided<[1, 4]>>
    %14 = "memref.transpose"(%arg5) <{permutation = #map}> {c} : (memref<8x8xf32, strided<[?, ?], offset: ?>>) -> memref<8x8xf32, strided<[?, ?], offset: ?>>
    %15 = "memref.reshape"(%arg2, %arg4) : (memref<4xf32>, memref<2xindex>) -> memref<2x2xf32>
    %16 = "memref.reshape"(%arg3, %arg4) : (memref<*xf32>, memref<2xindex>) -> memref<?x?xf32>
    %17 = "memref.view"(%arg6, %arg0) : (memref<64xi8>, index) -> memref<4xf32>
    %18 = "memref.view"(%arg6, %arg0, %arg0, %arg0) : (memref<64xi8>, index, index, index) -> memref<?x?xf32>
    %19 = "memref.assume_alignment"(%arg2) <{alignment = 16 : i32}> : (memref<4xf32>) -> memref<4xf32>
    %20 = "memref.memory_space_cast"(%arg2) : (memref<4xf32>) -> memref<4xf32, 1>
    %21 = "memref.memory_space_cast"(%arg3) : (memref<*xf32>) -> memref<*xf32, 3>
    %22:2 = "memref.distinct_objects"(%arg2, %arg1) {b} : (memref<4xf32>, memref<?x4xf32>) -> (memref<4xf32>, memref<?x4xf32>)
    %23 = "memref.rank"(%arg3) : (memref<*xf32>) -> index
    %24 = "memref.extract_aligned_pointer_as_index"(%arg2) : (memref<4xf32>) -> index
    %25:4 = "memref.extract_strided_metadata"(%arg2) : (memref<4xf32>) -> (memref<f32>, index, index, index)
    %26:6 = "memref.extract_strided_metadata"(%arg1) : (memref<?x4xf32>) -> (memref<f32>, index, index, index, index, index)
    %27:2 = "memref.extract_strided_metadata"(%arg7) : (memref<f32>) -> (memref<f32>, index)
    "t.u"(%26#0, %26#1, %26#3, %26#5, %25#3, %22#1) : (memref<f32>, index, index, index, index, memref<?x4xf32>) -> ()
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

