"builtin.module"() ({
  %0 = "arith.constant"() <{value = 42 : i32}> : () -> i32
  %1 = "arith.constant"() <{value = 42 : i32}> : () -> i32
  %2 = "arith.constant"() <{value = 42 : index}> : () -> index
  %3 = "arith.constant"() <{value = -7 : i8}> : () -> i8
  %4 = "arith.constant"() <{value = true}> : () -> i1
  %5 = "arith.constant"() <{value = false}> : () -> i1
  %6 = "arith.constant"() <{value = 1.500000e+00 : f32}> : () -> f32
  %7 = "arith.constant"() <{value = dense<1.000000e+00> : tensor<4xf32>}> : () -> tensor<4xf32>
  %8 = "arith.constant"() <{value = dense<[1, 2]> : vector<2xi32>}> : () -> vector<2xi32>
  %9 = "arith.constant"() <{value = 3 : i64}> {tag = 1 : i8} : () -> i64
  %10 = "arith.constant"() <{value = 0x7F800000 : f32}> : () -> f32
  %11 = "arith.constant"() <{value = 5 : i64}> : () -> i64
  %12 = "arith.constant"() <{value = 2.500000e+00 : f64}> : () -> f64
  %13 = "arith.constant"() <{value = -1 : i8}> : () -> i8
  %14 = "arith.constant"() <{value = sparse<0, 1.000000e+00> : tensor<4xf32>}> : () -> tensor<4xf32>
  %15 = "arith.constant"() <{value = dense_resource<r> : tensor<4xf32>}> : () -> tensor<4xf32>
  %16 = "arith.constant"() <{value = dense<true> : vector<4xi1>}> : () -> vector<4xi1>
  %17 = "arith.constant"() <{value = true}> : () -> i1
  %18 = "arith.constant"() <{value = 170141183460469231731687303715884105727 : i128}> : () -> i128
  %19 = "arith.constant"() <{value = -1 : index}> : () -> index
}) : () -> ()

