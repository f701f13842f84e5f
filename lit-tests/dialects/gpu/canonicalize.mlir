// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize,cse))' --allow-unregistered-dialect | filecheck %s

// The last of a row is the one that stays.
// CHECK-LABEL: func.func @barriers_in_a_row
// CHECK-NEXT:    "t.before"
// CHECK-NEXT:    gpu.barrier {t.last}
// CHECK-NEXT:    "t.behind"
func.func @barriers_in_a_row() {
  "t.before"() : () -> ()
  gpu.barrier
  gpu.barrier
  gpu.barrier {t.last}
  "t.behind"() : () -> ()
  return
}

// CHECK-LABEL: func.func @barriers_with_something_between
// CHECK-NEXT:    gpu.barrier
// CHECK-NEXT:    memref.store
// CHECK-NEXT:    gpu.barrier
// CHECK-NEXT:    return
func.func @barriers_with_something_between(%m: memref<f32>, %x: f32) {
  gpu.barrier
  memref.store %x, %m[] : memref<f32>
  gpu.barrier
  return
}

// A barrier keeps what is read before it apart from what is read behind it.
// CHECK-LABEL: func.func @loads_on_both_sides_of_a_barrier
// CHECK-NEXT:    %[[BEFORE:.*]] = memref.load
// CHECK-NEXT:    gpu.barrier
// CHECK-NEXT:    %[[BEHIND:.*]] = memref.load
// CHECK-NEXT:    return %[[BEFORE]], %[[BEHIND]]
func.func @loads_on_both_sides_of_a_barrier(%m: memref<f32>) -> (f32, f32) {
  %0 = memref.load %m[] : memref<f32>
  gpu.barrier
  %1 = memref.load %m[] : memref<f32>
  return %0, %1 : f32, f32
}

// CHECK-LABEL: func.func @positions_are_merged
// CHECK-NEXT:    %[[X:.*]] = gpu.thread_id x
// CHECK-NEXT:    %[[Y:.*]] = gpu.thread_id y
// CHECK-NEXT:    %[[BOUND:.*]] = gpu.thread_id x upper_bound 32
// CHECK-NEXT:    %[[LANE:.*]] = gpu.lane_id
// CHECK-NEXT:    return %[[X]], %[[X]], %[[Y]], %[[BOUND]], %[[LANE]], %[[LANE]]
func.func @positions_are_merged() -> (index, index, index, index, index, index) {
  %unused = gpu.block_id x
  %0 = gpu.thread_id x
  %1 = gpu.thread_id x
  %2 = gpu.thread_id y
  %3 = gpu.thread_id x upper_bound 32
  %4 = gpu.lane_id
  %5 = gpu.lane_id
  return %0, %1, %2, %3, %4, %5 : index, index, index, index, index, index
}

// Lanes that need nothing of each other need not talk.
// CHECK-LABEL: func.func @unused_talk_between_lanes
// CHECK-NEXT:    return
func.func @unused_talk_between_lanes(%x: f32, %i: i32) {
  %0, %valid = gpu.shuffle xor %x, %i, %i : f32
  %1 = gpu.subgroup_reduce add %x : (f32) -> f32
  return
}

// Under the condition fewer lanes may answer: the one above is not the same.
// CHECK-LABEL: func.func @shuffles_under_a_condition
// CHECK:         %[[ALL:.*]], %{{.*}} = gpu.shuffle xor
// CHECK-NEXT:    "t.use"(%[[ALL]])
// CHECK-NEXT:    scf.if
// CHECK-NEXT:      %[[SOME:.*]], %{{.*}} = gpu.shuffle xor
// CHECK-NEXT:      "t.use"(%[[SOME]])
func.func @shuffles_under_a_condition(%x: f32, %i: i32, %c: i1) {
  %0, %valid0 = gpu.shuffle xor %x, %i, %i : f32
  "t.use"(%0) : (f32) -> ()
  scf.if %c {
    %1, %valid1 = gpu.shuffle xor %x, %i, %i : f32
    "t.use"(%1) : (f32) -> ()
  }
  return
}

// All threads of the block meet here, whether they need the result or not.
// CHECK-LABEL: func.func @unused_meeting_of_the_block
// CHECK-NEXT:    gpu.all_reduce add
func.func @unused_meeting_of_the_block(%x: f32) {
  %0 = gpu.all_reduce add %x {} : (f32) -> f32
  return
}

// CHECK-LABEL: func.func @what_is_printed_stays
// CHECK-NEXT:    gpu.printf "twice"
// CHECK-NEXT:    gpu.printf "twice"
func.func @what_is_printed_stays() {
  gpu.printf "twice"
  gpu.printf "twice"
  return
}
