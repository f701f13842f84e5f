// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize))' --allow-unregistered-dialect | filecheck %s

// CHECK-LABEL: func.func @chain
// CHECK-SAME:    (%[[X:.*]]: i32)
// CHECK-NEXT:    "t.a"() : () -> ()
// CHECK-NEXT:    return %[[X]] : i32
func.func @chain(%x: i32) -> i32 {
  cf.br ^bb1(%x : i32)
^bb1(%0: i32):
  "t.a"() : () -> ()
  cf.br ^bb2
^bb2:
  return %0 : i32
}

// A block that only jumps on is passed by; one whose argument is used elsewhere is not.
// CHECK-LABEL: func.func @passes_by
// CHECK-SAME:    (%[[C:.*]]: i1, %[[X:.*]]: i32, %[[Y:.*]]: i32)
// CHECK-NEXT:    cf.cond_br %[[C]] weights([1, 9]), ^[[B1:.*]](%[[X]], %[[X]] : i32, i32), ^[[B1]](%[[Y]], %[[Y]] : i32, i32)
// CHECK-NEXT:  ^[[B1]](
func.func @passes_by(%c: i1, %x: i32, %y: i32) -> i32 {
  cf.cond_br %c weights([1, 9]), ^bb1(%x : i32), ^bb2(%y : i32)
^bb1(%0: i32):
  cf.br ^bb3(%0, %x : i32, i32)
^bb2(%1: i32):
  cf.br ^bb3(%y, %1 : i32, i32)
^bb3(%2: i32, %3: i32):
  "t.use"(%2, %3) : (i32, i32) -> ()
  cf.cond_br %c, ^bb3(%3, %2 : i32, i32), ^bb4
^bb4:
  return %2 : i32
}

// CHECK-LABEL: func.func @argument_used_elsewhere
// CHECK:         cf.br ^[[B:.*]](%{{.*}} : i32)
// CHECK-NEXT:  ^[[B]](%[[A:.*]]: i32):
// CHECK-NEXT:    cf.cond_br %{{.*}}, ^[[D:.*]], ^{{.*}}
func.func @argument_used_elsewhere(%c: i1, %d: i1, %x: i32) -> i32 {
  "t.a"() : () -> ()
  cf.br ^bb1(%x : i32)
^bb1(%0: i32):
  cf.cond_br %d, ^bb2, ^bb3
^bb2:
  "t.b"(%0) : (i32) -> ()
  cf.br ^bb1(%0 : i32)
^bb3:
  return %0 : i32
}

// CHECK-LABEL: func.func @same_block_same_values
// CHECK-SAME:    (%[[C:.*]]: i1, %[[D:.*]]: i1, %[[X:.*]]: i32)
// CHECK:         "t.a"() : () -> ()
// CHECK-NEXT:    cf.br ^{{.*}}(%[[X]] : i32)
func.func @same_block_same_values(%c: i1, %d: i1, %x: i32) -> i32 {
  cf.cond_br %d, ^bb1, ^bb2(%x : i32)
^bb1:
  "t.a"() : () -> ()
  cf.cond_br %c, ^bb2(%x : i32), ^bb2(%x : i32)
^bb2(%0: i32):
  return %0 : i32
}

// CHECK-LABEL: func.func @selects
// CHECK-SAME:    (%[[C:.*]]: i1, %[[X:.*]]: i32, %[[Y:.*]]: i32, %[[Z:.*]]: f32)
// CHECK-NEXT:    %[[S:.*]] = arith.select %[[C]], %[[X]], %[[Y]] : i32
// CHECK-NEXT:    return %[[S]], %[[Z]] : i32, f32
func.func @selects(%c: i1, %x: i32, %y: i32, %z: f32) -> (i32, f32) {
  cf.cond_br %c, ^bb1(%x, %z : i32, f32), ^bb1(%y, %z : i32, f32)
^bb1(%0: i32, %1: f32):
  return %0, %1 : i32, f32
}

// Where others come there too, nothing is selected.
// CHECK-LABEL: func.func @does_not_select
// CHECK-NOT:     arith.select
// CHECK:         return
func.func @does_not_select(%c: i1, %d: i1, %x: i32, %y: i32) -> i32 {
  cf.cond_br %d, ^bb1, ^bb2(%x : i32)
^bb1:
  "t.a"() : () -> ()
  cf.cond_br %c, ^bb2(%x : i32), ^bb2(%y : i32)
^bb2(%0: i32):
  return %0 : i32
}

// CHECK-LABEL: func.func @decided_before
// CHECK:         cf.cond_br
// CHECK:         "t.a"
// CHECK-NEXT:    "t.c"
// CHECK-NEXT:    return
// CHECK:         "t.b"
// CHECK-NEXT:    "t.d"
// CHECK-NEXT:    return
func.func @decided_before(%c: i1) {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  "t.a"() : () -> ()
  cf.cond_br %c, ^bb3, ^bb4
^bb2:
  "t.b"() : () -> ()
  cf.cond_br %c, ^bb3, ^bb4
^bb3:
  "t.c"() : () -> ()
  return
^bb4:
  "t.d"() : () -> ()
  return
}

// The condition is known in the blocks it leads to, though not inside of what stands there.
// CHECK-LABEL: func.func @condition_is_known
// CHECK-SAME:    (%[[C:.*]]: i1)
// CHECK-DAG:     %[[TRUE:.*]] = arith.constant true
// CHECK-DAG:     %[[FALSE:.*]] = arith.constant false
// CHECK:         cf.cond_br %[[C]]
// CHECK:         "t.a"(%[[TRUE]])
// CHECK:         "t.use"(%[[C]])
// CHECK:         "t.b"(%[[FALSE]])
func.func @condition_is_known(%c: i1) {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  "t.a"(%c) : (i1) -> ()
  "t.region"() ({
    "t.use"(%c) : (i1) -> ()
  }) : () -> ()
  return
^bb2:
  "t.b"(%c) : (i1) -> ()
  return
}

// Jumps in a circle are not followed.
// CHECK-LABEL: func.func @circle
// CHECK:         cf.br
func.func @circle(%c: i1) {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  cf.br ^bb2
^bb2:
  cf.br ^bb1
}

// CHECK-LABEL: func.func @switch_without_cases
// CHECK-SAME:    (%[[X:.*]]: i32)
// CHECK-NEXT:    "t.a"
// CHECK-NEXT:    return %[[X]]
func.func @switch_without_cases(%x: i32) -> i32 {
  cf.switch %x : i32, [default: ^bb1(%x : i32)]
^bb1(%0: i32):
  "t.a"() : () -> ()
  return %0 : i32
}

// A case that does what the default does goes; other operands or another block keep it.
// CHECK-LABEL: func.func @cases_like_default
// CHECK-SAME:    (%[[X:.*]]: i32, %[[Y:.*]]: i32)
// CHECK-NEXT:    cf.switch %[[X]] : i32, [
// CHECK-NEXT:      default: ^[[B1:.*]](%[[Y]] : i32),
// CHECK-NEXT:      2: ^[[B1]](%[[X]] : i32),
// CHECK-NEXT:      3: ^{{.*}}
// CHECK-NEXT:    ]
func.func @cases_like_default(%x: i32, %y: i32) -> i32 {
  cf.switch %x : i32, [default: ^bb1(%y : i32), 1: ^bb1(%y : i32), 2: ^bb1(%x : i32), 3: ^bb2]
^bb1(%0: i32):
  "t.a"() : () -> ()
  return %0 : i32
^bb2:
  "t.b"() : () -> ()
  return %x : i32
}

// CHECK-LABEL: func.func @switch_passes_by
// CHECK-SAME:    (%[[X:.*]]: i32, %[[Y:.*]]: i32)
// CHECK-NEXT:    cf.switch %[[X]] : i32, [
// CHECK-NEXT:      default: ^[[B3:.*]](%[[Y]] : i32),
// CHECK-NEXT:      1: ^{{.*}},
// CHECK-NEXT:      2: ^[[B3]](%[[X]] : i32)
// CHECK-NEXT:    ]
func.func @switch_passes_by(%x: i32, %y: i32) -> i32 {
  cf.switch %x : i32, [default: ^bb1(%y : i32), 1: ^bb2, 2: ^bb1(%x : i32)]
^bb1(%0: i32):
  cf.br ^bb3(%0 : i32)
^bb2:
  "t.b"() : () -> ()
  cf.br ^bb3(%x : i32)
^bb3(%1: i32):
  "t.c"() : () -> ()
  return %1 : i32
}

// Behind a switch the value is known, or at least which values it has not.
// CHECK-LABEL: func.func @switch_behind_switch
// CHECK-SAME:    (%[[X:.*]]: i32, %[[Y:.*]]: i32)
// CHECK:         "t.a"
// CHECK-NEXT:    cf.switch %[[X]] : i32, [
// CHECK-NEXT:      default: ^{{.*}}(%[[X]] : i32),
// CHECK-NEXT:      5: ^[[B4:.*]]
// CHECK-NEXT:    ]
// CHECK:         "t.b"
// CHECK-NEXT:    cf.br ^[[B4]]
func.func @switch_behind_switch(%x: i32, %y: i32) -> i32 {
  cf.switch %x : i32, [default: ^bb1, 1: ^bb2, 2: ^bb3(%y : i32)]
^bb1:
  "t.a"() : () -> ()
  cf.switch %x : i32, [default: ^bb3(%x : i32), 1: ^bb3(%y : i32), 5: ^bb4]
^bb2:
  "t.b"() : () -> ()
  cf.switch %x : i32, [default: ^bb3(%x : i32), 1: ^bb4, 5: ^bb4]
^bb3(%1: i32):
  "t.c"() : () -> ()
  return %1 : i32
^bb4:
  "t.d"() : () -> ()
  return %x : i32
}

// Arguments that nobody uses go, and what each case hands over for them.
// CHECK-LABEL: func.func @unused_arguments
// CHECK-SAME:    (%[[X:.*]]: i32, %[[Y:.*]]: i32)
// CHECK-NEXT:    cf.switch %[[X]] : i32, [
// CHECK-NEXT:      default: ^[[B1:.*]](%[[Y]] : i32),
// CHECK-NEXT:      1: ^[[B2:.*]],
// CHECK-NEXT:      2: ^[[B1]](%[[X]] : i32)
// CHECK-NEXT:    ]
// CHECK-NEXT:  ^[[B1]](%[[A:.*]]: i32):
// CHECK-NEXT:    "t.use"(%[[A]]) : (i32) -> ()
// CHECK-NEXT:    return
// CHECK-NEXT:  ^[[B2]]:
// CHECK-NEXT:    "t.b"() : () -> ()
// CHECK-NEXT:    return
func.func @unused_arguments(%x: i32, %y: i32) {
  cf.switch %x : i32, [default: ^bb1(%x, %y : i32, i32), 1: ^bb2(%y : i32), 2: ^bb1(%y, %x : i32, i32)]
^bb1(%0: i32, %1: i32):
  "t.use"(%1) : (i32) -> ()
  return
^bb2(%2: i32):
  "t.b"() : () -> ()
  return
}
