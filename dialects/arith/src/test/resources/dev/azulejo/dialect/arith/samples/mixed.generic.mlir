"builtin.module"() ({
  "test.program"() ({
  ^bb0(%arg0: f32, %arg1: tensor<?x4xi8>, %arg2: memref<2xi32>, %arg3: vector<[4]xf32>, %arg4: tensor<*xf32>, %arg5: i128, %arg6: index, %arg7: vector<2xindex>, %arg8: bf16, %arg9: vector<4xf8E8M0FNU>, %arg10: vector<4xf4E2M1FN>, %arg11: i1):
    %0 = "arith.extf"(%arg8) <{fastmath = #arith.fastmath<contract>}> : (bf16) -> f32
    %1 = "arith.truncf"(%arg0) <{roundingmode = 1 : i32}> : (f32) -> f16
    %2 = "arith.truncf"(%arg0) <{roundingmode = 3 : i32}> {tag} : (f32) -> f16
    %3 = "arith.truncf"(%arg0) <{roundingmode = 4 : i32}> : (f32) -> bf16
    %4 = "arith.truncf"(%arg0) <{fastmath = #arith.fastmath<nnan,ninf,nsz,arcp,contract,afn>}> : (f32) -> f8E5M2
    %5 = "arith.extui"(%arg1) : (tensor<?x4xi8>) -> tensor<?x4xi16>
    %6 = "arith.index_cast"(%arg2) : (memref<2xi32>) -> memref<2xindex>
    %7 = "arith.bitcast"(%arg2) : (memref<2xi32>) -> memref<2xf32>
    %8 = "arith.cmpf"(%arg3, %arg3) <{fastmath = #arith.fastmath<none>, predicate = 7 : i64}> : (vector<[4]xf32>, vector<[4]xf32>) -> vector<[4]xi1>
    %9 = "arith.cmpf"(%arg4, %arg4) <{fastmath = #arith.fastmath<none>, predicate = 11 : i64}> : (tensor<*xf32>, tensor<*xf32>) -> tensor<*xi1>
    %10 = "arith.addi"(%arg5, %arg5) <{overflowFlags = #arith.overflow<nuw>}> {a = 1 : i64, b = "x"} : (i128, i128) -> i128
    %11 = "arith.cmpi"(%arg7, %arg7) <{predicate = 8 : i64}> : (vector<2xindex>, vector<2xindex>) -> vector<2xi1>
    %12 = "arith.select"(%11, %arg7, %arg7) {x} : (vector<2xi1>, vector<2xindex>, vector<2xindex>) -> vector<2xindex>
    %13 = "arith.scaling_extf"(%arg10, %arg9) <{fastmath = #arith.fastmath<fast>}> : (vector<4xf4E2M1FN>, vector<4xf8E8M0FNU>) -> vector<4xbf16>
    %14 = "arith.scaling_truncf"(%13, %arg9) <{roundingmode = 4 : i32}> : (vector<4xbf16>, vector<4xf8E8M0FNU>) -> vector<4xf6E3M2FN>
    %15 = "arith.divui"(%arg6, %arg6) <{isExact}> : (index, index) -> index
    %16 = "arith.shrsi"(%arg6, %arg6) <{isExact}> {y} : (index, index) -> index
    %17 = "arith.shli"(%arg6, %arg6) <{overflowFlags = #arith.overflow<nsw>}> : (index, index) -> index
    %18 = "arith.subf"(%arg0, %arg0) <{fastmath = #arith.fastmath<reassoc>}> : (f32, f32) -> f32
    %19 = "arith.select"(%arg11, %arg2, %arg2) : (i1, memref<2xi32>, memref<2xi32>) -> memref<2xi32>
    %20 = "arith.constant"() <{value = -0.000000e+00 : f16}> : () -> f16
    %21 = "arith.constant"() <{value = dense<[[1, -2], [3, 4]]> : tensor<2x2xindex>}> : () -> tensor<2x2xindex>
    %22 = "arith.constant"() <{value = 0xFF : f8E4M3FN}> : () -> f8E4M3FN
    %23 = "arith.constant"() <{value = dense<> : tensor<0xi32>}> : () -> tensor<0xi32>
    %24 = "arith.constant"() <{value = dense<[7, -7]> : vector<2xi8>}> : () -> vector<2xi8>
    %25 = "arith.uitofp"(%24) : (vector<2xi8>) -> vector<2xf64>
  }) : () -> ()
}) : () -> ()

