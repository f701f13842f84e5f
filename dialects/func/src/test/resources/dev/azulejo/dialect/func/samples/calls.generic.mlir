"builtin.module"() ({
  "func.func"() <{function_type = (i32) -> (i32, f32), sym_name = "f", sym_visibility = "private"}> ({
  }) : () -> ()
  "func.func"() <{function_type = () -> (), sym_name = "g", sym_visibility = "private"}> ({
  }) : () -> ()
  "func.func"() <{function_type = (i32) -> f32, sym_name = "h"}> ({
  ^bb0(%arg0: i32):
    %0:2 = "func.call"(%arg0) <{callee = @f}> : (i32) -> (i32, f32)
    %1:2 = "func.call"(%0#0) <{callee = @f}> {tag = 1 : i8} : (i32) -> (i32, f32)
    "func.call"() <{callee = @g, no_inline}> : () -> ()
    %2 = "func.constant"() <{value = @f}> : () -> ((i32) -> (i32, f32))
    %3:2 = "func.call_indirect"(%2, %arg0) : ((i32) -> (i32, f32), i32) -> (i32, f32)
    %4 = "func.constant"() <{value = @g}> {tag} : () -> (() -> ())
    "func.call_indirect"(%4) {tag} : (() -> ()) -> ()
    %5:2 = "func.call"(%arg0) <{arg_attrs = [{x.y}], callee = @f, res_attrs = [{}, {x.z = 2 : i8}]}> : (i32) -> (i32, f32)
    %6:2 = "func.call_indirect"(%2, %arg0) <{arg_attrs = [{x.y}], res_attrs = [{}, {x.z = 2 : i8}]}> : ((i32) -> (i32, f32), i32) -> (i32, f32)
    "func.return"(%1#1) : (f32) -> ()
  }) : () -> ()
}) : () -> ()

