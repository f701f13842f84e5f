// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize))' --allow-unregistered-dialect | filecheck %s

// CHECK-LABEL: func.func @condition_is_true
// CHECK-SAME:    (%[[X:.*]]: i32, %{{.*}}: i32)
// CHECK-NEXT:    return %[[X]] : i32
func.func @condition_is_true(%x: i32, %y: i32) -> i32 {
  %true = arith.constant true
  cf.cond_br %true, ^bb1(%x : i32), ^bb2(%y : i32)
^bb1(%0: i32):
  return %0 : i32
^bb2(%1: i32):
  "t.not_here"(%1) : (i32) -> ()
  return %1 : i32
}

// CHECK-LABEL: func.func @condition_is_false
// CHECK-SAME:    (%{{.*}}: i32, %[[Y:.*]]: i32)
// CHECK-NEXT:    "t.here"(%[[Y]])
// CHECK-NEXT:    return %[[Y]] : i32
func.func @condition_is_false(%x: i32, %y: i32) -> i32 {
  %false = arith.constant false
  cf.cond_br %false, ^bb1(%x : i32), ^bb2(%y : i32)
^bb1(%0: i32):
  return %0 : i32
^bb2(%1: i32):
  "t.here"(%1) : (i32) -> ()
  return %1 : i32
}

// CHECK-LABEL: func.func @switch_to_case
// CHECK:         "t.case"
// CHECK-NOT:     "t.default"
func.func @switch_to_case(%y: i32) -> i32 {
  %x = arith.constant -2 : i32
  cf.switch %x : i32, [default: ^bb2, 1: ^bb2, -2: ^bb1(%y : i32), 3: ^bb2]
^bb1(%0: i32):
  "t.case"() : () -> ()
  return %0 : i32
^bb2:
  "t.default"() : () -> ()
  return %x : i32
}

// CHECK-LABEL: func.func @switch_to_default
// CHECK-NOT:     "t.case"
// CHECK:         "t.default"
func.func @switch_to_default(%y: i32) -> i32 {
  %x = arith.constant -3 : i32
  cf.switch %x : i32, [default: ^bb2, 1: ^bb2, -2: ^bb1(%y : i32), 3: ^bb2]
^bb1(%0: i32):
  "t.case"() : () -> ()
  return %0 : i32
^bb2:
  "t.default"() : () -> ()
  return %x : i32
}

// CHECK-LABEL: func.func @asserts
// CHECK-NOT:     "gone"
// CHECK:         cf.assert %{{.*}}, "false"
// CHECK-NEXT:    cf.assert %{{.*}}, "unknown"
func.func @asserts(%c: i1) {
  %true = arith.constant true
  %false = arith.constant false
  cf.assert %true, "gone"
  cf.assert %false, "false"
  cf.assert %c, "unknown"
  return
}
