"builtin.module"() ({
  "test.program"() ({
  ^bb0(%arg0: f8E4M3FN, %arg1: f8E8M0FNU, %arg2: f32):
    %0 = "arith.scaling_extf"(%arg0, %arg1) : (f8E4M3FN, f8E8M0FNU) -> f32
    %1 = "arith.scaling_truncf"(%arg2, %arg1) : (f32, f8E8M0FNU) -> f8E4M3FN
    %2 = "arith.scaling_truncf"(%arg2, %arg1) <{fastmath = #arith.fastmath<fast>, roundingmode = 0 : i32}> : (f32, f8E8M0FNU) -> f8E4M3FN
  }) : () -> ()
}) : () -> ()

