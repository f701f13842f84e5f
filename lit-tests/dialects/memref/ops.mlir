// RUN: tile-opt %s --allow-unregistered-dialect | filecheck %s
// RUN: tile-opt %s --allow-unregistered-dialect --mlir-print-op-generic | tile-opt --allow-unregistered-dialect | filecheck %s

// CHECK:        memref.global "private" @g : memref<4xf32> = dense<[1.000000e+00, 2.000000e+00, 3.000000e+00, 4.000000e+00]>
// CHECK:        memref.global constant @c : memref<2xi32> = dense<7> {alignment = 64 : i64}
// CHECK:        memref.global "public" @u : memref<2xi32> = uninitialized
// CHECK:        memref.global "private" @ext : memref<2xi32>
// CHECK:        memref.global "nested" constant @"a b" : memref<2xf16, 3> = dense<1.500000e+00> {z.z}
// CHECK:        memref.global @z : memref<0xf16> = dense<>
// CHECK:        %[[V0:.*]] = memref.get_global @g : memref<4xf32>
// CHECK:        %[[V1:.*]] = memref.get_global @"a b" : memref<2xf16, 3> {x}
memref.global "private" @g : memref<4xf32> = dense<[1.000000e+00, 2.000000e+00, 3.000000e+00, 4.000000e+00]>
memref.global constant @c : memref<2xi32> = dense<7> {alignment = 64 : i64}
memref.global "public" @u : memref<2xi32> = uninitialized
memref.global "private" @ext : memref<2xi32>
memref.global "nested" constant @"a b" : memref<2xf16, 3> = dense<1.5> {z.z}
memref.global @z : memref<0xf16> = dense<>
%ga = memref.get_global @g : memref<4xf32>
%gb = memref.get_global @"a b" : memref<2xf16, 3> {x}

// CHECK-LABEL: func.func @access
// CHECK-SAME:    (%[[ARG0:.*]]: index, %[[ARG1:.*]]: memref<?x4xf32>, %[[ARG2:.*]]: f32, %[[ARG3:.*]]: memref<*xf32>, %[[ARG4:.*]]: memref<f32>) {
// CHECK-NEXT:       %[[ALLOC:.*]] = memref.alloc() : memref<4xf32>
// CHECK-NEXT:       %[[ALLOC_0:.*]] = memref.alloc(%[[ARG0]]) : memref<?x4xf32>
// CHECK-NEXT:       %[[ALLOC_1:.*]] = memref.alloc(%[[ARG0]])[%[[ARG0]]] {alignment = 32 : i64} : memref<?xf32, #{{.*}}>
// CHECK-NEXT:       %[[ALLOC_2:.*]] = memref.alloc() {a.b = 1 : i32, alignment = 16 : i64} : memref<4xf32>
// CHECK-NEXT:       %[[V2:.*]] = memref.load %[[ARG1]][%[[ARG0]], %[[ARG0]]] : memref<?x4xf32>
// CHECK-NEXT:       %[[V3:.*]] = memref.load %[[ARG4]][] : memref<f32>
// CHECK-NEXT:       %[[V4:.*]] = memref.load %[[ALLOC]][%[[ARG0]]] {alignment = 4 : i64, nontemporal = true} : memref<4xf32>
// CHECK-NEXT:       memref.store %[[ARG2]], %[[ARG1]][%[[ARG0]], %[[ARG0]]] : memref<?x4xf32>
// CHECK-NEXT:       memref.store %[[ARG2]], %[[ALLOC]][%[[ARG0]]] {nontemporal = true} : memref<4xf32>
// CHECK-NEXT:       memref.store %[[ARG2]], %[[ARG4]][] : memref<f32>
// CHECK-NEXT:       %[[DIM:.*]] = memref.dim %[[ARG1]], %[[ARG0]] : memref<?x4xf32>
// CHECK-NEXT:       %[[DIM_3:.*]] = memref.dim %[[ARG3]], %[[ARG0]] : memref<*xf32>
// CHECK-NEXT:       %[[CAST:.*]] = memref.cast %[[ALLOC]] : memref<4xf32> to memref<?xf32>
// CHECK-NEXT:       %[[CAST_4:.*]] = memref.cast %[[ALLOC]] : memref<4xf32> to memref<*xf32>
// CHECK-NEXT:       %[[CAST_5:.*]] = memref.cast %[[ARG3]] : memref<*xf32> to memref<?x?xf32, strided<[?, 1], offset: ?>>
// CHECK-NEXT:       memref.dealloc %[[ALLOC]] : memref<4xf32>
// CHECK-NEXT:       memref.dealloc %[[ARG3]] : memref<*xf32>
// CHECK-NEXT:       return
func.func @access(%i: index, %m: memref<?x4xf32>, %x: f32, %u: memref<*xf32>, %z: memref<f32>) {
  %alloc = memref.alloc() : memref<4xf32>
  %alloc_0 = memref.alloc(%i) : memref<?x4xf32>
  %alloc_1 = memref.alloc(%i)[%i] {alignment = 32 : i64} : memref<?xf32, affine_map<(d0)[s0] -> (d0 + s0)>>
  %alloc_2 = memref.alloc() {alignment = 16, a.b = 1 : i32} : memref<4xf32>
  %0 = memref.load %m[%i, %i] : memref<?x4xf32>
  %1 = memref.load %z[] : memref<f32>
  %2 = memref.load %alloc[%i] {alignment = 4 : i64, nontemporal = true} : memref<4xf32>
  memref.store %x, %m[%i, %i] : memref<?x4xf32>
  memref.store %x, %alloc[%i] {nontemporal = true} : memref<4xf32>
  memref.store %x, %z[] : memref<f32>
  %dim = memref.dim %m, %i : memref<?x4xf32>
  %d = memref.dim %u, %i : memref<*xf32>
  %cast = memref.cast %alloc : memref<4xf32> to memref<?xf32>
  %c1 = memref.cast %alloc : memref<4xf32> to memref<*xf32>
  %c2 = memref.cast %u : memref<*xf32> to memref<?x?xf32, strided<[?, 1], offset: ?>>
  memref.dealloc %alloc : memref<4xf32>
  memref.dealloc %u : memref<*xf32>
  return
}

// CHECK-LABEL: func.func @views
// CHECK-SAME:    (%[[ARG0:.*]]: index, %[[ARG1:.*]]: memref<?x4xf32>, %[[ARG2:.*]]: memref<4xf32>, %[[ARG3:.*]]: memref<*xf32>, %[[ARG4:.*]]: memref<2xindex>, %[[ARG5:.*]]: memref<8x8xf32, strided<[?, ?], offset: ?>>, %[[ARG6:.*]]: memref<64xi8>, %[[ARG7:.*]]: memref<f32>) {
// CHECK-NEXT:       %[[SUBVIEW:.*]] = memref.subview %[[ARG1]][0, 1] [2, %[[ARG0]]] [1, 1] : memref<?x4xf32> to memref<2x?xf32, strided<[4, 1], offset: 1>>
// CHECK-NEXT:       %[[SUBVIEW_0:.*]] = memref.subview %[[ARG1]][%[[ARG0]], %[[ARG0]]] [%[[ARG0]], 1] [%[[ARG0]], 1] {a = 1 : i32} : memref<?x4xf32> to memref<?xf32, strided<[?], offset: ?>>
// CHECK-NEXT:       %[[SUBVIEW_1:.*]] = memref.subview %[[ARG7]][] [] [] : memref<f32> to memref<f32>
// CHECK-NEXT:       %[[SUBVIEW_2:.*]] = memref.subview %[[ARG2]][1] [1] [1] : memref<4xf32> to memref<f32, strided<[], offset: 1>>
// CHECK-NEXT:       %[[REINTERPRET_CAST:.*]] = memref.reinterpret_cast %[[ARG2]] to offset: [0], sizes: [2, 2], strides: [2, 1] : memref<4xf32> to memref<2x2xf32>
// CHECK-NEXT:       %[[REINTERPRET_CAST_3:.*]] = memref.reinterpret_cast %[[ARG3]] to offset: [%[[ARG0]]], sizes: [2, %[[ARG0]]], strides: [%[[ARG0]], 1] : memref<*xf32> to memref<2x?xf32, strided<[?, 1], offset: ?>>
// CHECK-NEXT:       %[[REINTERPRET_CAST_4:.*]] = memref.reinterpret_cast %[[ARG2]] to offset: [3], sizes: [], strides: [] : memref<4xf32> to memref<f32, strided<[], offset: 3>>
// CHECK-NEXT:       %[[COLLAPSE_SHAPE:.*]] = memref.collapse_shape %[[ARG1]] {{\[\[}}0, 1]] : memref<?x4xf32> into memref<?xf32>
// CHECK-NEXT:       %[[COLLAPSE_SHAPE_5:.*]] = memref.collapse_shape %[[ARG5]] {{\[\[}}0, 1]] : memref<8x8xf32, strided<[?, ?], offset: ?>> into memref<64xf32, strided<[?], offset: ?>>
// CHECK-NEXT:       %[[EXPAND_SHAPE:.*]] = memref.expand_shape %[[ARG2]] {{\[\[}}0, 1]] output_shape [2, 2] : memref<4xf32> into memref<2x2xf32>
// CHECK-NEXT:       %[[EXPAND_SHAPE_6:.*]] = memref.expand_shape %[[ARG1]] {{\[\[}}0, 1], [2]] output_shape [%[[ARG0]], 2, 4] {b} : memref<?x4xf32> into memref<?x2x4xf32>
// CHECK-NEXT:       %[[EXPAND_SHAPE_7:.*]] = memref.expand_shape %[[ARG5]] {{\[\[}}0], [1, 2]] output_shape [8, 2, 4] : memref<8x8xf32, strided<[?, ?], offset: ?>> into memref<8x2x4xf32, strided<[?, ?, ?], offset: ?>>
// CHECK-NEXT:       %[[EXPAND_SHAPE_8:.*]] = memref.expand_shape %[[ARG7]] [] output_shape [1, 1] : memref<f32> into memref<1x1xf32>
// CHECK-NEXT:       %[[TRANSPOSE:.*]] = memref.transpose %[[ARG1]] (d0, d1) -> (d1, d0) : memref<?x4xf32> to memref<4x?xf32, strided<[1, 4]>>
// CHECK-NEXT:       %[[TRANSPOSE_9:.*]] = memref.transpose %[[ARG5]] (d0, d1) -> (d1, d0) {c} : memref<8x8xf32, strided<[?, ?], offset: ?>> to memref<8x8xf32, strided<[?, ?], offset: ?>>
// CHECK-NEXT:       %[[RESHAPE:.*]] = memref.reshape %[[ARG2]](%[[ARG4]]) : (memref<4xf32>, memref<2xindex>) -> memref<2x2xf32>
// CHECK-NEXT:       %[[RESHAPE_10:.*]] = memref.reshape %[[ARG3]](%[[ARG4]]) : (memref<*xf32>, memref<2xindex>) -> memref<?x?xf32>
// CHECK-NEXT:       %[[VIEW:.*]] = memref.view %[[ARG6]][%[[ARG0]]][] : memref<64xi8> to memref<4xf32>
// CHECK-NEXT:       %[[VIEW_11:.*]] = memref.view %[[ARG6]][%[[ARG0]]][%[[ARG0]], %[[ARG0]]] : memref<64xi8> to memref<?x?xf32>
// CHECK-NEXT:       %[[ASSUME_ALIGN:.*]] = memref.assume_alignment %[[ARG2]], 16 : memref<4xf32>
// CHECK-NEXT:       %[[MEMSPACECAST:.*]] = memref.memory_space_cast %[[ARG2]] : memref<4xf32> to memref<4xf32, 1>
// CHECK-NEXT:       %[[MEMSPACECAST_12:.*]] = memref.memory_space_cast %[[ARG3]] : memref<*xf32> to memref<*xf32, 3>
// CHECK-NEXT:       %[[V2:.*]]:2 = memref.distinct_objects %[[ARG2]], %[[ARG1]] {b} : memref<4xf32>, memref<?x4xf32>
// CHECK-NEXT:       %[[V3:.*]] = memref.rank %[[ARG3]] : memref<*xf32>
// CHECK-NEXT:       %[[INTPTR:.*]] = memref.extract_aligned_pointer_as_index %[[ARG2]] : memref<4xf32> -> index
// CHECK-NEXT:       %[[BASE_BUFFER:.*]], %[[OFFSET:.*]], %[[SIZES:.*]], %[[STRIDES:.*]] = memref.extract_strided_metadata %[[ARG2]] : memref<4xf32> -> memref<f32>, index, index, index
// CHECK-NEXT:       %[[BASE_BUFFER_13:.*]], %[[OFFSET_14:.*]], %[[SIZES_15:.*]]:2, %[[STRIDES_16:.*]]:2 = memref.extract_strided_metadata %[[ARG1]] : memref<?x4xf32> -> memref<f32>, index, index, index, index, index
// CHECK-NEXT:       %[[BASE_BUFFER_17:.*]], %[[OFFSET_18:.*]] = memref.extract_strided_metadata %[[ARG7]] : memref<f32> -> memref<f32>, index
// CHECK-NEXT:       "t.u"(%[[BASE_BUFFER_13]], %[[OFFSET_14]], %[[SIZES_15]]#1, %[[STRIDES_16]]#1, %[[STRIDES]], %[[V2]]#1) : (memref<f32>, index, index, index, index, memref<?x4xf32>) -> ()
// CHECK-NEXT:       return
func.func @views(%i: index, %m: memref<?x4xf32>, %a: memref<4xf32>, %u: memref<*xf32>, %s: memref<2xindex>, %e: memref<8x8xf32, strided<[?, ?], offset: ?>>, %y: memref<64xi8>, %z: memref<f32>) {
  %subview = memref.subview %m[0, 1] [2, %i] [1, 1] : memref<?x4xf32> to memref<2x?xf32, strided<[4, 1], offset: 1>>
  %s1 = memref.subview %m[%i, %i] [%i, 1] [%i, 1] {a = 1 : i32} : memref<?x4xf32> to memref<?xf32, strided<[?], offset: ?>>
  %s2 = memref.subview %z[] [] [] : memref<f32> to memref<f32>
  %s3 = memref.subview %a[1] [1] [1] : memref<4xf32> to memref<f32, strided<[], offset: 1>>
  %r = memref.reinterpret_cast %a to offset: [0], sizes: [2, 2], strides: [2, 1] : memref<4xf32> to memref<2x2xf32>
  %r1 = memref.reinterpret_cast %u to offset: [%i], sizes: [2, %i], strides: [%i, 1] : memref<*xf32> to memref<2x?xf32, strided<[?, 1], offset: ?>>
  %r2 = memref.reinterpret_cast %a to offset: [3], sizes: [], strides: [] : memref<4xf32> to memref<f32, strided<[], offset: 3>>
  %c = memref.collapse_shape %m [[0, 1]] : memref<?x4xf32> into memref<?xf32>
  %c1 = memref.collapse_shape %e [[0, 1]] : memref<8x8xf32, strided<[?, ?], offset: ?>> into memref<64xf32, strided<[?], offset: ?>>
  %x = memref.expand_shape %a [[0, 1]] output_shape [2, 2] : memref<4xf32> into memref<2x2xf32>
  %x1 = memref.expand_shape %m [[0, 1], [2]] output_shape [%i, 2, 4] {b} : memref<?x4xf32> into memref<?x2x4xf32>
  %x2 = memref.expand_shape %e [[0], [1, 2]] output_shape [8, 2, 4] : memref<8x8xf32, strided<[?, ?], offset: ?>> into memref<8x2x4xf32, strided<[?, ?, ?], offset: ?>>
  %x3 = memref.expand_shape %z [] output_shape [1, 1] : memref<f32> into memref<1x1xf32>
  %t = memref.transpose %m (d0, d1) -> (d1, d0) : memref<?x4xf32> to memref<4x?xf32, strided<[1, 4]>>
  %t1 = memref.transpose %e (i, j) -> (j, i) {c} : memref<8x8xf32, strided<[?, ?], offset: ?>> to memref<8x8xf32, strided<[?, ?], offset: ?>>
  %h = memref.reshape %a(%s) : (memref<4xf32>, memref<2xindex>) -> memref<2x2xf32>
  %h1 = memref.reshape %u(%s) : (memref<*xf32>, memref<2xindex>) -> memref<?x?xf32>
  %v = memref.view %y[%i][] : memref<64xi8> to memref<4xf32>
  %v1 = memref.view %y[%i][%i, %i] : memref<64xi8> to memref<?x?xf32>
  %ac = memref.assume_alignment %a, 16 : memref<4xf32>
  %ms = memref.memory_space_cast %a : memref<4xf32> to memref<4xf32, 1>
  %ms1 = memref.memory_space_cast %u : memref<*xf32> to memref<*xf32, 3>
  %d:2 = memref.distinct_objects %a, %m {b} : memref<4xf32>, memref<?x4xf32>
  %n = memref.rank %u : memref<*xf32>
  %p = memref.extract_aligned_pointer_as_index %a : memref<4xf32> -> index
  %q:4 = memref.extract_strided_metadata %a : memref<4xf32> -> memref<f32>, index, index, index
  %k:6 = memref.extract_strided_metadata %m : memref<?x4xf32> -> memref<f32>, index, index, index, index, index
  %l:2 = memref.extract_strided_metadata %z : memref<f32> -> memref<f32>, index
  "t.u"(%k#0, %k#1, %k#3, %k#5, %q#3, %d#1) : (memref<f32>, index, index, index, index, memref<?x4xf32>) -> ()
  return
}

// CHECK-LABEL: func.func @memory
// CHECK-SAME:    (%[[ARG0:.*]]: index, %[[ARG1:.*]]: memref<4xf32>, %[[ARG2:.*]]: memref<8x8xf32, 1>, %[[ARG3:.*]]: f32, %[[ARG4:.*]]: i32, %[[ARG5:.*]]: memref<4xi32>, %[[ARG6:.*]]: memref<1xi32>, %[[ARG7:.*]]: memref<*xf32>) {
// CHECK-NEXT:       memref.copy %[[ARG1]], %[[ARG1]] : memref<4xf32> to memref<4xf32>
// CHECK-NEXT:       memref.copy %[[ARG7]], %[[ARG1]] {c} : memref<*xf32> to memref<4xf32>
// CHECK-NEXT:       %[[V2:.*]] = memref.atomic_rmw addf %[[ARG3]], %[[ARG1]][%[[ARG0]]] : (f32, memref<4xf32>) -> f32
// CHECK-NEXT:       %[[V3:.*]] = memref.atomic_rmw maxu %[[ARG4]], %[[ARG5]][%[[ARG0]]] {d} : (i32, memref<4xi32>) -> i32
// CHECK-NEXT:       %[[V4:.*]] = memref.generic_atomic_rmw %[[ARG1]][%[[ARG0]]] : memref<4xf32> {
// CHECK-NEXT:       ^bb0(%[[ARG8:.*]]: f32):
// CHECK-NEXT:         memref.atomic_yield %[[ARG8]] : f32
// CHECK-NEXT:       } {e = 1 : i8}
// CHECK-NEXT:       memref.prefetch %[[ARG1]][%[[ARG0]]], read, locality<3>, data : memref<4xf32>
// CHECK-NEXT:       memref.prefetch %[[ARG2]][%[[ARG0]], %[[ARG0]]], write, locality<0>, instr : memref<8x8xf32, 1>
// CHECK-NEXT:       %[[V5:.*]] = memref.realloc %[[ARG1]] : memref<4xf32> to memref<8xf32>
// CHECK-NEXT:       %[[V6:.*]] = memref.realloc %[[ARG1]](%[[ARG0]]) {alignment = 8 : i64} : memref<4xf32> to memref<?xf32>
// CHECK-NEXT:       memref.dma_start %[[ARG1]][%[[ARG0]]], %[[ARG2]][%[[ARG0]], %[[ARG0]]], %[[ARG0]], %[[ARG6]][%[[ARG0]]] : memref<4xf32>, memref<8x8xf32, 1>, memref<1xi32>
// CHECK-NEXT:       memref.dma_start %[[ARG1]][%[[ARG0]]], %[[ARG2]][%[[ARG0]], %[[ARG0]]], %[[ARG0]], %[[ARG6]][%[[ARG0]]], %[[ARG0]], %[[ARG0]] : memref<4xf32>, memref<8x8xf32, 1>, memref<1xi32>
// CHECK-NEXT:       memref.dma_wait %[[ARG6]][%[[ARG0]]], %[[ARG0]] : memref<1xi32>
// CHECK-NEXT:       return
func.func @memory(%i: index, %a: memref<4xf32>, %b: memref<8x8xf32, 1>, %x: f32, %n: i32, %ti: memref<4xi32>, %tag: memref<1xi32>, %u: memref<*xf32>) {
  memref.copy %a, %a : memref<4xf32> to memref<4xf32>
  memref.copy %u, %a {c} : memref<*xf32> to memref<4xf32>
  %3 = memref.atomic_rmw addf %x, %a[%i] : (f32, memref<4xf32>) -> f32
  %4 = memref.atomic_rmw maxu %n, %ti[%i] {d} : (i32, memref<4xi32>) -> i32
  %5 = memref.generic_atomic_rmw %a[%i] : memref<4xf32> {
  ^bb0(%arg3: f32):
    memref.atomic_yield %arg3 : f32
  } {e = 1 : i8}
  memref.prefetch %a[%i], read, locality<3>, data : memref<4xf32>
  memref.prefetch %b[%i, %i], write, locality<0>, instr : memref<8x8xf32, 1>
  %r = memref.realloc %a : memref<4xf32> to memref<8xf32>
  %r1 = memref.realloc %a(%i) {alignment = 8 : i64} : memref<4xf32> to memref<?xf32>
  memref.dma_start %a[%i], %b[%i, %i], %i, %tag[%i] : memref<4xf32>, memref<8x8xf32, 1>, memref<1xi32>
  memref.dma_start %a[%i], %b[%i, %i], %i, %tag[%i], %i, %i : memref<4xf32>, memref<8x8xf32, 1>, memref<1xi32>
  memref.dma_wait %tag[%i], %i : memref<1xi32>
  return
}

// CHECK-LABEL: func.func @scope
// CHECK-SAME:    (%[[ARG0:.*]]: index, %[[ARG1:.*]]: memref<4xf32>) {
// CHECK-NEXT:       memref.alloca_scope  {
// CHECK-NEXT:       }
// CHECK-NEXT:       %[[V2:.*]] = memref.alloca_scope  -> (f32) {
// CHECK-NEXT:         %[[V4:.*]] = memref.load %[[ARG1]][%[[ARG0]]] : memref<4xf32>
// CHECK-NEXT:         memref.alloca_scope.return %[[V4]] : f32
// CHECK-NEXT:       } {a = 1 : i32}
// CHECK-NEXT:       %[[V3:.*]]:2 = memref.alloca_scope  -> (f32, f32) {
// CHECK-NEXT:         %[[ALLOCA:.*]] = memref.alloca(%[[ARG0]]) : memref<?xf32>
// CHECK-NEXT:         %[[V4]] = memref.load %[[ALLOCA]][%[[ARG0]]] : memref<?xf32>
// CHECK-NEXT:         memref.alloca_scope.return %[[V4]], %[[V4]] : f32, f32
// CHECK-NEXT:       }
// CHECK-NEXT:       return
func.func @scope(%i: index, %a: memref<4xf32>) {
  memref.alloca_scope {
  }
  %1 = memref.alloca_scope -> (f32) {
    %x = memref.load %a[%i] : memref<4xf32>
    memref.alloca_scope.return %x : f32
  } {a = 1 : i32}
  %2:2 = memref.alloca_scope -> (f32, f32) {
    %alloca = memref.alloca(%i) : memref<?xf32>
    %x = memref.load %alloca[%i] : memref<?xf32>
    memref.alloca_scope.return %x, %x : f32, f32
  }
  return
}
