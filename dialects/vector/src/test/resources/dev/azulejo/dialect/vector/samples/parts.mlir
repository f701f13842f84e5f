module {
  "t.f"() ({
  ^bb0(%arg0: vector<4xf32>, %arg1: memref<?xf32>, %arg2: index, %arg3: f32, %arg4: vector<4xi1>, %arg5: vector<2x4xf32>, %arg6: memref<8x8xf32>, %arg7: vector<4xi32>, %arg8: vector<[4]xf32>, %arg9: vector<f32>, %arg10: memref<8xvector<4xf32>>, %arg11: tensor<8x8xf32>, %arg12: vector<2x3x4xf32>):
    %0 = vector.broadcast %arg3 : f32 to vector<4xf32>
    %1 = vector.broadcast %arg0 {a} : vector<4xf32> to vector<2x4xf32>
    %2 = vector.load %arg1[%arg2] : memref<?xf32>, vector<4xf32>
    %3 = vector.load %arg6[%arg2, %arg2] {alignment = 16 : i64, nontemporal = true} : memref<8x8xf32>, vector<2x4xf32>
    %4 = vector.load %arg10[%arg2] : memref<8xvector<4xf32>>, vector<4xf32>
    vector.store %arg0, %arg1[%arg2] : memref<?xf32>, vector<4xf32>
    vector.store %arg5, %arg6[%arg2, %arg2] {nontemporal = true} : memref<8x8xf32>, vector<2x4xf32>
    %5 = vector.extract %arg5[1] : vector<4xf32> from vector<2x4xf32>
    %6 = vector.extract %arg5[1, 2] : f32 from vector<2x4xf32>
    %7 = vector.extract %arg9[] : f32 from vector<f32>
    %8 = vector.extract %arg5[%arg2, 2] {b} : f32 from vector<2x4xf32>
    %9 = vector.insert %arg3, %arg5 [0, 3] : f32 into vector<2x4xf32>
    %10 = vector.insert %arg0, %arg5 [%arg2] {c} : vector<4xf32> into vector<2x4xf32>
    %11 = vector.insert %arg3, %arg9 [] : f32 into vector<f32>
    %12 = vector.shuffle %arg0, %arg0 [0, 1, 6, 7] : vector<4xf32>, vector<4xf32>
    %13 = vector.shuffle %arg0, %arg0 [-1, 1] {d} : vector<4xf32>, vector<4xf32>
    %14 = vector.reduction <add>, %arg0 : vector<4xf32> into f32
    %15 = vector.reduction <mul>, %arg0, %arg3 fastmath<fast> : vector<4xf32> into f32
    %16 = vector.reduction <xor>, %arg7 {e} : vector<4xi32> into i32
    %17 = vector.fma %arg0, %arg0, %arg0 : vector<4xf32>
    %18 = vector.shape_cast %arg5 : vector<2x4xf32> to vector<8xf32>
    %19 = vector.bitcast %arg0 : vector<4xf32> to vector<4xi32>
    %20 = vector.transpose %arg5, [1, 0] : vector<2x4xf32> to vector<4x2xf32>
    %21 = vector.create_mask %arg2 : vector<4xi1>
    %22 = vector.create_mask %arg2, %arg2 {f} : vector<2x[4]xi1>
    %23 = vector.constant_mask [2] : vector<4xi1>
    %24 = vector.constant_mask [2, 4] {g} : vector<2x[4]xi1>
    %25 = vector.multi_reduction <add>, %arg5, %arg0 [0] : vector<2x4xf32> to vector<4xf32>
    %26 = vector.multi_reduction <maxnumf>, %arg5, %arg3 {h} [0, 1] : vector<2x4xf32> to f32
    %27 = vector.outerproduct %arg0, %arg0 : vector<4xf32>, vector<4xf32>
    %28 = vector.outerproduct %arg0, %arg0, %27 {kind = #vector.kind<maxnumf>} : vector<4xf32>, vector<4xf32>
    %29 = vector.outerproduct %arg0, %arg3, %arg0 {i, kind = #vector.kind<mul>} : vector<4xf32>, f32
    %30 = vector.extract_strided_slice %arg0 {offsets = [0], sizes = [2], strides = [1]} : vector<4xf32> to vector<2xf32>
    %31 = vector.insert_strided_slice %arg0, %arg12 {offsets = [0, 1, 0], strides = [1]} : vector<4xf32> into vector<2x3x4xf32>
    %32 = vector.step : vector<4xindex>
    %33 = vector.from_elements %arg3, %arg3 : vector<2xf32>
    %34:4 = vector.to_elements %arg0 : vector<4xf32>
    %res1, %res2 = vector.deinterleave %arg0 : vector<4xf32> -> vector<2xf32>
    %35 = vector.interleave %arg0, %arg0 : vector<4xf32> -> vector<8xf32>
    %36 = vector.interleave %arg9, %arg9 : vector<f32> -> vector<2xf32>
    %vscale = vector.vscale
    %37 = vector.scalable.extract %arg8[0] : vector<4xf32> from vector<[4]xf32>
    %38 = vector.scalable.insert %arg0, %arg8[4] : vector<4xf32> into vector<[4]xf32>
    %dest, %accumulated_value = vector.scan <add>, %arg5, %arg0 {inclusive = true, reduction_dim = 0 : i64} : vector<2x4xf32>, vector<4xf32>
    %39 = vector.type_cast %arg6 : memref<8x8xf32> to memref<vector<8x8xf32>>
    vector.print %arg0 : vector<4xf32>
    vector.print %arg3 : f32
    vector.print str "hello"
    vector.print punctuation <comma>
    vector.print %arg3 : f32 punctuation <no_punctuation>
    "t.end"() : () -> ()
  }) : () -> ()
}

