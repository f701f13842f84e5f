module {
  "test.program"() ({
  ^bb0(%arg0: i32, %arg1: f32):
    %0 = arith.addi %arg0, %arg0 overflow<nsw> : i32
    %1 = arith.subi %arg0, %arg0 overflow<nuw> : i32
    %2 = arith.muli %arg0, %arg0 overflow<nsw, nuw> : i32
    %3 = arith.shli %arg0, %arg0 overflow<nsw, nuw> : i32
    %4 = arith.trunci %arg0 overflow<nsw> : i32 to i8
    %5 = arith.addi %arg0, %arg0 : i32
    %6 = arith.divsi %arg0, %arg0 exact : i32
    %7 = arith.shrui %arg0, %arg0 exact : i32
    %8 = arith.addf %arg1, %arg1 fastmath<fast> : f32
    %9 = arith.mulf %arg1, %arg1 fastmath<nnan,ninf> : f32
    %10 = arith.subf %arg1, %arg1 fastmath<fast> : f32
    %11 = arith.divf %arg1, %arg1 : f32
    %12 = arith.negf %arg1 fastmath<nsz> : f32
    %13 = arith.cmpf olt, %arg1, %arg1 fastmath<contract> : f32
    %14 = arith.addi %arg0, %arg0 overflow<nsw> {tag = 1 : i8} : i32
  }) : () -> ()
}

