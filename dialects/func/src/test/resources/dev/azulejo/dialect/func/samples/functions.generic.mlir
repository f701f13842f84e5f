"builtin.module"() ({
  "func.func"() <{function_type = () -> (), sym_name = "empty"}> ({
    "func.return"() : () -> ()
  }) : () -> ()
  "func.func"() <{function_type = (i32, f32) -> (i32, f32), sym_name = "args"}> ({
  ^bb0(%arg5: i32, %arg6: f32):
    "func.return"(%arg5, %arg6) : (i32, f32) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (i32) -> i32, sym_name = "one", sym_visibility = "public"}> ({
  ^bb0(%arg4: i32):
    "func.return"(%arg4) {tag} : (i32) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{a.b = 1 : i8, a.c}, {}], function_type = (i32, i32) -> i32, no_inline, res_attrs = [{r.s = "q"}], sym_name = "attributes", sym_visibility = "nested"}> ({
  ^bb0(%arg2: i32, %arg3: i32):
    "func.return"(%arg2) : (i32) -> ()
  }) {f.g = 1 : i8, h} : () -> ()
  "func.func"() <{function_type = () -> (i32, i32, f32), res_attrs = [{x.a}, {}, {x.b}], sym_name = "results", sym_visibility = "private"}> ({
    %1 = "t.i"() : () -> i32
    %2 = "t.f"() : () -> f32
    "func.return"(%1, %1, %2) : (i32, i32, f32) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (i32) -> i32, sym_name = "blocks"}> ({
  ^bb0(%arg1: i32):
    "t.br"(%arg1)[^bb1] : (i32) -> ()
  ^bb1(%0: i32):  // pred: ^bb0
    "func.return"(%0) : (i32) -> ()
  }) : () -> ()
  "func.func"() <{function_type = () -> (), sym_name = "module_inside"}> ({
    "builtin.module"() ({
      "func.func"() <{function_type = () -> (), sym_name = "inside"}> ({
        "func.return"() : () -> ()
      }) : () -> ()
    }) : () -> ()
    "func.return"() : () -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{tile.data = "Z(-2,2)"}], function_type = (memref<8x8xf16>) -> (), sym_name = "data"}> ({
  ^bb0(%arg0: memref<8x8xf16>):
    "func.return"() : () -> ()
  }) {tile.reference = @args} : () -> ()
}) : () -> ()

