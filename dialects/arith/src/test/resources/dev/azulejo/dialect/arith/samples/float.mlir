module {
  "test.program"() ({
  ^bb0(%arg0: f32, %arg1: f32):
    %0 = arith.addf %arg0, %arg1 : f32
    %1 = arith.subf %arg0, %arg1 : f32
    %2 = arith.mulf %arg0, %arg1 : f32
    %3 = arith.divf %arg0, %arg1 : f32
    %4 = arith.remf %arg0, %arg1 : f32
    %5 = arith.negf %arg0 : f32
    %6 = arith.maximumf %arg0, %arg1 : f32
    %7 = arith.minimumf %arg0, %arg1 : f32
    %8 = arith.maxnumf %arg0, %arg1 : f32
    %9 = arith.minnumf %arg0, %arg1 : f32
  }) : () -> ()
}

