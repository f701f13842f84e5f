module {
  "test.program"() ({
  ^bb0(%arg0: i32, %arg1: i32):
    %0 = arith.addi %arg0, %arg1 : i32
    %1 = arith.subi %0, %arg1 : i32
    %2 = arith.muli %1, %arg1 : i32
    %3 = arith.divsi %2, %arg1 : i32
    %4 = arith.divui %3, %arg1 : i32
    %5 = arith.remsi %4, %arg1 : i32
    %6 = arith.remui %5, %arg1 : i32
    %7 = arith.ceildivsi %6, %arg1 : i32
    %8 = arith.ceildivui %7, %arg1 : i32
    %9 = arith.floordivsi %8, %arg1 : i32
    %10 = arith.andi %9, %arg1 : i32
    %11 = arith.ori %10, %arg1 : i32
    %12 = arith.xori %11, %arg1 : i32
    %13 = arith.shli %12, %arg1 : i32
    %14 = arith.shrsi %13, %arg1 : i32
    %15 = arith.shrui %14, %arg1 : i32
    %16 = arith.maxsi %15, %arg1 : i32
    %17 = arith.minsi %16, %arg1 : i32
    %18 = arith.maxui %17, %arg1 : i32
    %19 = arith.minui %18, %arg1 : i32
  }) : () -> ()
}

