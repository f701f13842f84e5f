// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize))' | filecheck %s

func.func private @g(i32) -> f32

// CHECK-LABEL: func.func @known_callee
// CHECK-SAME:    (%[[X:.*]]: i32)
// CHECK-NEXT:    %[[R:.*]] = call @g(%[[X]]) : (i32) -> f32
// CHECK-NEXT:    return %[[R]] : f32
func.func @known_callee(%x: i32) -> f32 {
  %g = constant @g : (i32) -> f32
  %0 = call_indirect %g(%x) : (i32) -> f32
  return %0 : f32
}

// CHECK-LABEL: func.func @unknown_callee
// CHECK-NEXT:    call_indirect
func.func @unknown_callee(%g: (i32) -> f32, %x: i32) -> f32 {
  %0 = call_indirect %g(%x) : (i32) -> f32
  return %0 : f32
}

// A call may do anything, so it stays although nobody uses what it returns.
// CHECK-LABEL: func.func @unused_result
// CHECK-NEXT:    call @g
func.func @unused_result(%x: i32) {
  %0 = call @g(%x) : (i32) -> f32
  return
}
