// RUN: %roundtrip | filecheck %s

// CHECK-LABEL: func.func @branches
// CHECK-SAME:    (%[[C:.*]]: i1, %[[X:.*]]: i32, %[[Y:.*]]: f32)
// CHECK-NEXT:    cf.cond_br %[[C]], ^[[B1:.*]](%[[X]], %[[Y]] : i32, f32), ^[[B2:.*]]
// CHECK-NEXT:  ^[[B1]](%[[A:.*]]: i32, %{{.*}}: f32):
// CHECK-NEXT:    cf.br ^[[B3:.*]](%[[A]] : i32) {tag}
// CHECK-NEXT:  ^[[B2]]:
// CHECK-NEXT:    cf.cond_br %[[C]] weights([10, 90]), ^[[B3]](%[[X]] : i32), ^[[B4:.*]] {tag}
// CHECK-NEXT:  ^[[B3]](%{{.*}}: i32):
// CHECK-NEXT:    cf.br ^[[B4]]
// CHECK-NEXT:  ^[[B4]]:
// CHECK-NEXT:    return
func.func @branches(%c: i1, %x: i32, %y: f32) {
  cf.cond_br %c, ^bb1(%x, %y : i32, f32), ^bb2
^bb1(%0: i32, %1: f32):
  cf.br ^bb3(%0 : i32) {tag}
^bb2:
  cf.cond_br %c weights([10, 90]), ^bb3(%x : i32), ^bb4 {tag}
^bb3(%2: i32):
  cf.br ^bb4
^bb4:
  return
}

// CHECK-LABEL: func.func @asserts
// CHECK-NEXT:    cf.assert %{{.*}}, "must be \22true\22"
// CHECK-NEXT:    cf.assert %{{.*}}, "" {tag}
func.func @asserts(%c: i1) {
  cf.assert %c, "must be \22true\22"
  cf.assert %c, "" {tag}
  return
}

// Values print from 0, and may be read with a minus.
// CHECK-LABEL: func.func @switch
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: si8, %[[C:.*]]: i64)
// CHECK-NEXT:    cf.switch %[[A]] : i32, [
// CHECK-NEXT:      default: ^[[B3:.*]],
// CHECK-NEXT:      1: ^[[B1:.*]](%[[A]] : i32),
// CHECK-NEXT:      4294967294: ^[[B2:.*]](%[[A]], %[[B]] : i32, si8),
// CHECK-NEXT:      2147483647: ^[[B3]]
// CHECK-NEXT:    ]
// CHECK-NEXT:  ^[[B1]](%{{.*}}: i32):
// CHECK-NEXT:    cf.switch %[[C]] : i64, [
// CHECK-NEXT:      default: ^[[B3]]] {tag}
// CHECK-NEXT:  ^[[B2]](%{{.*}}: i32, %{{.*}}: si8):
// CHECK-NEXT:    cf.switch %[[B]] : si8, [
// CHECK-NEXT:      default: ^[[B3]],
// CHECK-NEXT:      255: ^[[B3]]
// CHECK-NEXT:    ] {tag}
func.func @switch(%a: i32, %b: si8, %c: i64) {
  cf.switch %a : i32, [default: ^bb3, 1: ^bb1(%a : i32), -2: ^bb2(%a, %b : i32, si8), 2147483647: ^bb3]
^bb1(%0: i32):
  cf.switch %c : i64, [default: ^bb3] {tag}
^bb2(%1: i32, %2: si8):
  cf.switch %b : si8, [default: ^bb3, -1: ^bb3] {tag}
^bb3:
  return
}
