module {
  "test.program"() ({
  ^bb0(%arg0: i1, %arg1: vector<4xi1>, %arg2: i32, %arg3: vector<4xi32>, %arg4: tensor<4xf32>, %arg5: memref<4xf32>):
    %0 = arith.select %arg0, %arg2, %arg2 : i32
    %1 = arith.select %arg1, %arg3, %arg3 : vector<4xi1>, vector<4xi32>
    %2 = arith.select %arg0, %arg3, %arg3 : vector<4xi32>
    %3 = arith.select %arg0, %arg5, %arg5 : memref<4xf32>
    %sum, %overflow = arith.addui_extended %arg2, %arg2 : i32, i1
    %low, %high = arith.mulsi_extended %arg2, %arg2 : i32
    %low_0, %high_1 = arith.mului_extended %arg3, %arg3 : vector<4xi32>
    %sum_2, %overflow_3 = arith.addui_extended %arg3, %arg3 : vector<4xi32>, vector<4xi1>
  }) : () -> ()
}

