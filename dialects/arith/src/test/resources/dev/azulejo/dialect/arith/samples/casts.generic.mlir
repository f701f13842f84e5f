"builtin.module"() ({
  "test.program"() ({
  ^bb0(%arg0: i8, %arg1: i32, %arg2: f16, %arg3: f32, %arg4: index, %arg5: vector<4xf32>):
    %0 = "arith.extsi"(%arg0) : (i8) -> i32
    %1 = "arith.extui"(%arg0) : (i8) -> i64
    %2 = "arith.trunci"(%arg1) <{overflowFlags = #arith.overflow<none>}> : (i32) -> i8
    %3 = "arith.extf"(%arg2) : (f16) -> f32
    %4 = "arith.truncf"(%arg3) : (f32) -> bf16
    %5 = "arith.truncf"(%arg3) <{roundingmode = 0 : i32}> : (f32) -> f16
    %6 = "arith.truncf"(%arg3) <{fastmath = #arith.fastmath<fast>, roundingmode = 2 : i32}> : (f32) -> f16
    %7 = "arith.sitofp"(%arg1) : (i32) -> f32
    %8 = "arith.uitofp"(%arg1) : (i32) -> f64
    %9 = "arith.fptosi"(%arg3) : (f32) -> i32
    %10 = "arith.fptoui"(%arg3) : (f32) -> i8
    %11 = "arith.bitcast"(%arg3) : (f32) -> i32
    %12 = "arith.index_cast"(%arg4) : (index) -> i32
    %13 = "arith.index_castui"(%arg1) : (i32) -> index
    %14 = "arith.truncf"(%arg5) : (vector<4xf32>) -> vector<4xbf16>
    %15 = "arith.bitcast"(%arg5) : (vector<4xf32>) -> vector<4xi32>
  }) : () -> ()
}) : () -> ()

