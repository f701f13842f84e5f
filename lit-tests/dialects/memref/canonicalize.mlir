// RUN: tile-opt %s --allow-unregistered-dialect --canonicalize | filecheck %s

// CHECK-LABEL: func.func @unused_alloc
// CHECK-SAME:    (%[[ARG0:.*]]: index) {
// CHECK-NEXT:        return
func.func @unused_alloc(%n: index) {
  %m = memref.alloc(%n) : memref<?xf32>
  return
}

// CHECK-LABEL: func.func @alloc_that_is_only_written
// CHECK-SAME:    (%[[ARG0:.*]]: index, %[[ARG1:.*]]: f32) {
// CHECK-NEXT:        return
func.func @alloc_that_is_only_written(%n: index, %x: f32) {
  %m = memref.alloc(%n) : memref<?xf32>
  %l = memref.alloca() : memref<4xf32>
  memref.store %x, %m[%n] : memref<?xf32>
  memref.store %x, %l[%n] : memref<4xf32>
  memref.dealloc %m : memref<?xf32>
  return
}

// Someone reads what is stored.
// CHECK-LABEL: func.func @keeps_alloc_that_is_read
// CHECK-SAME:    (%[[ARG0:.*]]: index, %[[ARG1:.*]]: f32) -> f32 {
// CHECK-NEXT:        %[[ALLOC:.*]] = memref.alloc(%[[ARG0]]) : memref<?xf32>
// CHECK-NEXT:        memref.store %[[ARG1]], %[[ALLOC]][%[[ARG0]]] : memref<?xf32>
// CHECK-NEXT:        %[[V0:.*]] = memref.load %[[ALLOC]][%[[ARG0]]] : memref<?xf32>
// CHECK-NEXT:        memref.dealloc %[[ALLOC]] : memref<?xf32>
// CHECK-NEXT:        return %[[V0]] : f32
func.func @keeps_alloc_that_is_read(%n: index, %x: f32) -> f32 {
  %m = memref.alloc(%n) : memref<?xf32>
  memref.store %x, %m[%n] : memref<?xf32>
  %y = memref.load %m[%n] : memref<?xf32>
  memref.dealloc %m : memref<?xf32>
  return %y : f32
}

// The buffer itself is stored, so that someone else may read it.
// CHECK-LABEL: func.func @keeps_alloc_that_escapes
// CHECK-SAME:    (%[[ARG0:.*]]: memref<2xmemref<4xf32>>, %[[ARG1:.*]]: index) {
// CHECK-NEXT:        %[[ALLOC:.*]] = memref.alloc() : memref<4xf32>
// CHECK-NEXT:        memref.store %[[ALLOC]], %[[ARG0]][%[[ARG1]]] : memref<2xmemref<4xf32>>
// CHECK-NEXT:        return
func.func @keeps_alloc_that_escapes(%a: memref<2xmemref<4xf32>>, %i: index) {
  %m = memref.alloc() : memref<4xf32>
  memref.store %m, %a[%i] : memref<2xmemref<4xf32>>
  return
}

// CHECK-LABEL: func.func @alloc_of_constant_size
// CHECK-SAME:    (%[[ARG0:.*]]: index) -> memref<?x?xf32> {
// CHECK-NEXT:        %[[ALLOC:.*]] = memref.alloc(%[[ARG0]]) {alignment = 64 : i64} : memref<4x?xf32>
// CHECK-NEXT:        %[[CAST:.*]] = memref.cast %[[ALLOC]] : memref<4x?xf32> to memref<?x?xf32>
// CHECK-NEXT:        return %[[CAST]] : memref<?x?xf32>
func.func @alloc_of_constant_size(%n: index) -> memref<?x?xf32> {
  %c4 = arith.constant 4 : index
  %m = memref.alloc(%c4, %n) {alignment = 64 : i64} : memref<?x?xf32>
  return %m : memref<?x?xf32>
}

// CHECK-LABEL: func.func @keeps_alloc_of_negative_size
// CHECK-SAME:    () -> memref<?xf32> {
// CHECK-DAG:         %[[CM1:.*]] = arith.constant -1 : index
// CHECK-NEXT:        %[[ALLOC:.*]] = memref.alloc(%[[CM1]]) : memref<?xf32>
// CHECK-NEXT:        return %[[ALLOC]] : memref<?xf32>
func.func @keeps_alloc_of_negative_size() -> memref<?xf32> {
  %c = arith.constant -1 : index
  %m = memref.alloc(%c) : memref<?xf32>
  return %m : memref<?xf32>
}

// CHECK-LABEL: func.func @copy_to_itself
// CHECK-SAME:    (%[[ARG0:.*]]: memref<4xf32>) {
// CHECK-NEXT:        return
func.func @copy_to_itself(%m: memref<4xf32>) {
  memref.copy %m, %m : memref<4xf32> to memref<4xf32>
  return
}

// CHECK-LABEL: func.func @copy_of_nothing
// CHECK-SAME:    (%[[ARG0:.*]]: memref<0x4xf32>, %[[ARG1:.*]]: memref<?x4xf32>) {
// CHECK-NEXT:        return
func.func @copy_of_nothing(%m: memref<0x4xf32>, %n: memref<?x4xf32>) {
  memref.copy %m, %n : memref<0x4xf32> to memref<?x4xf32>
  return
}

// CHECK-LABEL: func.func @keeps_copy
// CHECK-SAME:    (%[[ARG0:.*]]: memref<4xf32>, %[[ARG1:.*]]: memref<4xf32>) {
// CHECK-NEXT:        memref.copy %[[ARG0]], %[[ARG1]] : memref<4xf32> to memref<4xf32>
// CHECK-NEXT:        return
func.func @keeps_copy(%m: memref<4xf32>, %n: memref<4xf32>) {
  memref.copy %m, %n : memref<4xf32> to memref<4xf32>
  return
}

// CHECK-LABEL: func.func @subview_at_constants
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8x8xf32>, %[[ARG1:.*]]: index) -> memref<?x?xf32, strided<[?, 1], offset: ?>> {
// CHECK-NEXT:        %[[SUBVIEW:.*]] = memref.subview %[[ARG0]][2, %[[ARG1]]] [2, %[[ARG1]]] [2, 1] : memref<8x8xf32> to memref<2x?xf32, strided<[16, 1], offset: ?>>
// CHECK-NEXT:        %[[CAST:.*]] = memref.cast %[[SUBVIEW]] : memref<2x?xf32, strided<[16, 1], offset: ?>> to memref<?x?xf32, strided<[?, 1], offset: ?>>
// CHECK-NEXT:        return %[[CAST]] : memref<?x?xf32, strided<[?, 1], offset: ?>>
func.func @subview_at_constants(%m: memref<8x8xf32>, %i: index) -> memref<?x?xf32, strided<[?, 1], offset: ?>> {
  %c2 = arith.constant 2 : index
  %v = memref.subview %m[%c2, %i] [%c2, %i] [%c2, 1] : memref<8x8xf32> to memref<?x?xf32, strided<[?, 1], offset: ?>>
  return %v : memref<?x?xf32, strided<[?, 1], offset: ?>>
}

// It does not fit; that is for the program to find out.
// CHECK-LABEL: func.func @keeps_subview_out_of_bounds
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8xf32>) -> memref<?xf32, strided<[1], offset: ?>> {
// CHECK-DAG:         %[[C9:.*]] = arith.constant 9 : index
// CHECK-NEXT:        %[[SUBVIEW:.*]] = memref.subview %[[ARG0]][%[[C9]]] [%[[C9]]] [1] : memref<8xf32> to memref<?xf32, strided<[1], offset: ?>>
// CHECK-NEXT:        return %[[SUBVIEW]] : memref<?xf32, strided<[1], offset: ?>>
func.func @keeps_subview_out_of_bounds(%m: memref<8xf32>) -> memref<?xf32, strided<[1], offset: ?>> {
  %c9 = arith.constant 9 : index
  %v = memref.subview %m[%c9] [%c9] [1] : memref<8xf32> to memref<?xf32, strided<[1], offset: ?>>
  return %v : memref<?xf32, strided<[1], offset: ?>>
}

// CHECK-LABEL: func.func @subview_of_cast
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8x8xf32>, %[[ARG1:.*]]: index) -> memref<2xf32, strided<[1], offset: ?>> {
// CHECK-NEXT:        %[[SUBVIEW:.*]] = memref.subview %[[ARG0]][%[[ARG1]], 0] [1, 2] [1, 1] : memref<8x8xf32> to memref<2xf32, strided<[1], offset: ?>>
// CHECK-NEXT:        return %[[SUBVIEW]] : memref<2xf32, strided<[1], offset: ?>>
func.func @subview_of_cast(%m: memref<8x8xf32>, %i: index) -> memref<2xf32, strided<[1], offset: ?>> {
  %c = memref.cast %m : memref<8x8xf32> to memref<?x8xf32>
  %v = memref.subview %c[%i, 0] [1, 2] [1, 1] : memref<?x8xf32> to memref<2xf32, strided<[1], offset: ?>>
  return %v : memref<2xf32, strided<[1], offset: ?>>
}

// CHECK-LABEL: func.func @subview_of_everything
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8x8xf32>) -> memref<8x8xf32, strided<[8, 1]>> {
// CHECK-NEXT:        %[[CAST:.*]] = memref.cast %[[ARG0]] : memref<8x8xf32> to memref<8x8xf32, strided<[8, 1]>>
// CHECK-NEXT:        return %[[CAST]] : memref<8x8xf32, strided<[8, 1]>>
func.func @subview_of_everything(%m: memref<8x8xf32>) -> memref<8x8xf32, strided<[8, 1]>> {
  %v = memref.subview %m[0, 0] [8, 8] [1, 1] : memref<8x8xf32> to memref<8x8xf32, strided<[8, 1]>>
  return %v : memref<8x8xf32, strided<[8, 1]>>
}

// CHECK-LABEL: func.func @view_of_constant_size
// CHECK-SAME:    (%[[ARG0:.*]]: memref<2048xi8>, %[[ARG1:.*]]: index) -> memref<?x4xf32> {
// CHECK-NEXT:        %[[VIEW:.*]] = memref.view %[[ARG0]][%[[ARG1]]][] : memref<2048xi8> to memref<4x4xf32>
// CHECK-NEXT:        %[[CAST:.*]] = memref.cast %[[VIEW]] : memref<4x4xf32> to memref<?x4xf32>
// CHECK-NEXT:        return %[[CAST]] : memref<?x4xf32>
func.func @view_of_constant_size(%m: memref<2048xi8>, %i: index) -> memref<?x4xf32> {
  %c4 = arith.constant 4 : index
  %c = memref.cast %m : memref<2048xi8> to memref<?xi8>
  %v = memref.view %c[%i][%c4] : memref<?xi8> to memref<?x4xf32>
  return %v : memref<?x4xf32>
}

// CHECK-LABEL: func.func @metadata_that_the_type_says
// CHECK-SAME:    (%[[ARG0:.*]]: memref<?x4xf32>) -> (index, index, index, index) {
// CHECK-DAG:         %[[C4:.*]] = arith.constant 4 : index
// CHECK-DAG:         %[[C0:.*]] = arith.constant 0 : index
// CHECK-NEXT:        %[[BASE_BUFFER:.*]], %[[OFFSET:.*]], %[[SIZES:.*]]:2, %[[STRIDES:.*]]:2 = memref.extract_strided_metadata %[[ARG0]] : memref<?x4xf32> -> memref<f32>, index, index, index, index, index
// CHECK-NEXT:        return %[[C0]], %[[SIZES]]#0, %[[C4]], %[[C4]] : index, index, index, index
func.func @metadata_that_the_type_says(%m: memref<?x4xf32>) -> (index, index, index, index) {
  %base, %offset, %sizes:2, %strides:2 = memref.extract_strided_metadata %m : memref<?x4xf32> -> memref<f32>, index, index, index, index, index
  return %offset, %sizes#0, %sizes#1, %strides#0 : index, index, index, index
}

// CHECK-LABEL: func.func @collapsed_twice
// CHECK-SAME:    (%[[ARG0:.*]]: memref<2x3x4xf32>) -> memref<24xf32> {
// CHECK-NEXT:        %[[COLLAPSE_SHAPE:.*]] = memref.collapse_shape %[[ARG0]] {{\[\[}}0, 1, 2]] : memref<2x3x4xf32> into memref<24xf32>
// CHECK-NEXT:        return %[[COLLAPSE_SHAPE]] : memref<24xf32>
func.func @collapsed_twice(%m: memref<2x3x4xf32>) -> memref<24xf32> {
  %a = memref.collapse_shape %m [[0, 1], [2]] : memref<2x3x4xf32> into memref<6x4xf32>
  %b = memref.collapse_shape %a [[0, 1]] : memref<6x4xf32> into memref<24xf32>
  return %b : memref<24xf32>
}

// CHECK-LABEL: func.func @expanded_twice
// CHECK-SAME:    (%[[ARG0:.*]]: memref<24xf32>) -> memref<2x3x4xf32> {
// CHECK-NEXT:        %[[EXPAND_SHAPE:.*]] = memref.expand_shape %[[ARG0]] {{\[\[}}0, 1, 2]] output_shape [2, 3, 4] : memref<24xf32> into memref<2x3x4xf32>
// CHECK-NEXT:        return %[[EXPAND_SHAPE]] : memref<2x3x4xf32>
func.func @expanded_twice(%m: memref<24xf32>) -> memref<2x3x4xf32> {
  %a = memref.expand_shape %m [[0, 1]] output_shape [6, 4] : memref<24xf32> into memref<6x4xf32>
  %b = memref.expand_shape %a [[0, 1], [2]] output_shape [2, 3, 4] : memref<6x4xf32> into memref<2x3x4xf32>
  return %b : memref<2x3x4xf32>
}

// CHECK-LABEL: func.func @collapse_of_cast
// CHECK-SAME:    (%[[ARG0:.*]]: memref<2x4xf32>) -> memref<?xf32> {
// CHECK-NEXT:        %[[COLLAPSE_SHAPE:.*]] = memref.collapse_shape %[[ARG0]] {{\[\[}}0, 1]] : memref<2x4xf32> into memref<8xf32>
// CHECK-NEXT:        %[[CAST:.*]] = memref.cast %[[COLLAPSE_SHAPE]] : memref<8xf32> to memref<?xf32>
// CHECK-NEXT:        return %[[CAST]] : memref<?xf32>
func.func @collapse_of_cast(%m: memref<2x4xf32>) -> memref<?xf32> {
  %c = memref.cast %m : memref<2x4xf32> to memref<?x4xf32>
  %a = memref.collapse_shape %c [[0, 1]] : memref<?x4xf32> into memref<?xf32>
  return %a : memref<?xf32>
}
