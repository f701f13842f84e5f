"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: vector<4xf32>, %arg1: memref<?xf32>, %arg2: index, %arg3: f32, %arg4: vector<4xi1>, %arg5: vector<2x4xf32>, %arg6: memref<8x8xf32>, %arg7: vector<4xi32>, %arg8: vector<[4]xf32>, %arg9: vector<f32>, %arg10: memref<8xvector<4xf32>>, %arg11: tensor<8x8xf32>, %arg12: vector<2x3x4xf32>):
    %0 = "vector.broadcast"(%arg3) : (f32) -> vector<4xf32>
    %1 = "vector.broadcast"(%arg0) {a} : (vector<4xf32>) -> vector<2x4xf32>
    %2 = "vector.load"(%arg1, %arg2) : (memref<?xf32>, index) -> vector<4xf32>
    %3 = "vector.load"(%arg6, %arg2, %arg2) <{alignment = 16 : i64, nontemporal = true}> : (memref<8x8xf32>, index, index) -> vector<2x4xf32>
    %4 = "vector.load"(%arg10, %arg2) : (memref<8xvector<4xf32>>, index) -> vector<4xf32>
    "vector.store"(%arg0, %arg1, %arg2) : (vector<4xf32>, memref<?xf32>, index) -> ()
    "vector.store"(%arg5, %arg6, %arg2, %arg2) <{nontemporal = true}> : (vector<2x4xf32>, memref<8x8xf32>, index, index) -> ()
    %5 = "vector.extract"(%arg5) <{static_position = array<i64: 1>}> : (vector<2x4xf32>) -> vector<4xf32>
    %6 = "vector.extract"(%arg5) <{static_position = array<i64: 1, 2>}> : (vector<2x4xf32>) -> f32
    %7 = "vector.extract"(%arg9) <{static_position = array<i64>}> : (vector<f32>) -> f32
    %8 = "vector.extract"(%arg5, %arg2) <{static_position = array<i64: -9223372036854775808, 2>}> {b} : (vector<2x4xf32>, index) -> f32
    %9 = "vector.insert"(%arg3, %arg5) <{static_position = array<i64: 0, 3>}> : (f32, vector<2x4xf32>) -> vector<2x4xf32>
    %10 = "vector.insert"(%arg0, %arg5, %arg2) <{static_position = array<i64: -9223372036854775808>}> {c} : (vector<4xf32>, vector<2x4xf32>, index) -> vector<2x4xf32>
    %11 = "vector.insert"(%arg3, %arg9) <{static_position = array<i64>}> : (f32, vector<f32>) -> vector<f32>
    %12 = "vector.shuffle"(%arg0, %arg0) <{mask = array<i64: 0, 1, 6, 7>}> : (vector<4xf32>, vector<4xf32>) -> vector<4xf32>
    %13 = "vector.shuffle"(%arg0, %arg0) <{mask = array<i64: -1, 1>}> {d} : (vector<4xf32>, vector<4xf32>) -> vector<2xf32>
    %14 = "vector.reduction"(%arg0) <{fastmath = #arith.fastmath<none>, kind = #vector.kind<add>}> : (vector<4xf32>) -> f32
    %15 = "vector.reduction"(%arg0, %arg3) <{fastmath = #arith.fastmath<fast>, kind = #vector.kind<mul>}> : (vector<4xf32>, f32) -> f32
    %16 = "vector.reduction"(%arg7) <{fastmath = #arith.fastmath<none>, kind = #vector.kind<xor>}> {e} : (vector<4xi32>) -> i32
    %17 = "vector.fma"(%arg0, %arg0, %arg0) : (vector<4xf32>, vector<4xf32>, vector<4xf32>) -> vector<4xf32>
    %18 = "vector.shape_cast"(%arg5) : (vector<2x4xf32>) -> vector<8xf32>
    %19 = "vector.bitcast"(%arg0) : (vector<4xf32>) -> vector<4xi32>
    %20 = "vector.transpose"(%arg5) <{permutation = array<i64: 1, 0>}> : (vector<2x4xf32>) -> vector<4x2xf32>
    %21 = "vector.create_mask"(%arg2) : (index) -> vector<4xi1>
    %22 = "vector.create_mask"(%arg2, %arg2) {f} : (index, index) -> vector<2x[4]xi1>
    %23 = "vector.constant_mask"() <{mask_dim_sizes = array<i64: 2>}> : () -> vector<4xi1>
    %24 = "vector.constant_mask"() <{mask_dim_sizes = array<i64: 2, 4>}> {g} : () -> vector<2x[4]xi1>
    %25 = "vector.multi_reduction"(%arg5, %arg0) <{kind = #vector.kind<add>, reduction_dims = array<i64: 0>}> : (vector<2x4xf32>, vector<4xf32>) -> vector<4xf32>
    %26 = "vector.multi_reduction"(%arg5, %arg3) <{kind = #vector.kind<maxnumf>, reduction_dims = array<i64: 0, 1>}> {h} : (vector<2x4xf32>, f32) -> f32
    %27 = "vector.outerproduct"(%arg0, %arg0) <{kind = #vector.kind<add>}> : (vector<4xf32>, vector<4xf32>) -> vector<4x4xf32>
    %28 = "vector.outerproduct"(%arg0, %arg0, %27) <{kind = #vector.kind<maxnumf>}> : (vector<4xf32>, vector<4xf32>, vector<4x4xf32>) -> vector<4x4xf32>
    %29 = "vector.outerproduct"(%arg0, %arg3, %arg0) <{kind = #vector.kind<mul>}> {i} : (vector<4xf32>, f32, vector<4xf32>) -> vector<4xf32>
    %30 = "vector.extract_strided_slice"(%arg0) <{offsets = [0], sizes = [2], strides = [1]}> : (vector<4xf32>) -> vector<2xf32>
    %31 = "vector.insert_strided_slice"(%arg0, %arg12) <{offsets = [0, 1, 0], strides = [1]}> : (vector<4xf32>, vector<2x3x4xf32>) -> vector<2x3x4xf32>
    %32 = "vector.step"() : () -> vector<4xindex>
    %33 = "vector.from_elements"(%arg3, %arg3) : (f32, f32) -> vector<2xf32>
    %34:4 = "vector.to_elements"(%arg0) : (vector<4xf32>) -> (f32, f32, f32, f32)
    %35:2 = "vector.deinterleave"(%arg0) : (vector<4xf32>) -> (vector<2xf32>, vector<2xf32>)
    %36 = "vector.interleave"(%arg0, %arg0) : (vector<4xf32>, vector<4xf32>) -> vector<8xf32>
    %37 = "vector.interleave"(%arg9, %arg9) : (vector<f32>, vector<f32>) -> vector<2xf32>
    %38 = "vector.vscale"() : () -> index
    %39 = "vector.scalable.extract"(%arg8) <{pos = 0 : i64}> : (vector<[4]xf32>) -> vector<4xf32>
    %40 = "vector.scalable.insert"(%arg0, %arg8) <{pos = 4 : i64}> : (vector<4xf32>, vector<[4]xf32>) -> vector<[4]xf32>
    %41:2 = "vector.scan"(%arg5, %arg0) <{inclusive = true, kind = #vector.kind<add>, reduction_dim = 0 : i64}> : (vector<2x4xf32>, vector<4xf32>) -> (vector<2x4xf32>, vector<4xf32>)
    %42 = "vector.type_cast"(%arg6) : (memref<8x8xf32>) -> memref<vector<8x8xf32>>
    "vector.print"(%arg0) <{punctuation = #vector.punctuation<newline>}> : (vector<4xf32>) -> ()
    "vector.print"(%arg3) <{punctuation = #vector.punctuation<newline>}> : (f32) -> ()
    "vector.print"() <{punctuation = #vector.punctuation<newline>, stringLiteral = "hello"}> : () -> ()
    "vector.print"() <{punctuation = #vector.punctuation<comma>}> : () -> ()
    "vector.print"(%arg3) <{punctuation = #vector.punctuation<no_punctuation>}> : (f32) -> ()
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

