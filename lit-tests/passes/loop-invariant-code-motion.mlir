// RUN: tile-opt %s --pass=loop-invariant-code-motion --split-input-file | filecheck %s

// What no iteration changes leaves both loops; what the outer index changes stays between them.
// CHECK-LABEL: func.func @nested
// CHECK:         %[[SIZE:.*]] = arith.muli %arg1, %arg1
// CHECK-NEXT:    scf.for %[[I:.*]] =
// CHECK-NEXT:      %[[ROW:.*]] = arith.muli %[[I]], %[[SIZE]]
// CHECK-NEXT:      scf.for %[[J:.*]] =
// CHECK-NEXT:        %[[AT:.*]] = arith.addi %[[ROW]], %[[J]]
// CHECK-NEXT:        memref.store %arg1, %arg0[%[[AT]]]
func.func @nested(%m: memref<?xindex>, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    scf.for %j = %c0 to %n step %c1 {
      %size = arith.muli %n, %n : index
      %row = arith.muli %i, %size : index
      %at = arith.addi %row, %j : index
      memref.store %n, %m[%at] : memref<?xindex>
    }
  }
  return
}

// -----

// Left where they are: loads, a division that may have nothing to divide by, what a condition guards, and carried values.
// CHECK-LABEL: func.func @alone
// CHECK:         scf.for
// CHECK-NEXT:      memref.load
// CHECK-NEXT:      arith.divui
// CHECK-NEXT:      scf.if
// CHECK-NEXT:        arith.muli
// CHECK:           arith.addi
// CHECK-NEXT:      scf.yield
func.func @alone(%m: memref<?xindex>, %n: index, %d: index, %c: i1) -> index {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%sum = %c0) -> (index) {
    %v = memref.load %m[%c0] : memref<?xindex>
    %q = arith.divui %n, %d : index
    scf.if %c {
      %s = arith.muli %n, %n : index
      memref.store %s, %m[%c0] : memref<?xindex>
    }
    %t = arith.addi %sum, %v : index
    scf.yield %t : index
  }
  return %r : index
}

// -----

// A pipelined loop is a loop.
// CHECK-LABEL: func.func @pipelined
// CHECK:         tile.launch
// CHECK-NEXT:      %[[M:.*]] = arith.muli
// CHECK-NEXT:      pipeline.for
// CHECK-NEXT:        memref.store %[[M]]
func.func @pipelined(%m: memref<8xindex>) {
  tile.launch grid(%x = 4) threads(32) {
    pipeline.for %k = 0 to 8 stages(2) {
      %s = arith.muli %x, %x : index
      memref.store %s, %m[%k] : memref<8xindex>
    }
  }
  return
}
