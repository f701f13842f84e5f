// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(cse))' | filecheck %s

// CHECK-LABEL: func.func @merges
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: i32)
// CHECK-NEXT:    %[[S:.*]] = arith.addi %[[A]], %[[B]] : i32
// CHECK-NEXT:    return %[[S]], %[[S]], %[[S]] : i32, i32, i32
func.func @merges(%a: i32, %b: i32) -> (i32, i32, i32) {
  %0 = arith.addi %a, %b : i32
  %1 = arith.addi %a, %b : i32
  // Operands of a commutative operation may be exchanged.
  %2 = arith.addi %b, %a : i32
  return %0, %1, %2 : i32, i32, i32
}

// CHECK-LABEL: func.func @keeps_what_differs
// CHECK:         arith.subi %[[A:.*]], %[[B:.*]] : i32
// CHECK-NEXT:    arith.subi %[[B]], %[[A]] : i32
// CHECK-NEXT:    arith.cmpi slt, %[[A]], %[[B]] : i32
// CHECK-NEXT:    arith.cmpi ult, %[[A]], %[[B]] : i32
// CHECK-NEXT:    return
func.func @keeps_what_differs(%a: i32, %b: i32) -> (i32, i32, i1, i1) {
  %0 = arith.subi %a, %b : i32
  %1 = arith.subi %b, %a : i32
  %2 = arith.cmpi slt, %a, %b : i32
  %3 = arith.cmpi ult, %a, %b : i32
  return %0, %1, %2, %3 : i32, i32, i1, i1
}

// CHECK-LABEL: func.func @erases_dead
// CHECK-NEXT:    return
func.func @erases_dead(%a: i32) {
  %0 = arith.addi %a, %a : i32
  return
}

// CHECK-LABEL: func.func @sees_dominating_blocks
// CHECK:         %[[S:.*]] = arith.addi
// CHECK:       ^bb1:
// CHECK-NEXT:    %[[L:.*]] = arith.muli
// CHECK-NEXT:    cf.br ^bb3(%[[L]] : i32)
// CHECK:       ^bb2:
// CHECK-NEXT:    %[[R:.*]] = arith.muli
// CHECK-NEXT:    cf.br ^bb3(%[[R]] : i32)
// CHECK:       ^bb3(%[[V:.*]]: i32):
// CHECK-NEXT:    return %[[V]], %[[S]] : i32, i32
func.func @sees_dominating_blocks(%c: i1, %a: i32) -> (i32, i32) {
  %0 = arith.addi %a, %a : i32
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %1 = arith.muli %0, %a : i32
  cf.br ^bb3(%1 : i32)
^bb2:
  %2 = arith.muli %0, %a : i32
  cf.br ^bb3(%2 : i32)
^bb3(%v: i32):
  %3 = arith.addi %a, %a : i32
  return %v, %3 : i32, i32
}

// CHECK-LABEL: func.func @sees_around_regions
// CHECK:         %[[S:.*]] = arith.addi
// CHECK:         scf.for
// CHECK-NEXT:      memref.store %[[S]]
// CHECK-NEXT:    }
// CHECK-NEXT:    arith.muli
// CHECK-NEXT:    return
func.func @sees_around_regions(%n: index, %a: i32, %m: memref<8xi32>) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = arith.addi %a, %a : i32
  scf.for %i = %c0 to %n step %c1 {
    %1 = arith.addi %a, %a : i32
    memref.store %1, %m[%i] : memref<8xi32>
  }
  %2 = arith.muli %0, %0 : i32
  return %2 : i32
}

// CHECK-LABEL: func.func @merges_whole_loops
// CHECK:         %[[R:.*]] = scf.for
// CHECK-NOT:     scf.for
// CHECK:         return %[[R]], %[[R]] : i32, i32
func.func @merges_whole_loops(%n: index, %a: i32) -> (i32, i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> i32 {
    %s = arith.addi %x, %a : i32
    scf.yield %s : i32
  }
  %1 = scf.for %j = %c0 to %n step %c1 iter_args(%y = %a) -> i32 {
    %t = arith.addi %y, %a : i32
    scf.yield %t : i32
  }
  return %0, %1 : i32, i32
}

// CHECK-LABEL: func.func @merges_reads
// CHECK:         %[[V:.*]] = memref.load
// CHECK-NEXT:    return %[[V]], %[[V]] : i32, i32
func.func @merges_reads(%m: memref<8xi32>, %i: index) -> (i32, i32) {
  %0 = memref.load %m[%i] : memref<8xi32>
  %1 = memref.load %m[%i] : memref<8xi32>
  return %0, %1 : i32, i32
}

// The two arguments may be one buffer.
// CHECK-LABEL: func.func @keeps_reads_with_a_write_between
// CHECK:         memref.load
// CHECK-NEXT:    memref.store
// CHECK-NEXT:    memref.load
// CHECK-NEXT:    return
func.func @keeps_reads_with_a_write_between(
    %m: memref<8xi32>, %o: memref<8xi32>, %i: index) -> (i32, i32) {
  %0 = memref.load %m[%i] : memref<8xi32>
  memref.store %0, %o[%i] : memref<8xi32>
  %1 = memref.load %m[%i] : memref<8xi32>
  return %0, %1 : i32, i32
}

func.func private @f()

// CHECK-LABEL: func.func @keeps_reads_with_a_call_between
// CHECK:         memref.load
// CHECK-NEXT:    call @f
// CHECK-NEXT:    memref.load
// CHECK-NEXT:    return

func.func @keeps_reads_with_a_call_between(%m: memref<8xi32>, %i: index) -> (i32, i32) {
  %0 = memref.load %m[%i] : memref<8xi32>
  call @f() : () -> ()
  %1 = memref.load %m[%i] : memref<8xi32>
  return %0, %1 : i32, i32
}

// CHECK-LABEL: func.func @keeps_allocations
// CHECK:         memref.alloc
// CHECK-NEXT:    memref.alloc
// CHECK-NEXT:    return
func.func @keeps_allocations() -> (memref<8xi32>, memref<8xi32>) {
  %0 = memref.alloc() : memref<8xi32>
  %1 = memref.alloc() : memref<8xi32>
  return %0, %1 : memref<8xi32>, memref<8xi32>
}
