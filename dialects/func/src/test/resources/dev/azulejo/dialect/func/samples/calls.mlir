module {
  func.func private @f(i32) -> (i32, f32)
  func.func private @g()
  func.func @h(%arg0: i32) -> f32 {
    %0:2 = call @f(%arg0) : (i32) -> (i32, f32)
    %1:2 = call @f(%0#0) {tag = 1 : i8} : (i32) -> (i32, f32)
    call @g() {no_inline} : () -> ()
    %f = constant @f : (i32) -> (i32, f32)
    %2:2 = call_indirect %f(%arg0) : (i32) -> (i32, f32)
    %f_0 = constant {tag} @g : () -> ()
    call_indirect %f_0() {tag} : () -> ()
    %3:2 = call @f(%arg0) {arg_attrs = [{x.y}], res_attrs = [{}, {x.z = 2 : i8}]} : (i32) -> (i32, f32)
    %4:2 = call_indirect %f(%arg0) {arg_attrs = [{x.y}], res_attrs = [{}, {x.z = 2 : i8}]} : (i32) -> (i32, f32)
    return %1#1 : f32
  }
}

