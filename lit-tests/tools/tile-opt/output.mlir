// RUN: rm -rf %t && mkdir %t
// RUN: tile-opt %s -o %t/good.mlir | count 0
// RUN: filecheck %s --input-file=%t/good.mlir
// RUN: tile-opt %s -o - | filecheck %s
// RUN: tile-opt - < %s | filecheck %s
// RUN: cat %s | tile-opt | filecheck %s
// RUN: tile-opt %s --mlir-print-op-generic | filecheck %s --check-prefix=GENERIC
// RUN: tile-opt %s --mlir-print-op-generic | tile-opt | filecheck %s
// RUN: tile-opt %s --mlir-print-debuginfo | filecheck %s --check-prefix=LOC
// RUN: tile-opt %s --verify-roundtrip | filecheck %s

// A file is written when all has gone well, and only then.
// RUN: echo 'kept' > %t/old.mlir
// RUN: not tile-opt %S/Inputs/unexpected.mlir -o %t/old.mlir 2>%t/err
// RUN: filecheck %s --check-prefix=OLD --input-file=%t/old.mlir
// RUN: not tile-opt %S/Inputs/unexpected.mlir -o %t/new.mlir 2>%t/err
// RUN: not cat %t/new.mlir
// RUN: not tile-opt %s -o %t/none/new.mlir 2>&1 | filecheck %s --check-prefix=NOWHERE

// CHECK:      module {
// CHECK-NEXT:   func.func @f(%arg0: i32) -> i32 {
// CHECK-NEXT:     return %arg0 : i32
// CHECK-NEXT:   }
// CHECK-NEXT: }

// GENERIC:      "builtin.module"() ({
// GENERIC-NEXT:   "func.func"() <{function_type = (i32) -> i32, sym_name = "f"}> ({
// GENERIC-NEXT:   ^bb0(%arg0: i32):
// GENERIC-NEXT:     "func.return"(%arg0) : (i32) -> ()

// LOC: return %arg0 : i32 loc(#loc{{[0-9]*}})
// LOC: #loc{{[0-9]*}} = loc("{{.*}}output.mlir":[[#@LINE+6]]:3)

// OLD: {{^kept$}}

// NOWHERE: tile-opt: error: cannot open output file '{{.*}}none/new.mlir': No such file or directory
func.func @f(%a: i32) -> i32 {
  return %a : i32
}
