// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize))' | filecheck %s

// CHECK-LABEL: func.func @erases_dead
// CHECK-NEXT:    memref.store
// CHECK-NEXT:    return
func.func @erases_dead(%a: i32, %m: memref<8xi32>, %i: index) {
  %0 = arith.addi %a, %a : i32
  %1 = arith.muli %0, %a : i32
  %2 = memref.load %m[%i] : memref<8xi32>
  memref.store %a, %m[%i] : memref<8xi32>
  return
}

// Constants that stand in front keep their order; what folding makes comes before them.
// CHECK-LABEL: func.func @folds_and_makes_constants_unique
// CHECK-SAME:    (%[[A:.*]]: i32)
// CHECK-NEXT:    %[[C11:.*]] = arith.constant 11 : i32
// CHECK-NEXT:    %[[C5:.*]] = arith.constant 5 : i32
// CHECK-NEXT:    %[[C6:.*]] = arith.constant 6 : i32
// CHECK-NEXT:    %[[S:.*]] = arith.muli %[[A]], %[[C5]] : i32
// CHECK-NEXT:    return %[[S]], %[[C11]], %[[C6]], %[[C6]] : i32, i32, i32, i32
func.func @folds_and_makes_constants_unique(%a: i32) -> (i32, i32, i32, i32) {
  %c5 = arith.constant 5 : i32
  %c6 = arith.constant 6 : i32
  %0 = arith.muli %c5, %a : i32
  %1 = arith.addi %c5, %c6 : i32
  %again = arith.constant 6 : i32
  return %0, %1, %c6, %again : i32, i32, i32, i32
}

// CHECK-LABEL: func.func @moves_constants_out_of_loops
// CHECK:         %[[C:.*]] = arith.constant 7 : i32
// CHECK:         scf.for
// CHECK-NEXT:      memref.store %[[C]]
func.func @moves_constants_out_of_loops(%n: index, %m: memref<8xi32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %c7 = arith.constant 7 : i32
    memref.store %c7, %m[%i] : memref<8xi32>
  }
  return
}

// CHECK-LABEL: func.func @merges_chains_of_blocks
// CHECK-SAME:    (%[[A:.*]]: i32)
// CHECK-NEXT:    %[[S:.*]] = arith.addi %[[A]], %[[A]] : i32
// CHECK-NEXT:    return %[[S]] : i32
func.func @merges_chains_of_blocks(%a: i32) -> i32 {
  cf.br ^bb1(%a : i32)
^bb1(%x: i32):
  %0 = arith.addi %x, %x : i32
  cf.br ^bb2
^bb2:
  return %0 : i32
^bb3:
  cf.br ^bb2
}

// CHECK-LABEL: func.func @drops_unused_arguments
// CHECK:         cf.br ^bb1(%{{.*}} : i32)
// CHECK:       ^bb1(%[[X:.*]]: i32):
// CHECK-NEXT:    %[[Y:.*]] = arith.addi %[[X]]
// CHECK-NEXT:    cf.cond_br %{{.*}}, ^bb1(%[[Y]] : i32), ^bb2
// CHECK:       ^bb2:
// CHECK-NEXT:    return %[[Y]] : i32
func.func @drops_unused_arguments(%c: i1, %a: i32) -> i32 {
  cf.br ^bb1(%a, %a : i32, i32)
^bb1(%x: i32, %unused: i32):
  %0 = arith.addi %x, %a : i32
  cf.cond_br %c, ^bb1(%0, %unused : i32, i32), ^bb2
^bb2:
  return %0 : i32
}
