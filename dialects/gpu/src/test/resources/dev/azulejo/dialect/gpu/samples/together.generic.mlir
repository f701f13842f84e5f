"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: f32, %arg1: i32, %arg2: vector<4xf16>, %arg3: memref<4xf32, #gpu.address_space<workgroup>>):
    %0:2 = "gpu.shuffle"(%arg0, %arg1, %arg1) <{mode = #gpu<shuffle_mode xor>}> : (f32, i32, i32) -> (f32, i1)
    %1:2 = "gpu.shuffle"(%arg1, %arg1, %arg1) <{mode = #gpu<shuffle_mode up>}> {t.a} : (i32, i32, i32) -> (i32, i1)
    %2:2 = "gpu.shuffle"(%arg2, %arg1, %arg1) <{mode = #gpu<shuffle_mode down>}> : (vector<4xf16>, i32, i32) -> (vector<4xf16>, i1)
    %3:2 = "gpu.shuffle"(%arg0, %arg1, %arg1) <{mode = #gpu<shuffle_mode idx>}> : (f32, i32, i32) -> (f32, i1)
    %4 = "gpu.all_reduce"(%arg0) <{op = #gpu<all_reduce_op add>}> ({
    }) : (f32) -> f32
    %5 = "gpu.all_reduce"(%arg0) <{op = #gpu<all_reduce_op maxnumf>, uniform}> ({
    }) {t.a} : (f32) -> f32
    %6 = "gpu.all_reduce"(%arg0) ({
    ^bb0(%arg6: f32, %arg7: f32):
      %13 = "t.add"(%arg6, %arg7) : (f32, f32) -> f32
      "gpu.yield"(%13) : (f32) -> ()
    }) : (f32) -> f32
    %7 = "gpu.all_reduce"(%arg1) <{uniform}> ({
    ^bb0(%arg4: i32, %arg5: i32):
      "gpu.yield"(%arg5) {t.a} : (i32) -> ()
    }) {t.b} : (i32) -> i32
    %8 = "gpu.subgroup_reduce"(%arg0) <{cluster_stride = 1 : i32, op = #gpu<all_reduce_op add>}> : (f32) -> f32
    %9 = "gpu.subgroup_reduce"(%arg1) <{cluster_stride = 1 : i32, op = #gpu<all_reduce_op xor>, uniform}> : (i32) -> i32
    %10 = "gpu.subgroup_reduce"(%arg2) <{cluster_size = 4 : i32, cluster_stride = 1 : i32, op = #gpu<all_reduce_op minimumf>}> {t.a} : (vector<4xf16>) -> vector<4xf16>
    %11 = "gpu.subgroup_reduce"(%arg1) <{cluster_size = 4 : i32, cluster_stride = 2 : i32, op = #gpu<all_reduce_op and>, uniform}> : (i32) -> i32
    %12 = "gpu.subgroup_reduce"(%arg1) <{cluster_size = 4 : i32, cluster_stride = 1 : i32, op = #gpu<all_reduce_op maxui>}> : (i32) -> i32
    "gpu.barrier"() : () -> ()
    "gpu.barrier"() {t.a} : () -> ()
    "gpu.printf"() <{format = "none\0A"}> : () -> ()
    "gpu.printf"(%arg1, %arg0) <{format = "%d %f\0A"}> {t.a} : (i32, f32) -> ()
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

