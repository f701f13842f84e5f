// RUN: not tile-opt %s --split-input-file 2>%t.err | filecheck %s
// RUN: filecheck %s --check-prefix=ERR --input-file=%t.err

// What is missing here is the rest of a marker.
// ERR:      split-input-file.mlir:[[#@LINE+3]]:1: warning: near miss with file split marker
// ERR-NEXT: // ----
// ERR-NEXT: {{^}}^
// ----

// A piece that fails prints nothing; the others do, and places are those of the file.
// CHECK:      func.func @first
// CHECK:      {{^}}// -----
// CHECK-NEXT: {{^}}// -----
// CHECK-NEXT: {{^}}module {
// CHECK-NEXT:   func.func @third
func.func @first() {
  return
}

// -----

// ERR-NEXT: split-input-file.mlir:[[#@LINE+3]]:15: error: use of undeclared SSA value name
// ERR-NEXT: {{^}} func.return %nothing : i32
// ERR-NEXT: {{^}} ^
  func.return %nothing : i32

// -----

func.func @third() {
  return
}
