// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize))' --allow-unregistered-dialect | filecheck %s

// CHECK-LABEL: func.func @one_lane
// CHECK-SAME:    (%[[X:.*]]: f32, %[[V:.*]]: vector<4xf16>)
// CHECK-NEXT:    return %[[X]], %[[V]] : f32, vector<4xf16>
func.func @one_lane(%x: f32, %v: vector<4xf16>) -> (f32, vector<4xf16>) {
  %0 = gpu.subgroup_reduce add %x cluster(size = 1) : (f32) -> f32
  %1 = gpu.subgroup_reduce maximumf %v uniform cluster(size = 1, stride = 4) : (vector<4xf16>) -> vector<4xf16>
  return %0, %1 : f32, vector<4xf16>
}

// CHECK-LABEL: func.func @two_lanes
// CHECK-SAME:    (%[[X:.*]]: f32)
// CHECK-NEXT:    %[[TWO:.*]] = gpu.subgroup_reduce add %[[X]] cluster(size = 2) : (f32) -> f32
// CHECK-NEXT:    %[[ALL:.*]] = gpu.subgroup_reduce add %[[X]] : (f32) -> f32
// CHECK-NEXT:    return %[[TWO]], %[[ALL]] : f32, f32
func.func @two_lanes(%x: f32) -> (f32, f32) {
  %0 = gpu.subgroup_reduce add %x cluster(size = 2) : (f32) -> f32
  %1 = gpu.subgroup_reduce add %x : (f32) -> f32
  return %0, %1 : f32, f32
}
