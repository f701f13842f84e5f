module {
  "t.f"() ({
  ^bb0(%arg0: f32, %arg1: i32, %arg2: vector<4xf16>, %arg3: memref<4xf32, #gpu.address_space<workgroup>>):
    %shuffleResult, %valid = gpu.shuffle  xor %arg0, %arg1, %arg1 : f32
    %shuffleResult_0, %valid_1 = gpu.shuffle  up %arg1, %arg1, %arg1 {t.a} : i32
    %shuffleResult_2, %valid_3 = gpu.shuffle  down %arg2, %arg1, %arg1 : vector<4xf16>
    %shuffleResult_4, %valid_5 = gpu.shuffle  idx %arg0, %arg1, %arg1 : f32
    %0 = gpu.all_reduce  add %arg0 {
    } : (f32) -> f32
    %1 = gpu.all_reduce  maxnumf %arg0 uniform {
    } {t.a} : (f32) -> f32
    %2 = gpu.all_reduce  %arg0 {
    ^bb0(%arg4: f32, %arg5: f32):
      %9 = "t.add"(%arg4, %arg5) : (f32, f32) -> f32
      gpu.yield %9 : f32
    } : (f32) -> f32
    %3 = gpu.all_reduce  %arg1 uniform {
    ^bb0(%arg4: i32, %arg5: i32):
      gpu.yield {t.a} %arg5 : i32
    } {t.b} : (i32) -> i32
    %4 = gpu.subgroup_reduce  add %arg0 : (f32) -> f32
    %5 = gpu.subgroup_reduce  xor %arg1 uniform : (i32) -> i32
    %6 = gpu.subgroup_reduce  minimumf %arg2 cluster(size = 4) {t.a} : (vector<4xf16>) -> vector<4xf16>
    %7 = gpu.subgroup_reduce  and %arg1 uniform cluster(size = 4, stride = 2) : (i32) -> i32
    %8 = gpu.subgroup_reduce  maxui %arg1 cluster(size = 4) : (i32) -> i32
    gpu.barrier
    gpu.barrier {t.a}
    gpu.printf "none\0A"
    gpu.printf "%d %f\0A" {t.a}, %arg1, %arg0 : i32, f32
    "t.end"() : () -> ()
  }) : () -> ()
}

