// RUN: tile-opt %s --allow-unregistered-dialect | filecheck %s
// RUN: tile-opt %s --allow-unregistered-dialect --mlir-print-op-generic | tile-opt --allow-unregistered-dialect | filecheck %s

// CHECK-LABEL: func.func @positions
// CHECK-SAME:    () {
// CHECK-NEXT:    %[[THREAD_ID_X:.*]] = gpu.thread_id x
// CHECK-NEXT:    %[[THREAD_ID_Y:.*]] = gpu.thread_id y {t.a}
// CHECK-NEXT:    %[[THREAD_ID_Z:.*]] = gpu.thread_id z upper_bound 32
// CHECK-NEXT:    %[[BLOCK_ID_X:.*]] = gpu.block_id x
// CHECK-NEXT:    %[[BLOCK_DIM_X:.*]] = gpu.block_dim x upper_bound 1024 {t.a}
// CHECK-NEXT:    %[[GRID_DIM_X:.*]] = gpu.grid_dim x
// CHECK-NEXT:    %[[CLUSTER_ID_X:.*]] = gpu.cluster_id x
// CHECK-NEXT:    %[[CLUSTER_BLOCK_ID_Y:.*]] = gpu.cluster_block_id y
// CHECK-NEXT:    %[[CLUSTER_DIM_Z:.*]] = gpu.cluster_dim z
// CHECK-NEXT:    %[[CLUSTER_DIM_BLOCKS_Z:.*]] = gpu.cluster_dim_blocks z
// CHECK-NEXT:    %[[GLOBAL_ID_X:.*]] = gpu.global_id x upper_bound 1000
// CHECK-NEXT:    return
// CHECK-NEXT:  }
func.func @positions() {
  %0 = gpu.thread_id x
  %1 = gpu.thread_id y {t.a}
  %2 = gpu.thread_id z upper_bound 32
  %3 = gpu.block_id x
  %4 = gpu.block_dim x upper_bound 1024 {t.a}
  %5 = gpu.grid_dim x
  %6 = gpu.cluster_id x
  %7 = gpu.cluster_block_id y
  %8 = gpu.cluster_dim z
  %9 = gpu.cluster_dim_blocks z
  %10 = gpu.global_id x upper_bound 1000
  return
}

// CHECK-LABEL: func.func @numbers
// CHECK-SAME:    () {
// CHECK-NEXT:    %[[V0:.*]] = gpu.lane_id
// CHECK-NEXT:    %[[V1:.*]] = gpu.lane_id upper_bound 32 {t.a}
// CHECK-NEXT:    %[[V2:.*]] = gpu.subgroup_id : index
// CHECK-NEXT:    %[[V3:.*]] = gpu.subgroup_id upper_bound 4 : index
// CHECK-NEXT:    %[[V4:.*]] = gpu.num_subgroups upper_bound 16 : index
// CHECK-NEXT:    %[[V5:.*]] = gpu.subgroup_size {t.a} : index
// CHECK-NEXT:    return
// CHECK-NEXT:  }
func.func @numbers() {
  %0 = gpu.lane_id
  %1 = gpu.lane_id upper_bound 32 {t.a}
  %2 = gpu.subgroup_id : index
  %3 = gpu.subgroup_id upper_bound 4 : index
  %4 = gpu.num_subgroups upper_bound 0x10 : index
  %5 = gpu.subgroup_size {t.a} : index
  return
}

// CHECK-LABEL: func.func @shuffles
// CHECK-SAME:    (%[[ARG0:.*]]: f32, %[[ARG1:.*]]: i32, %[[ARG2:.*]]: i64, %[[ARG3:.*]]: vector<4xf16>) {
// CHECK-NEXT:    %[[SHUFFLERESULT:.*]], %[[VALID:.*]] = gpu.shuffle xor %[[ARG0]], %[[ARG1]], %[[ARG1]] : f32
// CHECK-NEXT:    %[[SHUFFLERESULT_0:.*]], %[[VALID_1:.*]] = gpu.shuffle up %[[ARG1]], %[[ARG1]], %[[ARG1]] {t.a} : i32
// CHECK-NEXT:    %[[SHUFFLERESULT_2:.*]], %[[VALID_3:.*]] = gpu.shuffle down %[[ARG3]], %[[ARG1]], %[[ARG1]] : vector<4xf16>
// CHECK-NEXT:    %[[SHUFFLERESULT_4:.*]], %[[VALID_5:.*]] = gpu.shuffle idx %[[ARG2]], %[[ARG1]], %[[ARG1]] : i64
// CHECK-NEXT:    return
// CHECK-NEXT:  }
func.func @shuffles(%f: f32, %i: i32, %l: i64, %v: vector<4xf16>) {
  %0, %valid0 = gpu.shuffle xor %f, %i, %i : f32
  %1, %valid1 = gpu.shuffle up %i, %i, %i {t.a} : i32
  %2, %valid2 = gpu.shuffle down %v, %i, %i : vector<4xf16>
  %3, %valid3 = gpu.shuffle idx %l, %i, %i : i64
  return
}

// CHECK-LABEL: func.func @reductions
// CHECK-SAME:    (%[[ARG0:.*]]: f32, %[[ARG1:.*]]: i32, %[[ARG2:.*]]: vector<4xf16>) {
// CHECK-NEXT:    %[[V0:.*]] = gpu.all_reduce add %[[ARG0]] {
// CHECK-NEXT:    } : (f32) -> f32
// CHECK-NEXT:    %[[V1:.*]] = gpu.all_reduce maxnumf %[[ARG0]] uniform {
// CHECK-NEXT:    } {t.a} : (f32) -> f32
// CHECK-NEXT:    %[[V2:.*]] = gpu.all_reduce %[[ARG0]] {
// CHECK-NEXT:    ^bb0(%[[ARG3:.*]]: f32, %[[ARG4:.*]]: f32):
// CHECK-NEXT:      %[[V8:.*]] = arith.addf %[[ARG3]], %[[ARG4]] : f32
// CHECK-NEXT:      gpu.yield %[[V8]] : f32
// CHECK-NEXT:    } : (f32) -> f32
// CHECK-NEXT:    %[[V3:.*]] = gpu.all_reduce %[[ARG1]] uniform {
// CHECK-NEXT:    ^bb0(%[[ARG3:.*]]: i32, %[[ARG4:.*]]: i32):
// CHECK-NEXT:      gpu.yield {t.a} %[[ARG4]] : i32
// CHECK-NEXT:    } {t.b} : (i32) -> i32
// CHECK-NEXT:    %[[V4:.*]] = gpu.subgroup_reduce mul %[[ARG0]] : (f32) -> f32
// CHECK-NEXT:    %[[V5:.*]] = gpu.subgroup_reduce xor %[[ARG1]] uniform : (i32) -> i32
// CHECK-NEXT:    %[[V6:.*]] = gpu.subgroup_reduce minimumf %[[ARG2]] cluster(size = 4) {t.a} : (vector<4xf16>) -> vector<4xf16>
// CHECK-NEXT:    %[[V7:.*]] = gpu.subgroup_reduce and %[[ARG1]] uniform cluster(size = 4, stride = 2) : (i32) -> i32
// CHECK-NEXT:    return
// CHECK-NEXT:  }
func.func @reductions(%f: f32, %i: i32, %v: vector<4xf16>) {
  %0 = gpu.all_reduce add %f {} : (f32) -> f32
  %1 = gpu.all_reduce maxnumf %f uniform {} {t.a} : (f32) -> f32
  %2 = gpu.all_reduce %f {
  ^bb0(%a: f32, %b: f32):
    %c = arith.addf %a, %b : f32
    gpu.yield %c : f32
  } : (f32) -> f32
  %3 = gpu.all_reduce %i uniform {
  ^bb0(%a: i32, %b: i32):
    gpu.yield {t.a} %b : i32
  } {t.b} : (i32) -> i32
  %4 = gpu.subgroup_reduce mul %f : (f32) -> f32
  %5 = gpu.subgroup_reduce xor %i uniform : (i32) -> i32
  %6 = gpu.subgroup_reduce minimumf %v cluster(size = 4) {t.a} : (vector<4xf16>) -> vector<4xf16>
  %7 = gpu.subgroup_reduce and %i uniform cluster(size = 4, stride = 2) : (i32) -> i32
  return
}

// CHECK-LABEL: func.func @effects
// CHECK-SAME:    (%[[ARG0:.*]]: f32, %[[ARG1:.*]]: i32, %[[ARG2:.*]]: index) {
// CHECK-NEXT:    gpu.barrier
// CHECK-NEXT:    gpu.barrier {t.a}
// CHECK-NEXT:    gpu.printf "none\0A"
// CHECK-NEXT:    gpu.printf "%d %f %lu\0A" {t.a}, %[[ARG1]], %[[ARG0]], %[[ARG2]] : i32, f32, index
// CHECK-NEXT:    return
// CHECK-NEXT:  }
func.func @effects(%f: f32, %i: i32, %x: index) {
  gpu.barrier
  gpu.barrier {t.a}
  gpu.printf "none\n"
  gpu.printf "%d %f %lu\n" {t.a}, %i, %f, %x : i32, f32, index
  return
}

// CHECK-LABEL: func.func @spaces
// CHECK-SAME:    (%[[ARG0:.*]]: memref<4xf32, #gpu.address_space<global>>, %[[ARG1:.*]]: memref<4xf32, #gpu.address_space<workgroup>>, %[[ARG2:.*]]: memref<4xf32, #gpu.address_space<private>>) {
// CHECK-NEXT:    "t.mapping"() {a = [#gpu.block<x>, #gpu.warpgroup<linear_dim_0>, #gpu.warp<z>, #gpu.thread<y>, #gpu.lane<linear_dim_9>]} : () -> ()
// CHECK-NEXT:    "t.constants"() {a = [#gpu<dim z>, #gpu<shuffle_mode idx>, #gpu<all_reduce_op maximumf>]} : () -> ()
// CHECK-NEXT:    return
// CHECK-NEXT:  }
func.func @spaces(%g: memref<4xf32, #gpu.address_space<global>>, %w: memref<4xf32, #gpu.address_space<workgroup>>, %p: memref<4xf32, #gpu.address_space<private>>) {
  "t.mapping"() {a = [#gpu.block<x>, #gpu.warpgroup<linear_dim_0>, #gpu.warp<z>, #gpu.thread<y>, #gpu.lane<linear_dim_9>]} : () -> ()
  "t.constants"() {a = [#gpu<dim z>, #gpu<shuffle_mode idx>, #gpu<all_reduce_op maximumf>]} : () -> ()
  return
}

// CHECK-LABEL: gpu.module @kernels
// CHECK-SAME:    attributes {t.a} {
// CHECK-LABEL: gpu.func @none
// CHECK-SAME:    () {
// CHECK-NEXT:      gpu.return
// CHECK-NEXT:    }
// CHECK-LABEL: gpu.func @parts
// CHECK-SAME:    (%[[ARG0:.*]]: f32 {t.a}, %[[ARG1:.*]]: i32) -> (f32 {t.b}, i32) {
// CHECK-NEXT:      gpu.return {t.c} %[[ARG0]], %[[ARG1]] : f32, i32
// CHECK-NEXT:    }
// CHECK-LABEL: gpu.func @one
// CHECK-SAME:    (%[[ARG0:.*]]: f32) -> f32 attributes {t.a} {
// CHECK-NEXT:      gpu.return %[[ARG0]] : f32
// CHECK-NEXT:    }
// CHECK-LABEL: gpu.func @kernel
// CHECK-SAME:    () kernel attributes {known_block_size = array<i32: 128, 1, 1>, known_cluster_size = array<i32: 2, 1, 1>, known_grid_size = array<i32: 7, 1, 1>, t.a} {
// CHECK-NEXT:      gpu.return
// CHECK-NEXT:    }
// CHECK-LABEL: gpu.func @buffers
// CHECK-SAME:    (%[[ARG0:.*]]: memref<?xf32, 1>) workgroup(%[[ARG1:.*]] : memref<4xf32, #gpu.address_space<workgroup>> {t.a = 16 : i64}, %[[ARG2:.*]] : memref<4xf32, 3>) private(%[[ARG3:.*]] : memref<4xf32, #gpu.address_space<private>>, %[[ARG4:.*]] : memref<1xi8> {t.b}) kernel {
// CHECK-NEXT:      "t.use"(%[[ARG0]], %[[ARG1]], %[[ARG2]], %[[ARG3]], %[[ARG4]]) : (memref<?xf32, 1>, memref<4xf32, #gpu.address_space<workgroup>>, memref<4xf32, 3>, memref<4xf32, #gpu.address_space<private>>, memref<1xi8>) -> ()
// CHECK-NEXT:      gpu.return
// CHECK-NEXT:    }
// CHECK-LABEL: gpu.func @empty_lists
// CHECK-SAME:    () {
// CHECK-NEXT:      gpu.return
// CHECK-NEXT:    }
// CHECK-LABEL: gpu.func @blocks
// CHECK-SAME:    (%[[ARG0:.*]]: i1) private(%[[ARG1:.*]] : memref<4xf32>) {
// CHECK-NEXT:      cf.cond_br %[[ARG0]], ^bb1, ^bb2
// CHECK-NEXT:    ^bb1: // pred: ^bb0
// CHECK-NEXT:      gpu.return
// CHECK-NEXT:    ^bb2: // pred: ^bb0
// CHECK-NEXT:      gpu.return
// CHECK-NEXT:    }
// CHECK-NEXT:  }
gpu.module @kernels attributes {t.a} {
  gpu.func @none() {
    gpu.return
  }
  gpu.func @parts(%x: f32 {t.a}, %y: i32) -> (f32 {t.b}, i32) {
    gpu.return {t.c} %x, %y : f32, i32
  }
  gpu.func @one(%x: f32) -> f32 attributes {t.a} {
    gpu.return %x : f32
  }
  gpu.func @kernel() kernel attributes {known_block_size = array<i32: 128, 1, 1>, known_cluster_size = array<i32: 2, 1, 1>, known_grid_size = array<i32: 7, 1, 1>, t.a} {
    gpu.return
  }
  gpu.func @buffers(%x: memref<?xf32, 1>) workgroup(%w: memref<4xf32, #gpu.address_space<workgroup>> {t.a = 16 : i64}, %v: memref<4xf32, 3>) private(%p: memref<4xf32, #gpu.address_space<private>>, %q: memref<1xi8> {t.b}) kernel {
    "t.use"(%x, %w, %v, %p, %q) : (memref<?xf32, 1>, memref<4xf32, #gpu.address_space<workgroup>>, memref<4xf32, 3>, memref<4xf32, #gpu.address_space<private>>, memref<1xi8>) -> ()
    gpu.return
  }
  gpu.func @empty_lists() workgroup() private() {
    gpu.return
  }
  gpu.func @blocks(%c: i1) private(%p: memref<4xf32>) {
    cf.cond_br %c, ^bb1, ^bb2
  ^bb1:
    gpu.return
  ^bb2:
    gpu.return
  }
}

// CHECK-LABEL: gpu.module @targets
// CHECK-SAME:    [#nvvm.target<chip = "sm_90">, #rocdl.target] attributes {t.a} {
// CHECK-NEXT:  }
gpu.module @targets [#nvvm.target<chip = "sm_90">, #rocdl.target] attributes {t.a} {
}
