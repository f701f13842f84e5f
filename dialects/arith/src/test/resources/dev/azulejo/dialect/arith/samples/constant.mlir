module {
  %c42_i32 = arith.constant 42 : i32
  %c42_i32_0 = arith.constant 42 : i32
  %c42 = arith.constant 42 : index
  %c-7_i8 = arith.constant -7 : i8
  %true = arith.constant true
  %false = arith.constant false
  %cst = arith.constant 1.500000e+00 : f32
  %cst_1 = arith.constant dense<1.000000e+00> : tensor<4xf32>
  %cst_2 = arith.constant dense<[1, 2]> : vector<2xi32>
  %c3_i64 = arith.constant {tag = 1 : i8} 3 : i64
  %cst_3 = arith.constant 0x7F800000 : f32
  %c5_i64 = arith.constant 5 : i64
  %cst_4 = arith.constant 2.500000e+00 : f64
  %c-1_i8 = arith.constant -1 : i8
  %cst_5 = arith.constant sparse<0, 1.000000e+00> : tensor<4xf32>
  %cst_6 = arith.constant dense_resource<r> : tensor<4xf32>
  %cst_7 = arith.constant dense<true> : vector<4xi1>
  %true_8 = arith.constant true
  %c170141183460469231731687303715884105727_i128 = arith.constant 170141183460469231731687303715884105727 : i128
  %c-1 = arith.constant -1 : index
}

