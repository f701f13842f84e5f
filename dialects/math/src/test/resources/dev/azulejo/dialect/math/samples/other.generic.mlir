"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: f32, %arg1: i32, %arg2: tensor<?xf32>, %arg3: vector<[4]x2xf32>, %arg4: vector<[4]x2xi8>, %arg5: index):
    %0 = "math.atan2"(%arg0, %arg0) <{fastmath = #arith.fastmath<none>}> : (f32, f32) -> f32
    %1 = "math.copysign"(%arg0, %arg0) <{fastmath = #arith.fastmath<nsz>}> : (f32, f32) -> f32
    %2 = "math.powf"(%arg3, %arg3) <{fastmath = #arith.fastmath<none>}> {tag} : (vector<[4]x2xf32>, vector<[4]x2xf32>) -> vector<[4]x2xf32>
    %3 = "math.ipowi"(%arg1, %arg1) : (i32, i32) -> i32
    %4 = "math.fpowi"(%arg0, %arg1) <{fastmath = #arith.fastmath<none>}> : (f32, i32) -> f32
    %5 = "math.fpowi"(%arg3, %arg4) <{fastmath = #arith.fastmath<fast>}> {tag} : (vector<[4]x2xf32>, vector<[4]x2xi8>) -> vector<[4]x2xf32>
    %6 = "math.fma"(%arg0, %arg0, %arg0) <{fastmath = #arith.fastmath<none>}> : (f32, f32, f32) -> f32
    %7 = "math.fma"(%arg2, %arg2, %arg2) <{fastmath = #arith.fastmath<contract>}> {tag} : (tensor<?xf32>, tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
    %8 = "math.absi"(%arg1) : (i32) -> i32
    %9 = "math.ctlz"(%arg5) : (index) -> index
    %10 = "math.cttz"(%arg4) {tag} : (vector<[4]x2xi8>) -> vector<[4]x2xi8>
    %11 = "math.ctpop"(%arg1) : (i32) -> i32
    %12:2 = "math.sincos"(%arg0) <{fastmath = #arith.fastmath<none>}> : (f32) -> (f32, f32)
    %13:2 = "math.sincos"(%arg2) <{fastmath = #arith.fastmath<afn>}> {tag} : (tensor<?xf32>) -> (tensor<?xf32>, tensor<?xf32>)
    %14 = "math.clampf"(%arg0, %arg0, %arg0) <{fastmath = #arith.fastmath<none>}> : (f32, f32, f32) -> f32
    %15 = "math.clampf"(%arg3, %arg3, %arg3) <{fastmath = #arith.fastmath<ninf>}> {tag} : (vector<[4]x2xf32>, vector<[4]x2xf32>, vector<[4]x2xf32>) -> vector<[4]x2xf32>
    "t.use"(%13#0, %12#1) : (tensor<?xf32>, f32) -> ()
  }) : () -> ()
}) : () -> ()

