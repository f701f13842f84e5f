// RUN: tile-opt %s --pass=cse,loop-strength-reduction,canonicalize --split-input-file | filecheck %s
// RUN: tile-opt %s --pass=loop-strength-reduction --split-input-file --verify-each | tile-opt - --split-input-file | filecheck %s --check-prefix=RAW

// An address grows by the same in every iteration; it begins ahead of the loop.
// CHECK-LABEL: func.func @address
// CHECK-SAME:    (%[[BASE:[a-z0-9]+]]: i64, %[[N:[a-z0-9]+]]: index,
// CHECK:         %[[GROWTH:.*]] = arith.constant 64 : i64
// CHECK:         scf.for %[[K:.*]] = %c0 to %[[N]] step %c1 iter_args(%[[P:.*]] = %[[BASE]]) -> (i64) {
// CHECK-NEXT:      memref.store %[[P]], %{{.*}}[%[[K]]]
// CHECK-NEXT:      %[[NEXT:.*]] = arith.addi %[[P]], %[[GROWTH]] : i64
// CHECK-NEXT:      scf.yield %[[NEXT]] : i64
// RAW-LABEL: func.func @address
// RAW: scf.for
func.func @address(%base: i64, %n: index, %m: memref<?xi64>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c32 = arith.constant 32 : index
  %c2 = arith.constant 2 : i64
  scf.for %k = %c0 to %n step %c1 {
    %kk = arith.muli %k, %c32 : index
    %wide = arith.index_cast %kk : index to i64
    %bytes = arith.muli %wide, %c2 : i64
    %p = arith.addi %base, %bytes : i64
    memref.store %p, %m[%k] : memref<?xi64>
  }
  return
}

// -----

// A stride that only the running program knows is multiplied once.
// CHECK-LABEL: func.func @stride
// CHECK-SAME:    (%[[STRIDE:[a-z0-9]+]]: index, %[[FROM:[a-z0-9]+]]: index,
// CHECK:         %[[START:.*]] = arith.muli %[[FROM]], %[[STRIDE]] : index
// CHECK:         %[[GROWTH:.*]] = arith.muli %{{.*}}, %[[STRIDE]] : index
// CHECK:         scf.for {{.*}} iter_args(%[[P:.*]] = %{{.*}}) -> (index) {
// CHECK-NOT:       arith.muli
// CHECK:           %[[NEXT:.*]] = arith.addi %[[P]], %[[GROWTH]] : index
func.func @stride(%stride: index, %from: index, %n: index, %step: index, %m: memref<?xindex>) {
  %c7 = arith.constant 7 : index
  scf.for %k = %from to %n step %step {
    %a = arith.muli %k, %stride : index
    %b = arith.subi %a, %c7 : index
    memref.store %b, %m[%k] : memref<?xindex>
  }
  return
}

// -----

// The slot that is read goes up and begins again; the one that is written is, in the next iteration, what that is now.
// CHECK-LABEL: func.func @slots
// CHECK-DAG:     %[[LAST:.*]] = arith.constant 12288 : i32
// CHECK-DAG:     %[[TWO:.*]] = arith.constant 8192 : i32
// CHECK-DAG:     %[[ONE:.*]] = arith.constant 4096 : i32
// CHECK-DAG:     %[[ZERO:.*]] = arith.constant 0 : i32
// CHECK:         scf.for {{.*}} iter_args(%[[W:.*]] = %[[TWO]], %[[R:.*]] = %[[ZERO]]) -> (i32, i32) {
// CHECK-NEXT:      memref.store %[[W]],
// CHECK-NEXT:      memref.store %[[R]],
// CHECK-NEXT:      %[[UP:.*]] = arith.addi %[[R]], %[[ONE]] : i32
// CHECK-NEXT:      %[[OVER:.*]] = arith.cmpi eq, %[[UP]], %[[LAST]] : i32
// CHECK-NEXT:      %[[NEXT:.*]] = arith.select %[[OVER]], %[[ZERO]], %[[UP]] : i32
// CHECK-NEXT:      scf.yield %[[R]], %[[NEXT]] : i32, i32
func.func @slots(%n: index, %m: memref<?xi32>, %o: memref<?xi32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c3 = arith.constant 3 : index
  %c4096 = arith.constant 4096 : index
  scf.for %k = %c0 to %n step %c1 {
    %ahead = arith.addi %k, %c2 : index
    %w = arith.remui %ahead, %c3 : index
    %wb = arith.muli %w, %c4096 : index
    %wi = arith.index_cast %wb : index to i32
    memref.store %wi, %m[%k] : memref<?xi32>
    %r = arith.remui %k, %c3 : index
    %rb = arith.muli %r, %c4096 : index
    %ri = arith.index_cast %rb : index to i32
    memref.store %ri, %o[%k] : memref<?xi32>
  }
  return
}

// -----

// Two versions only change places. What counts from a lower bound that nobody knows begins at its first slot.
// CHECK-LABEL: func.func @two
// CHECK:         scf.for {{.*}} iter_args(%[[A:.*]] = %c1, %[[B:.*]] = %c0) -> (index, index) {
// CHECK-NOT:       arith.
// CHECK:           scf.yield %[[B]], %[[A]] : index, index
func.func @two(%from: index, %n: index, %m: memref<?xindex>) {
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  scf.for %k = %from to %n step %c1 {
    %trip = arith.subi %k, %from : index
    %next = arith.addi %trip, %c1 : index
    %w = arith.remui %next, %c2 : index
    memref.store %w, %m[%k] : memref<?xindex>
    %r = arith.remui %trip, %c2 : index
    memref.store %r, %m[%k] : memref<?xindex>
  }
  return
}

// -----

// Left alone: a sum of one operation, a product of two numbers that both grow, the remainder of what may be negative, of
// what grows by two, and by something that is no constant.
// CHECK-LABEL: func.func @alone
// CHECK-NOT:     iter_args
// CHECK:         return
func.func @alone(%from: index, %n: index, %d: index, %m: memref<?xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c3 = arith.constant 3 : index
  scf.for %k = %c0 to %n step %c1 {
    %one = arith.addi %k, %d : index
    %square = arith.muli %k, %k : index
    %by = arith.remui %k, %d : index
    memref.store %one, %m[%square] : memref<?xindex>
    memref.store %one, %m[%by] : memref<?xindex>
  }
  scf.for %k = %from to %n step %c1 {
    %r = arith.remui %k, %c3 : index
    memref.store %r, %m[%k] : memref<?xindex>
  }
  scf.for %k = %c0 to %n step %c2 {
    %r = arith.remui %k, %c3 : index
    memref.store %r, %m[%k] : memref<?xindex>
  }
  return
}

// -----

// What an inner loop begins with grows in the outer one, which carries it too.
// CHECK-LABEL: func.func @nested
// CHECK:         scf.for {{.*}} iter_args(%[[OUT:.*]] = %c0) -> (index) {
// CHECK:           scf.for {{.*}} iter_args(%[[IN:.*]] = %[[OUT]]) -> (index) {
// CHECK:             memref.store %{{.*}}, %{{.*}}[%[[IN]]]
// CHECK-NEXT:        %{{.*}} = arith.addi %[[IN]], %c2
// CHECK:           }
// CHECK-NEXT:      %{{.*}} = arith.addi %[[OUT]], %c96
func.func @nested(%m: memref<?xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c8 = arith.constant 8 : index
  %c48 = arith.constant 48 : index
  scf.for %i = %c0 to %c8 step %c1 {
    %row = arith.muli %i, %c48 : index
    scf.for %j = %c0 to %c48 step %c1 {
      %at = arith.addi %row, %j : index
      %twice = arith.muli %at, %c2 : index
      memref.store %at, %m[%twice] : memref<?xindex>
    }
  }
  return
}

// -----

// Values that a loop carries already stay, in front; what is computed under a condition is carried by the loop around.
// CHECK-LABEL: func.func @carrying
// CHECK:         %[[S:.*]]:2 = scf.for {{.*}} iter_args(%[[SUM:.*]] = %{{.*}}, %[[AT:.*]] = %c5) -> (f32, index) {
// CHECK:           scf.if
// CHECK-NEXT:        memref.load %{{.*}}[%[[AT]]]
// CHECK:         return %[[S]]#0
func.func @carrying(%m: memref<?xf32>, %c: i1, %n: index) -> f32 {
  %zero = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %c5 = arith.constant 5 : index
  %s = scf.for %k = %c0 to %n step %c1 iter_args(%sum = %zero) -> (f32) {
    %v = scf.if %c -> (f32) {
      %a = arith.muli %k, %c3 : index
      %b = arith.addi %a, %c5 : index
      %x = memref.load %m[%b] : memref<?xf32>
      scf.yield %x : f32
    } else {
      scf.yield %zero : f32
    }
    %t = arith.addf %sum, %v : f32
    scf.yield %t : f32
  } {note = "kept"}
  return %s : f32
}

// -----

// What is one operation away from a sum of each iteration stays under its condition: most iterations don't need it.
// CHECK-LABEL: func.func @masked
// CHECK:         scf.for %[[I:[a-z0-9]*]] = %c0 to %{{.*}} step %c1 {
// CHECK-NEXT:      %[[N:.*]] = arith.muli %[[I]], %c48
// CHECK:           scf.if
// CHECK-NEXT:        %[[A:.*]] = arith.addi %[[N]], %{{.*}} : index
// CHECK-NEXT:        %[[B:.*]] = arith.addi %[[N]], %{{.*}} : index
// CHECK-NEXT:        memref.store %[[A]], %{{.*}}[%[[B]]]
func.func @masked(%m: memref<?xindex>, %c: i1, %n: index, %x: index, %y: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c48 = arith.constant 48 : index
  scf.for %i = %c0 to %n step %c1 {
    %begin = arith.muli %i, %c48 : index
    scf.if %c {
      %a = arith.addi %begin, %x : index
      %b = arith.addi %begin, %y : index
      memref.store %a, %m[%b] : memref<?xindex>
    }
  }
  return
}
