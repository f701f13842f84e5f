"builtin.module"() ({
  "test.program"() ({
  ^bb0(%arg0: i1, %arg1: vector<4xi1>, %arg2: i32, %arg3: vector<4xi32>, %arg4: tensor<4xf32>, %arg5: memref<4xf32>):
    %0 = "arith.select"(%arg0, %arg2, %arg2) : (i1, i32, i32) -> i32
    %1 = "arith.select"(%arg1, %arg3, %arg3) : (vector<4xi1>, vector<4xi32>, vector<4xi32>) -> vector<4xi32>
    %2 = "arith.select"(%arg0, %arg3, %arg3) : (i1, vector<4xi32>, vector<4xi32>) -> vector<4xi32>
    %3 = "arith.select"(%arg0, %arg5, %arg5) : (i1, memref<4xf32>, memref<4xf32>) -> memref<4xf32>
    %4:2 = "arith.addui_extended"(%arg2, %arg2) : (i32, i32) -> (i32, i1)
    %5:2 = "arith.mulsi_extended"(%arg2, %arg2) : (i32, i32) -> (i32, i32)
    %6:2 = "arith.mului_extended"(%arg3, %arg3) : (vector<4xi32>, vector<4xi32>) -> (vector<4xi32>, vector<4xi32>)
    %7:2 = "arith.addui_extended"(%arg3, %arg3) : (vector<4xi32>, vector<4xi32>) -> (vector<4xi32>, vector<4xi1>)
  }) : () -> ()
}) : () -> ()

