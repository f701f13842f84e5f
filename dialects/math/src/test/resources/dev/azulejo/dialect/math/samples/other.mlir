module {
  "t.f"() ({
  ^bb0(%arg0: f32, %arg1: i32, %arg2: tensor<?xf32>, %arg3: vector<[4]x2xf32>, %arg4: vector<[4]x2xi8>, %arg5: index):
    %0 = math.atan2 %arg0, %arg0 : f32
    %1 = math.copysign %arg0, %arg0 fastmath<nsz> : f32
    %2 = math.powf %arg3, %arg3 {tag} : vector<[4]x2xf32>
    %3 = math.ipowi %arg1, %arg1 : i32
    %4 = math.fpowi %arg0, %arg1 : f32, i32
    %5 = math.fpowi %arg3, %arg4 fastmath<fast> {tag} : vector<[4]x2xf32>, vector<[4]x2xi8>
    %6 = math.fma %arg0, %arg0, %arg0 : f32
    %7 = math.fma %arg2, %arg2, %arg2 fastmath<contract> {tag} : tensor<?xf32>
    %8 = math.absi %arg1 : i32
    %9 = math.ctlz %arg5 : index
    %10 = math.cttz %arg4 {tag} : vector<[4]x2xi8>
    %11 = math.ctpop %arg1 : i32
    %sin, %cos = math.sincos %arg0 : f32
    %sin_0, %cos_1 = math.sincos %arg2 fastmath<afn> {tag} : tensor<?xf32>
    %12 = math.clampf %arg0 to [%arg0, %arg0] : f32
    %13 = math.clampf %arg3 to [%arg3, %arg3] fastmath<ninf> {tag} : vector<[4]x2xf32>
    "t.use"(%sin_0, %cos) : (tensor<?xf32>, f32) -> ()
  }) : () -> ()
}

