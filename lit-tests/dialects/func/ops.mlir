// RUN: %roundtrip --allow-unregistered-dialect | filecheck %s

// CHECK-LABEL: func.func private @declared(i32 {x.y = 1 : i8}, f32) -> (i32 {x.z}, f32)
func.func private @declared(i32 {x.y = 1 : i8}, f32) -> (i32 {x.z}, f32)

// One result needs no parentheses, unless it is a function or has attributes.
// CHECK: func.func private @one_result() -> i32
func.func private @one_result() -> (i32)
// CHECK: func.func private @function_result() -> ((i32) -> i32)
func.func private @function_result() -> ((i32) -> i32)
// CHECK: func.func private @result_with_attribute() -> (i32 {x.z})
func.func private @result_with_attribute() -> (i32 {x.z})

// CHECK: func.func nested @"odd name"()
func.func nested @"odd name"() -> ()

// CHECK: func.func private @attributes() attributes {no_inline, x.a = 1 : i8}
func.func private @attributes() attributes {x.a = 1 : i8, no_inline}

// CHECK-LABEL: func.func public @arguments(
// CHECK-SAME:    %[[A:.*]]: i32 {a.b = 1 : i8, a.c}, %[[B:.*]]: f32) -> (f32, i32 {r.s = "q"}) {
// CHECK-NEXT:    return %[[B]], %[[A]] : f32, i32
func.func public @arguments(%a: i32 {a.b = 1 : i8, a.c}, %b: f32) -> (f32, i32 {r.s = "q"}) {
  return %b, %a : f32, i32
}

// CHECK-LABEL: func.func @blocks
// CHECK:         "t.br"(%{{.*}})[^[[B:.*]]] : (i32) -> ()
// CHECK-NEXT:  ^[[B]](%[[X:.*]]: i32):
// CHECK-NEXT:    return {tag} %[[X]] : i32
func.func @blocks(%x: i32) -> i32 {
  "t.br"(%x)[^bb1] : (i32) -> ()
^bb1(%y: i32):
  return {tag} %y : i32
}

// CHECK-LABEL: func.func @calls
// CHECK-SAME:    (%[[A:.*]]: i32, %[[G:.*]]: (i32) -> i32, %{{.*}}: f32)
// CHECK-NEXT:    %{{.*}}:2 = call @declared(%[[A]], %{{.*}}) : (i32, f32) -> (i32, f32)
// CHECK-NEXT:    call @calls(%[[A]], %[[G]], %{{.*}}) {no_inline, tag} : (i32, (i32) -> i32, f32) -> ()
// CHECK-NEXT:    %[[F:.*]] = constant @blocks : (i32) -> i32
// CHECK-NEXT:    %[[R:.*]] = call_indirect %[[F]](%[[A]]) : (i32) -> i32
// CHECK-NEXT:    %{{.*}} = call_indirect %[[G]](%[[R]]) {tag} : (i32) -> i32
func.func @calls(%a: i32, %g: (i32) -> i32, %x: f32) {
  %0:2 = call @declared(%a, %x) : (i32, f32) -> (i32, f32)
  call @calls(%a, %g, %x) {tag, no_inline} : (i32, (i32) -> i32, f32) -> ()
  %f = constant @blocks : (i32) -> i32
  %1 = call_indirect %f(%a) : (i32) -> i32
  %2 = call_indirect %g(%1) {tag} : (i32) -> i32
  return
}
