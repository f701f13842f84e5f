"builtin.module"() ({
  "test.program"() ({
  ^bb0(%arg0: i32, %arg1: f32):
    %0 = "arith.addi"(%arg0, %arg0) <{overflowFlags = #arith.overflow<nsw>}> : (i32, i32) -> i32
    %1 = "arith.subi"(%arg0, %arg0) <{overflowFlags = #arith.overflow<nuw>}> : (i32, i32) -> i32
    %2 = "arith.muli"(%arg0, %arg0) <{overflowFlags = #arith.overflow<nsw, nuw>}> : (i32, i32) -> i32
    %3 = "arith.shli"(%arg0, %arg0) <{overflowFlags = #arith.overflow<nsw, nuw>}> : (i32, i32) -> i32
    %4 = "arith.trunci"(%arg0) <{overflowFlags = #arith.overflow<nsw>}> : (i32) -> i8
    %5 = "arith.addi"(%arg0, %arg0) <{overflowFlags = #arith.overflow<none>}> : (i32, i32) -> i32
    %6 = "arith.divsi"(%arg0, %arg0) <{isExact}> : (i32, i32) -> i32
    %7 = "arith.shrui"(%arg0, %arg0) <{isExact}> : (i32, i32) -> i32
    %8 = "arith.addf"(%arg1, %arg1) <{fastmath = #arith.fastmath<fast>}> : (f32, f32) -> f32
    %9 = "arith.mulf"(%arg1, %arg1) <{fastmath = #arith.fastmath<nnan,ninf>}> : (f32, f32) -> f32
    %10 = "arith.subf"(%arg1, %arg1) <{fastmath = #arith.fastmath<fast>}> : (f32, f32) -> f32
    %11 = "arith.divf"(%arg1, %arg1) <{fastmath = #arith.fastmath<none>}> : (f32, f32) -> f32
    %12 = "arith.negf"(%arg1) <{fastmath = #arith.fastmath<nsz>}> : (f32) -> f32
    %13 = "arith.cmpf"(%arg1, %arg1) <{fastmath = #arith.fastmath<contract>, predicate = 4 : i64}> : (f32, f32) -> i1
    %14 = "arith.addi"(%arg0, %arg0) <{overflowFlags = #arith.overflow<nsw>}> {tag = 1 : i8} : (i32, i32) -> i32
  }) : () -> ()
}) : () -> ()

