module {
  "test.program"() ({
  ^bb0(%arg0: f32, %arg1: tensor<?x4xi8>, %arg2: memref<2xi32>, %arg3: vector<[4]xf32>, %arg4: tensor<*xf32>, %arg5: i128, %arg6: index, %arg7: vector<2xindex>, %arg8: bf16, %arg9: vector<4xf8E8M0FNU>, %arg10: vector<4xf4E2M1FN>, %arg11: i1):
    %0 = arith.extf %arg8 fastmath<contract> : bf16 to f32
    %1 = arith.truncf %arg0 downward : f32 to f16
    %2 = arith.truncf %arg0 toward_zero {tag} : f32 to f16
    %3 = arith.truncf %arg0 to_nearest_away : f32 to bf16
    %4 = arith.truncf %arg0 fastmath<nnan,ninf,nsz,arcp,contract,afn> : f32 to f8E5M2
    %5 = arith.extui %arg1 : tensor<?x4xi8> to tensor<?x4xi16>
    %6 = arith.index_cast %arg2 : memref<2xi32> to memref<2xindex>
    %7 = arith.bitcast %arg2 : memref<2xi32> to memref<2xf32>
    %8 = arith.cmpf ord, %arg3, %arg3 : vector<[4]xf32>
    %9 = arith.cmpf ult, %arg4, %arg4 : tensor<*xf32>
    %10 = arith.addi %arg5, %arg5 overflow<nuw> {a = 1 : i64, b = "x"} : i128
    %11 = arith.cmpi ugt, %arg7, %arg7 : vector<2xindex>
    %12 = arith.select %11, %arg7, %arg7 {x} : vector<2xi1>, vector<2xindex>
    %13 = arith.scaling_extf %arg10, %arg9 fastmath<fast> : vector<4xf4E2M1FN>, vector<4xf8E8M0FNU> to vector<4xbf16>
    %14 = arith.scaling_truncf %13, %arg9 to_nearest_away : vector<4xbf16>, vector<4xf8E8M0FNU> to vector<4xf6E3M2FN>
    %15 = arith.divui %arg6, %arg6 exact : index
    %16 = arith.shrsi %arg6, %arg6 exact {y} : index
    %17 = arith.shli %arg6, %arg6 overflow<nsw> : index
    %18 = arith.subf %arg0, %arg0 fastmath<reassoc> : f32
    %19 = arith.select %arg11, %arg2, %arg2 : memref<2xi32>
    %cst = arith.constant -0.000000e+00 : f16
    %cst_0 = arith.constant dense<[[1, -2], [3, 4]]> : tensor<2x2xindex>
    %cst_1 = arith.constant 0xFF : f8E4M3FN
    %cst_2 = arith.constant dense<> : tensor<0xi32>
    %cst_3 = arith.constant dense<[7, -7]> : vector<2xi8>
    %20 = arith.uitofp %cst_3 : vector<2xi8> to vector<2xf64>
  }) : () -> ()
}

