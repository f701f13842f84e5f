// RUN: tile-opt %s --pass=loop-strength-reduction,canonicalize,cse --split-input-file | filecheck %s

// Slot and parity of the number of an iteration go on together.
// CHECK-LABEL: func.func @plain
// CHECK:         scf.for {{.*}} iter_args(%[[S:.*]] = %c0, %[[P:.*]] = %c0) -> (index, index) {
// CHECK-NEXT:      memref.store %[[S]]
// CHECK-NEXT:      memref.store %[[P]]
// CHECK-NEXT:      %[[UP:.*]] = arith.addi %[[S]], %c1 : index
// CHECK-NEXT:      %[[OVER:.*]] = arith.cmpi eq, %[[UP]], %c4 : index
// CHECK-NEXT:      %[[NEXT:.*]] = arith.select %[[OVER]], %c0, %[[UP]] : index
// CHECK-NEXT:      %[[FLIPS:.*]] = arith.select %[[OVER]], %c1, %c0 : index
// CHECK-NEXT:      %[[OTHER:.*]] = arith.xori %[[P]], %[[FLIPS]] : index
// CHECK-NEXT:      scf.yield %[[NEXT]], %[[OTHER]] : index, index
func.func @plain(%n: index, %use: memref<?xindex>, %bits: memref<?xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  scf.for %k = %c0 to %n step %c1 {
    %s = arith.remui %k, %c4 : index
    %q = arith.divui %k, %c4 : index
    %b = arith.andi %q, %c1 : index
    memref.store %s, %use[%k] : memref<?xindex>
    memref.store %b, %bits[%k] : memref<?xindex>
  }
  return
}

// -----

// A loop may begin anywhere; the second use begins with the second slot of the second turn.
// CHECK-LABEL: func.func @from
// CHECK:         scf.for {{.*}} iter_args(%[[S:.*]] = %c0, %[[P:.*]] = %c0) -> (index, index) {
// CHECK:         scf.for {{.*}} iter_args(%[[S:.*]] = %c1, %[[P:.*]] = %c1) -> (index, index) {
func.func @from(%low: index, %n: index, %use: memref<?xindex>) {
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %c5 = arith.constant 5 : index
  scf.for %k = %low to %n step %c1 {
    %o = arith.subi %k, %low : index
    %s = arith.remui %o, %c4 : index
    %q = arith.divui %o, %c4 : index
    %b = arith.andi %q, %c1 : index
    memref.store %b, %use[%s] : memref<?xindex>
  }
  scf.for %k = %c5 to %n step %c1 {
    %s = arith.remui %k, %c4 : index
    %q = arith.divui %k, %c4 : index
    %b = arith.andi %q, %c1 : index
    memref.store %b, %use[%s] : memref<?xindex>
  }
  return
}

// -----

// A count that goes through loops and branches takes them along, and goes where nobody asks for it any more. A parity that
// is wanted the other way round alone begins as 1.
// CHECK-LABEL: func.func @nested
// CHECK:         scf.for {{.*}} iter_args(%[[S0:.*]] = %c0, %[[P0:.*]] = %c1) -> (index, index) {
// CHECK-NEXT:      %[[IN:.*]]:2 = scf.for {{.*}} iter_args(%[[S:.*]] = %[[S0]], %[[P:.*]] = %[[P0]]) -> (index, index) {
// CHECK-NEXT:        %[[R:.*]]:2 = scf.if %{{.*}} -> (index, index) {
// CHECK-NEXT:          memref.store %[[S]]
// CHECK-NEXT:          memref.store %[[P]]
// CHECK:               scf.yield
// CHECK-NEXT:        } else {
// CHECK-NEXT:          scf.yield %[[S]], %[[P]] : index, index
// CHECK-NEXT:        }
// CHECK-NEXT:        scf.yield %[[R]]#0, %[[R]]#1 : index, index
// CHECK-NEXT:      }
// CHECK-NEXT:      scf.yield %[[IN]]#0, %[[IN]]#1 : index, index
// CHECK-NEXT:    }
func.func @nested(%n: index, %g: i1, %use: memref<?xindex>, %bits: memref<?xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %z = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %r = scf.for %t = %c0 to %n step %c1 iter_args(%c = %z) -> (i32) {
    %in = scf.for %k = %c0 to %n step %c1 iter_args(%d = %c) -> (i32) {
      %x = scf.if %g -> (i32) {
        %o = arith.index_cast %d : i32 to index
        %s = arith.remui %o, %c4 : index
        %q = arith.divui %o, %c4 : index
        %b = arith.andi %q, %c1 : index
        %f = arith.xori %b, %c1 : index
        memref.store %s, %use[%k] : memref<?xindex>
        memref.store %f, %bits[%k] : memref<?xindex>
        %e = arith.addi %d, %one : i32
        scf.yield %e : i32
      } else {
        scf.yield %d : i32
      }
      scf.yield %x : i32
    }
    scf.yield %in : i32
  }
  return
}

// -----

// What goes up by two, begins as anybody likes, or is set back is no count.
// CHECK-LABEL: func.func @others
// CHECK-COUNT-3: arith.divui
func.func @others(%n: index, %start: i32, %use: memref<?xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c4 = arith.constant 4 : index
  %z = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  scf.for %k = %c0 to %n step %c2 {
    %q = arith.divui %k, %c4 : index
    %b = arith.andi %q, %c1 : index
    memref.store %b, %use[%k] : memref<?xindex>
  }
  %x = scf.for %k = %c0 to %n step %c1 iter_args(%c = %start) -> (i32) {
    %o = arith.index_cast %c : i32 to index
    %q = arith.divui %o, %c4 : index
    %b = arith.andi %q, %c1 : index
    memref.store %b, %use[%k] : memref<?xindex>
    %d = arith.addi %c, %one : i32
    scf.yield %d : i32
  }
  %y = scf.for %k = %c0 to %n step %c1 iter_args(%c = %z) -> (i32) {
    %o = arith.index_cast %c : i32 to index
    %q = arith.divui %o, %c4 : index
    %b = arith.andi %q, %c1 : index
    memref.store %b, %use[%k] : memref<?xindex>
    %d = arith.muli %c, %c : i32
    scf.yield %d : i32
  }
  return
}
