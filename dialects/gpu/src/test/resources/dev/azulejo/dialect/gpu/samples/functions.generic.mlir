"builtin.module"() ({
  "gpu.module"() <{sym_name = "m"}> ({
    "gpu.func"() <{function_type = () -> ()}> ({
      "gpu.return"() : () -> ()
    }) {sym_name = "a", workgroup_attributions = 0 : i64} : () -> ()
    "gpu.func"() <{arg_attrs = [{t.a}, {}], function_type = (f32, i32) -> (f32, i32), res_attrs = [{t.b}, {}]}> ({
    ^bb0(%arg12: f32, %arg13: i32):
      "gpu.return"(%arg12, %arg13) : (f32, i32) -> ()
    }) {sym_name = "b", workgroup_attributions = 0 : i64} : () -> ()
    "gpu.func"() <{function_type = (f32) -> f32}> ({
    ^bb0(%arg11: f32):
      "gpu.return"(%arg11) : (f32) -> ()
    }) {sym_name = "b1", workgroup_attributions = 0 : i64} : () -> ()
    "gpu.func"() <{function_type = () -> (), known_block_size = array<i32: 128, 1, 1>, known_cluster_size = array<i32: 2, 1, 1>, known_grid_size = array<i32: 1, 1, 1>}> ({
      "gpu.return"() : () -> ()
    }) {gpu.kernel, sym_name = "c", t.c, workgroup_attributions = 0 : i64} : () -> ()
    "gpu.func"() <{function_type = () -> (), private_attrib_attrs = [{}, {llvm.align = 4 : i64}], workgroup_attrib_attrs = [{llvm.align = 16 : i64}, {}]}> ({
    ^bb0(%arg7: memref<4xf32, 3>, %arg8: memref<4xf32, 3>, %arg9: memref<4xf32, 5>, %arg10: memref<1xi8, 5>):
      "gpu.return"() : () -> ()
    }) {gpu.kernel, sym_name = "d", workgroup_attributions = 2 : i64} : () -> ()
    "gpu.func"() <{function_type = () -> ()}> ({
      "gpu.return"() : () -> ()
    }) {sym_name = "g", workgroup_attributions = 0 : i64} : () -> ()
    "gpu.func"() <{function_type = () -> ()}> ({
    ^bb0(%arg6: memref<4xf32, 5>):
      "gpu.return"() : () -> ()
    }) {sym_name = "h", t.c, workgroup_attributions = 0 : i64} : () -> ()
    "gpu.func"() <{function_type = (i1) -> ()}> ({
    ^bb0(%arg5: i1):
      "t.br"(%arg5)[^bb1, ^bb2] : (i1) -> ()
    ^bb1:  // pred: ^bb0
      "gpu.return"() : () -> ()
    ^bb2:  // pred: ^bb0
      "gpu.return"() : () -> ()
    }) {sym_name = "two", workgroup_attributions = 0 : i64} : () -> ()
    "gpu.func"() <{function_type = (f32) -> ()}> ({
    ^bb0(%arg4: f32):
      %0 = "t.op"() : () -> i32
      "gpu.return"() {t.x} : () -> ()
    }) {gpu.kernel, sym_name = "isl", workgroup_attributions = 0 : i64} : () -> ()
  }) {t.a} : () -> ()
  "gpu.module"() <{sym_name = "empty"}> ({
  ^bb0:
  }) : () -> ()
  "gpu.module"() <{sym_name = "e2"}> ({
  ^bb0:
  }) {sym_visibility = "private"} : () -> ()
  "gpu.module"() <{sym_name = "e3", targets = [#nvvm.target]}> ({
  ^bb0:
  }) : () -> ()
  "builtin.module"() <{sym_name = "host"}> ({
    "gpu.module"() <{sym_name = "two words", targets = [#nvvm.target<chip = "sm_90">, #rocdl.target]}> ({
      "gpu.func"() <{arg_attrs = [{t.a}, {}], function_type = (memref<?xf32, 1>, f32) -> (), known_block_size = array<i32: 128, 1, 1>}> ({
      ^bb0(%arg0: memref<?xf32, 1>, %arg1: f32, %arg2: memref<4xf32, #gpu.address_space<workgroup>>, %arg3: memref<4xf32, #gpu.address_space<private>>):
        "t.use"(%arg2, %arg3, %arg0, %arg1) : (memref<4xf32, #gpu.address_space<workgroup>>, memref<4xf32, #gpu.address_space<private>>, memref<?xf32, 1>, f32) -> ()
        "gpu.return"() : () -> ()
      }) {gpu.kernel, sym_name = "a b", workgroup_attributions = 1 : i64} : () -> ()
    }) {t.a} : () -> ()
  }) {gpu.container_module} : () -> ()
}) : () -> ()

