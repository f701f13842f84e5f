// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize,cse))' --print-ir-after-all -o %t.out 2>&1 | filecheck %s --check-prefix=AFTER
// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize,cse))' --mlir-print-ir-before=cse -o %t.out 2>&1 | filecheck %s --check-prefix=BEFORE
// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize,cse))' --print-ir-after-change -o %t.out 2>&1 | filecheck %s --check-prefix=CHANGE
// RUN: tile-opt %s --cse --print-ir-after=cse --print-ir-module-scope -o %t.out 2>&1 | filecheck %s --check-prefix=SCOPE
// RUN: rm -rf %t.tree
// RUN: tile-opt %s --pass-pipeline='builtin.module(canonicalize,func.func(cse))' --print-ir-after-all --print-ir-tree-dir=%t.tree
// RUN: filecheck %s --check-prefix=TREE --input-file=%t.tree/builtin_module_no-symbol-name/func_func_g/0_0_cse.mlir
// RUN: filecheck %s --check-prefix=WHOLE --input-file=%t.tree/builtin_module_no-symbol-name/0_canonicalize.mlir

// Functions follow each other, whatever the threads.
// AFTER:      {{^}}// -----// IR Dump After Canonicalize (canonicalize) //----- //
// AFTER-NEXT: {{^}}func.func @f(
// AFTER:      {{^}}// -----// IR Dump After Cse (cse) //----- //
// AFTER-NEXT: {{^}}func.func @f(
// AFTER:      {{^}}// -----// IR Dump After Canonicalize (canonicalize) //----- //
// AFTER-NEXT: {{^}}func.func @g(
// AFTER:      {{^}}// -----// IR Dump After Cse (cse) //----- //
// AFTER-NEXT: {{^}}func.func @g(

// BEFORE-NOT: IR Dump After
// BEFORE:     IR Dump Before Cse (cse)
// BEFORE-NOT: canonicalize
// BEFORE:     IR Dump Before Cse (cse)

// CHANGE-NOT: canonicalize
// CHANGE:      IR Dump After Cse (cse)
// CHANGE-NEXT: func.func @f
// CHANGE-NOT: IR Dump

// SCOPE: // -----// IR Dump After Cse (cse) ('builtin.module' operation) //----- //

// TREE:      // -----// IR Dump After Cse (cse) //----- //
// TREE-NEXT: func.func @g
// WHOLE:      // -----// IR Dump After Canonicalize (canonicalize) //----- //
// WHOLE-NEXT: module {

func.func @f(%a: i32) -> (i32, i32) {
  %0 = arith.muli %a, %a : i32
  %1 = arith.muli %a, %a : i32
  return %0, %1 : i32, i32
}

func.func @g(%a: i32) -> i32 {
  return %a : i32
}
