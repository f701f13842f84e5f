// RUN: tile-opt %s --allow-unregistered-dialect --canonicalize | filecheck %s

// The size of a dimension whose size the type says.
// CHECK-LABEL: func.func @dim_of_static
// CHECK-SAME:    (%[[ARG0:.*]]: memref<?x4xf32>) -> index {
// CHECK-DAG:         %[[C4:.*]] = arith.constant 4 : index
// CHECK-NEXT:        return %[[C4]] : index
func.func @dim_of_static(%m: memref<?x4xf32>) -> index {
  %c1 = arith.constant 1 : index
  %d = memref.dim %m, %c1 : memref<?x4xf32>
  return %d : index
}

// Which dimension is not known.
// CHECK-LABEL: func.func @keeps_dim_of_unknown
// CHECK-SAME:    (%[[ARG0:.*]]: memref<?x4xf32>, %[[ARG1:.*]]: index) -> (index, index) {
// CHECK-DAG:         %[[C0:.*]] = arith.constant 0 : index
// CHECK-NEXT:        %[[DIM:.*]] = memref.dim %[[ARG0]], %[[C0]] : memref<?x4xf32>
// CHECK-NEXT:        %[[DIM_0:.*]] = memref.dim %[[ARG0]], %[[ARG1]] : memref<?x4xf32>
// CHECK-NEXT:        return %[[DIM]], %[[DIM_0]] : index, index
func.func @keeps_dim_of_unknown(%m: memref<?x4xf32>, %i: index) -> (index, index) {
  %c0 = arith.constant 0 : index
  %d = memref.dim %m, %c0 : memref<?x4xf32>
  %e = memref.dim %m, %i : memref<?x4xf32>
  return %d, %e : index, index
}

// CHECK-LABEL: func.func @keeps_dim_out_of_bounds
// CHECK-SAME:    (%[[ARG0:.*]]: memref<4xf32>) -> index {
// CHECK-DAG:         %[[C1:.*]] = arith.constant 1 : index
// CHECK-NEXT:        %[[DIM:.*]] = memref.dim %[[ARG0]], %[[C1]] : memref<4xf32>
// CHECK-NEXT:        return %[[DIM]] : index
func.func @keeps_dim_out_of_bounds(%m: memref<4xf32>) -> index {
  %c1 = arith.constant 1 : index
  %d = memref.dim %m, %c1 : memref<4xf32>
  return %d : index
}

// CHECK-LABEL: func.func @dim_of_alloc
// CHECK-SAME:    (%[[ARG0:.*]]: index, %[[ARG1:.*]]: index) -> (index, index) {
// CHECK-NEXT:        %[[ALLOC:.*]] = memref.alloc(%[[ARG0]], %[[ARG1]]) : memref<?x4x?xf32>
// CHECK-NEXT:        %[[ALLOCA:.*]] = memref.alloca(%[[ARG0]], %[[ARG1]]) : memref<?x4x?xf32>
// CHECK-NEXT:        "t.use"(%[[ALLOC]], %[[ALLOCA]]) : (memref<?x4x?xf32>, memref<?x4x?xf32>) -> ()
// CHECK-NEXT:        return %[[ARG1]], %[[ARG0]] : index, index
func.func @dim_of_alloc(%n: index, %k: index) -> (index, index) {
  %c0 = arith.constant 0 : index
  %c2 = arith.constant 2 : index
  %m = memref.alloc(%n, %k) : memref<?x4x?xf32>
  %l = memref.alloca(%n, %k) : memref<?x4x?xf32>
  %d = memref.dim %m, %c2 : memref<?x4x?xf32>
  %e = memref.dim %l, %c0 : memref<?x4x?xf32>
  "t.use"(%m, %l) : (memref<?x4x?xf32>, memref<?x4x?xf32>) -> ()
  return %d, %e : index, index
}

// The first dimension of the result is the second of the buffer.
// CHECK-LABEL: func.func @dim_of_subview
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8x?xf32>, %[[ARG1:.*]]: index) -> index {
// CHECK-NEXT:        return %[[ARG1]] : index
func.func @dim_of_subview(%m: memref<8x?xf32>, %n: index) -> index {
  %c0 = arith.constant 0 : index
  %v = memref.subview %m[1, 0] [1, %n] [1, 1] : memref<8x?xf32> to memref<?xf32, strided<[1], offset: ?>>
  %d = memref.dim %v, %c0 : memref<?xf32, strided<[1], offset: ?>>
  return %d : index
}

// CHECK-LABEL: func.func @dim_of_view
// CHECK-SAME:    (%[[ARG0:.*]]: memref<2048xi8>, %[[ARG1:.*]]: index) -> index {
// CHECK-NEXT:        return %[[ARG1]] : index
func.func @dim_of_view(%m: memref<2048xi8>, %n: index) -> index {
  %c0 = arith.constant 0 : index
  %v = memref.view %m[%c0][%n] : memref<2048xi8> to memref<?x4xf32>
  %d = memref.dim %v, %c0 : memref<?x4xf32>
  return %d : index
}

// CHECK-LABEL: func.func @rank
// CHECK-SAME:    (%[[ARG0:.*]]: memref<?x4xf32>, %[[ARG1:.*]]: memref<*xf32>) -> (index, index) {
// CHECK-DAG:         %[[C2:.*]] = arith.constant 2 : index
// CHECK-NEXT:        %[[V0:.*]] = memref.rank %[[ARG1]] : memref<*xf32>
// CHECK-NEXT:        return %[[C2]], %[[V0]] : index, index
func.func @rank(%m: memref<?x4xf32>, %u: memref<*xf32>) -> (index, index) {
  %r = memref.rank %m : memref<?x4xf32>
  %s = memref.rank %u : memref<*xf32>
  return %r, %s : index, index
}

// CHECK-LABEL: func.func @cast_to_own_type
// CHECK-SAME:    (%[[ARG0:.*]]: memref<4xf32>) -> memref<4xf32> {
// CHECK-NEXT:        return %[[ARG0]] : memref<4xf32>
func.func @cast_to_own_type(%m: memref<4xf32>) -> memref<4xf32> {
  %c = memref.cast %m : memref<4xf32> to memref<4xf32>
  return %c : memref<4xf32>
}

// CHECK-LABEL: func.func @cast_of_cast
// CHECK-SAME:    (%[[ARG0:.*]]: memref<4xf32>) -> memref<?xf32> {
// CHECK-NEXT:        %[[CAST:.*]] = memref.cast %[[ARG0]] : memref<4xf32> to memref<?xf32>
// CHECK-NEXT:        return %[[CAST]] : memref<?xf32>
func.func @cast_of_cast(%m: memref<4xf32>) -> memref<?xf32> {
  %c = memref.cast %m : memref<4xf32> to memref<*xf32>
  %d = memref.cast %c : memref<*xf32> to memref<?xf32>
  return %d : memref<?xf32>
}

// CHECK-LABEL: func.func @casts_into_users
// CHECK-SAME:    (%[[ARG0:.*]]: memref<4xf32>, %[[ARG1:.*]]: index, %[[ARG2:.*]]: f32) -> f32 {
// CHECK-NEXT:        %[[V0:.*]] = memref.load %[[ARG0]][%[[ARG1]]] : memref<4xf32>
// CHECK-NEXT:        memref.store %[[ARG2]], %[[ARG0]][%[[ARG1]]] : memref<4xf32>
// CHECK-NEXT:        memref.dealloc %[[ARG0]] : memref<4xf32>
// CHECK-NEXT:        return %[[V0]] : f32
func.func @casts_into_users(%m: memref<4xf32>, %i: index, %x: f32) -> f32 {
  %c = memref.cast %m : memref<4xf32> to memref<?xf32>
  %y = memref.load %c[%i] : memref<?xf32>
  memref.store %x, %c[%i] : memref<?xf32>
  memref.dealloc %c : memref<?xf32>
  return %y : f32
}

// A buffer that is stored keeps the type that the other buffer's elements have.
// CHECK-LABEL: func.func @keeps_cast_that_is_stored
// CHECK-SAME:    (%[[ARG0:.*]]: memref<4xf32>, %[[ARG1:.*]]: memref<2xmemref<?xf32>>, %[[ARG2:.*]]: index) {
// CHECK-NEXT:        %[[CAST:.*]] = memref.cast %[[ARG0]] : memref<4xf32> to memref<?xf32>
// CHECK-NEXT:        memref.store %[[CAST]], %[[ARG1]][%[[ARG2]]] : memref<2xmemref<?xf32>>
// CHECK-NEXT:        return
func.func @keeps_cast_that_is_stored(%m: memref<4xf32>, %a: memref<2xmemref<?xf32>>, %i: index) {
  %c = memref.cast %m : memref<4xf32> to memref<?xf32>
  memref.store %c, %a[%i] : memref<2xmemref<?xf32>>
  return
}

// CHECK-LABEL: func.func @keeps_cast_from_unranked
// CHECK-SAME:    (%[[ARG0:.*]]: memref<*xf32>, %[[ARG1:.*]]: index) -> f32 {
// CHECK-NEXT:        %[[CAST:.*]] = memref.cast %[[ARG0]] : memref<*xf32> to memref<?xf32>
// CHECK-NEXT:        %[[V0:.*]] = memref.load %[[CAST]][%[[ARG1]]] : memref<?xf32>
// CHECK-NEXT:        return %[[V0]] : f32
func.func @keeps_cast_from_unranked(%u: memref<*xf32>, %i: index) -> f32 {
  %c = memref.cast %u : memref<*xf32> to memref<?xf32>
  %y = memref.load %c[%i] : memref<?xf32>
  return %y : f32
}

// CHECK-LABEL: func.func @expand_of_collapse
// CHECK-SAME:    (%[[ARG0:.*]]: memref<2x4xf32>) -> memref<2x4xf32> {
// CHECK-NEXT:        return %[[ARG0]] : memref<2x4xf32>
func.func @expand_of_collapse(%m: memref<2x4xf32>) -> memref<2x4xf32> {
  %c = memref.collapse_shape %m [[0, 1]] : memref<2x4xf32> into memref<8xf32>
  %e = memref.expand_shape %c [[0, 1]] output_shape [2, 4] : memref<8xf32> into memref<2x4xf32>
  return %e : memref<2x4xf32>
}

// CHECK-LABEL: func.func @keeps_expand_to_other_shape
// CHECK-SAME:    (%[[ARG0:.*]]: memref<2x4xf32>) -> memref<4x2xf32> {
// CHECK-NEXT:        %[[COLLAPSE_SHAPE:.*]] = memref.collapse_shape %[[ARG0]] {{\[\[}}0, 1]] : memref<2x4xf32> into memref<8xf32>
// CHECK-NEXT:        %[[EXPAND_SHAPE:.*]] = memref.expand_shape %[[COLLAPSE_SHAPE]] {{\[\[}}0, 1]] output_shape [4, 2] : memref<8xf32> into memref<4x2xf32>
// CHECK-NEXT:        return %[[EXPAND_SHAPE]] : memref<4x2xf32>
func.func @keeps_expand_to_other_shape(%m: memref<2x4xf32>) -> memref<4x2xf32> {
  %c = memref.collapse_shape %m [[0, 1]] : memref<2x4xf32> into memref<8xf32>
  %e = memref.expand_shape %c [[0, 1]] output_shape [4, 2] : memref<8xf32> into memref<4x2xf32>
  return %e : memref<4x2xf32>
}

// CHECK-LABEL: func.func @collapse_of_expand
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8xf32>) -> memref<8xf32> {
// CHECK-NEXT:        return %[[ARG0]] : memref<8xf32>
func.func @collapse_of_expand(%m: memref<8xf32>) -> memref<8xf32> {
  %e = memref.expand_shape %m [[0, 1]] output_shape [4, 2] : memref<8xf32> into memref<4x2xf32>
  %c = memref.collapse_shape %e [[0, 1]] : memref<4x2xf32> into memref<8xf32>
  return %c : memref<8xf32>
}

// CHECK-LABEL: func.func @transposed_twice
// CHECK-SAME:    (%[[ARG0:.*]]: memref<2x3x4xf32>) -> memref<4x2x3xf32, strided<[1, 12, 4]>> {
// CHECK-NEXT:        %[[TRANSPOSE:.*]] = memref.transpose %[[ARG0]] (d0, d1, d2) -> (d2, d0, d1) : memref<2x3x4xf32> to memref<4x2x3xf32, strided<[1, 12, 4]>>
// CHECK-NEXT:        return %[[TRANSPOSE]] : memref<4x2x3xf32, strided<[1, 12, 4]>>
func.func @transposed_twice(%m: memref<2x3x4xf32>) -> memref<4x2x3xf32, strided<[1, 12, 4]>> {
  %a = memref.transpose %m (i, j, k) -> (j, i, k) : memref<2x3x4xf32> to memref<3x2x4xf32, strided<[4, 12, 1]>>
  %b = memref.transpose %a (i, j, k) -> (k, j, i) : memref<3x2x4xf32, strided<[4, 12, 1]>> to memref<4x2x3xf32, strided<[1, 12, 4]>>
  return %b : memref<4x2x3xf32, strided<[1, 12, 4]>>
}

// CHECK-LABEL: func.func @space_cast_of_space_cast
// CHECK-SAME:    (%[[ARG0:.*]]: memref<4xf32>) -> memref<4xf32, 2> {
// CHECK-NEXT:        %[[MEMSPACECAST:.*]] = memref.memory_space_cast %[[ARG0]] : memref<4xf32> to memref<4xf32, 2>
// CHECK-NEXT:        return %[[MEMSPACECAST]] : memref<4xf32, 2>
func.func @space_cast_of_space_cast(%m: memref<4xf32>) -> memref<4xf32, 2> {
  %a = memref.memory_space_cast %m : memref<4xf32> to memref<4xf32, 1>
  %b = memref.memory_space_cast %a : memref<4xf32, 1> to memref<4xf32, 2>
  return %b : memref<4xf32, 2>
}

// CHECK-LABEL: func.func @reinterpret_of_reinterpret
// CHECK-SAME:    (%[[ARG0:.*]]: memref<16xf32>) -> memref<2x2xf32> {
// CHECK-NEXT:        %[[REINTERPRET_CAST:.*]] = memref.reinterpret_cast %[[ARG0]] to offset: [0], sizes: [2, 2], strides: [2, 1] : memref<16xf32> to memref<2x2xf32>
// CHECK-NEXT:        return %[[REINTERPRET_CAST]] : memref<2x2xf32>
func.func @reinterpret_of_reinterpret(%m: memref<16xf32>) -> memref<2x2xf32> {
  %a = memref.reinterpret_cast %m to offset: [0], sizes: [4, 4], strides: [4, 1] : memref<16xf32> to memref<4x4xf32>
  %c = memref.cast %a : memref<4x4xf32> to memref<?x4xf32>
  %b = memref.reinterpret_cast %c to offset: [0], sizes: [2, 2], strides: [2, 1] : memref<?x4xf32> to memref<2x2xf32>
  return %b : memref<2x2xf32>
}

// CHECK-LABEL: func.func @subview_of_everything
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8x8xf32>) -> memref<8x8xf32> {
// CHECK-NEXT:        return %[[ARG0]] : memref<8x8xf32>
func.func @subview_of_everything(%m: memref<8x8xf32>) -> memref<8x8xf32> {
  %v = memref.subview %m[0, 0] [8, 8] [1, 1] : memref<8x8xf32> to memref<8x8xf32>
  return %v : memref<8x8xf32>
}
