// A written run comes out the same, and input without one is refused.

// RUN: tile-opt %s --cse --mlir-generate-reproducer=%t.repro.mlir -o %t.first
// RUN: filecheck %s --check-prefix=REPRO --input-file=%t.repro.mlir
// RUN: tile-opt %t.repro.mlir --run-reproducer -o %t.second
// RUN: diff %t.first %t.second
// RUN: not tile-opt %s --run-reproducer 2>&1 | filecheck %s --check-prefix=NONE

// REPRO:      func.func @f
// REPRO:      {-#
// REPRO-NEXT:   external_resources: {
// REPRO-NEXT:     mlir_reproducer: {
// REPRO-NEXT:       pipeline: "builtin.module(cse)",
// REPRO-NEXT:       disable_threading: {{true|false}},
// REPRO-NEXT:       verify_each: true

// NONE: error: the input has no 'mlir_reproducer' in its metadata section
func.func @f(%a: i32) -> (i32, i32) {
  %0 = arith.muli %a, %a : i32
  %1 = arith.muli %a, %a : i32
  return %0, %1 : i32, i32
}
