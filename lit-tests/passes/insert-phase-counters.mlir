// RUN: tile-opt %s --pass=insert-phase-counters --split-input-file --verify-each | filecheck %s
// RUN: tile-opt %s --pass=insert-phase-counters,insert-phase-counters --split-input-file --verify-each | filecheck %s
// RUN: tile-opt %s --pass=insert-phase-counters --split-input-file --remarks=show 2>&1 | filecheck %s --check-prefix=REMARK

// A loop that nothing restarts counts itself, from its first index.
// CHECK-LABEL: func.func @plain
// CHECK:         scf.for %[[K:.*]] = %c0 to %{{.*}} step %c1 {
// CHECK-NEXT:      pipeline.slot %[[K]] {depth = 3 : i64}
// CHECK:         scf.for %[[I:.*]] = %[[LOW:.*]] to %{{.*}} step %[[STEP:.*]] {
// CHECK-NEXT:      %[[FROM_ZERO:.*]] = arith.subi %[[I]], %[[LOW]] : index
// CHECK-NEXT:      %[[TRIP:.*]] = arith.divui %[[FROM_ZERO]], %[[STEP]] : index
// CHECK-NEXT:      pipeline.parity %[[TRIP]] {depth = 3 : i64, flipped}
// CHECK-NOT:     pipeline.ordinal
func.func @plain(%n: index, %low: index, %step: index, %use: memref<?xindex>, %bits: memref<?xi1>) {
  tile.launch grid(%b = 1) threads(128) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    scf.for %k = %c0 to %n step %c1 {
      %o = pipeline.ordinal
      %s = pipeline.slot %o {depth = 3}
      memref.store %s, %use[%k] : memref<?xindex>
    }
    scf.for %k = %low to %n step %step {
      %o = pipeline.ordinal
      %p = pipeline.parity %o {depth = 3, flipped}
      memref.store %p, %bits[%k] : memref<?xi1>
    }
  }
  return
}

// -----

// Under an outer loop the count goes on where the one before has ended.
// CHECK-LABEL: func.func @restarted
// CHECK:         %[[ZERO:.*]] = arith.constant 0 : i32
// CHECK:         %[[ONE:.*]] = arith.constant 1 : i32
// CHECK:         scf.for {{.*}} iter_args(%[[OUTER:.*]] = %[[ZERO]]) -> (i32) {
// CHECK:           %[[INNER:.*]] = scf.for {{.*}} iter_args(%[[COUNT:.*]] = %[[OUTER]]) -> (i32) {
// CHECK-NEXT:        %[[O:.*]] = arith.index_cast %[[COUNT]] : i32 to index
// CHECK-NEXT:        %[[S:.*]] = pipeline.slot %[[O]] {depth = 2 : i64}
// CHECK-NEXT:        memref.store %[[S]]
// CHECK-NEXT:        %[[P:.*]] = pipeline.slot %[[O]] {depth = 5 : i64}
// CHECK-NEXT:        memref.store %[[P]]
// CHECK-NEXT:        %[[NEXT:.*]] = arith.addi %[[COUNT]], %[[ONE]] : i32
// CHECK-NEXT:        scf.yield %[[NEXT]] : i32
// CHECK-NEXT:      }
// CHECK-NEXT:      scf.yield %[[INNER]] : i32
func.func @restarted(%n: index, %use: memref<?xindex>) {
  tile.launch grid(%b = 1) threads(128) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    scf.for %t = %c0 to %n step %c1 {
      scf.for %k = %c0 to %n step %c1 {
        %o = pipeline.ordinal
        %s = pipeline.slot %o {depth = 2}
        memref.store %s, %use[%k] : memref<?xindex>
        %o2 = pipeline.ordinal
        %s2 = pipeline.slot %o2 {depth = 5}
        memref.store %s2, %use[%k] : memref<?xindex>
      }
    }
  }
  return
}

// -----

// A guarded body counts what is executed; each branch has a count of its own, and results stay.
// CHECK-LABEL: func.func @guarded
// CHECK:         scf.for {{.*}} iter_args(%[[A:.*]] = %{{.*}}, %[[B:.*]] = %{{.*}}) -> (i32, i32) {
// CHECK:           %[[R:.*]]:3 = scf.if %{{.*}} -> (index, i32, i32) {
// CHECK-NEXT:        %[[OA:.*]] = arith.index_cast %[[A]] : i32 to index
// CHECK-NEXT:        %[[SA:.*]] = pipeline.slot %[[OA]] {depth = 2 : i64}
// CHECK-NEXT:        %[[NA:.*]] = arith.addi %[[A]], %{{.*}} : i32
// CHECK-NEXT:        scf.yield %[[SA]], %[[NA]], %[[B]] : index, i32, i32
// CHECK-NEXT:      } else {
// CHECK-NEXT:        %[[OB:.*]] = arith.index_cast %[[B]] : i32 to index
// CHECK-NEXT:        %[[SB:.*]] = pipeline.slot %[[OB]] {depth = 3 : i64}
// CHECK-NEXT:        %[[NB:.*]] = arith.addi %[[B]], %{{.*}} : i32
// CHECK-NEXT:        scf.yield %[[SB]], %[[A]], %[[NB]] : index, i32, i32
// CHECK-NEXT:      } {mark}
// CHECK-NEXT:      memref.store %[[R]]#0
// CHECK-NEXT:      scf.yield %[[R]]#1, %[[R]]#2 : i32, i32
func.func @guarded(%n: index, %use: memref<?xindex>) {
  tile.launch grid(%b = 1) threads(128) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    scf.for %k = %c0 to %n step %c1 {
      %early = arith.cmpi slt, %k, %c1 : index
      %r = scf.if %early -> (index) {
        %o = pipeline.ordinal
        %s = pipeline.slot %o {depth = 2}
        scf.yield %s : index
      } else {
        %o = pipeline.ordinal
        %s = pipeline.slot %o {depth = 3}
        scf.yield %s : index
      } {mark}
      memref.store %r, %use[%k] : memref<?xindex>
    }
  }
  return
}

// -----

// A guard without a second branch gets one; what is executed once is the first.
// CHECK-LABEL: func.func @guard_alone
// CHECK:         pipeline.slot %{{.*}} {depth = 7 : i64}
// CHECK:         scf.if %{{.*}} -> (i32) {
// CHECK:         } else {
// CHECK-NEXT:      scf.yield %{{.*}} : i32
func.func @guard_alone(%n: index, %c: i1, %use: memref<?xindex>) {
  tile.launch grid(%b = 1) threads(128) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %first = pipeline.ordinal
    %f = pipeline.slot %first {depth = 7}
    memref.store %f, %use[%c0] : memref<?xindex>
    scf.for %k = %c0 to %n step %c1 {
      scf.if %c {
        %o = pipeline.ordinal
        %s = pipeline.slot %o {depth = 2}
        memref.store %s, %use[%k] : memref<?xindex>
      }
    }
  }
  return
}

// -----

// Loops that carry no values keep the operation, and say so.
// CHECK-LABEL: func.func @pipelined
// CHECK:         pipeline.ordinal
// REMARK:        remark: is counted when it is executed: it stands in 'pipeline.for', which can't carry a count
func.func @pipelined(%n: index, %use: memref<?xindex>) {
  tile.launch grid(%b = 1) threads(128) {
    pipeline.for %k = 0 to %n stages(0) {
      %o = pipeline.ordinal
      %s = pipeline.slot %o {depth = 2}
      memref.store %s, %use[%k] : memref<?xindex>
    }
  }
  return
}

// -----

// A loop that asks before each turn hands counts through its question, and what counts there is counted once more.
// CHECK-LABEL: func.func @asking
// CHECK:         %[[END:.*]]:3 = scf.while (%[[I:.*]] = %c0, %[[A:.*]] = %{{.*}}, %[[B:.*]] = %{{.*}}) : (index, i32, i32) -> (index, i32, i32) {
// CHECK-NEXT:      %[[OA:.*]] = arith.index_cast %[[A]] : i32 to index
// CHECK-NEXT:      pipeline.slot %[[OA]] {depth = 2 : i64}
// CHECK:           %[[NA:.*]] = arith.addi %[[A]], %{{.*}} : i32
// CHECK-NEXT:      scf.condition(%{{.*}}) %[[I]], %[[NA]], %[[B]] : index, i32, i32
// CHECK-NEXT:    } do {
// CHECK-NEXT:    ^bb0(%{{.*}}: index, %[[A:.*]]: i32, %[[B:.*]]: i32):
// CHECK-NEXT:      %[[NB:.*]] = scf.if %{{.*}} -> (i32) {
// CHECK-NEXT:        %[[OB:.*]] = arith.index_cast %[[B]] : i32 to index
// CHECK-NEXT:        pipeline.slot %[[OB]] {depth = 3 : i64}
// CHECK:           scf.yield %{{.*}}, %[[A]], %[[NB]] : index, i32, i32
// CHECK-NEXT:    }
// CHECK-NEXT:    memref.store %[[END]]#0
func.func @asking(%n: index, %flag: i1, %use: memref<?xindex>) {
  tile.launch grid(%b = 1) threads(128) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %end = scf.while (%i = %c0) : (index) -> index {
      %o = pipeline.ordinal
      %s = pipeline.slot %o {depth = 2}
      memref.store %s, %use[%i] : memref<?xindex>
      %more = arith.cmpi slt, %i, %n : index
      scf.condition(%more) %i : index
    } do {
    ^bb0(%i: index):
      scf.if %flag {
      %o = pipeline.ordinal
      %s = pipeline.slot %o {depth = 3}
      memref.store %s, %use[%i] : memref<?xindex>
      }
      %next = arith.addi %i, %c1 : index
      scf.yield %next : index
    }
    memref.store %end, %use[%c0] : memref<?xindex>
  }
  return
}
