// RUN: tile-opt %s --allow-unregistered-dialect --canonicalize | filecheck %s

// CHECK-LABEL: func.func @extract_of_broadcast
// CHECK-SAME:    (%[[ARG0:.*]]: f32) -> f32 {
// CHECK-NEXT:        return %[[ARG0]] : f32
func.func @extract_of_broadcast(%x: f32) -> f32 {
  %v = vector.broadcast %x : f32 to vector<2x4xf32>
  %e = vector.extract %v[1, 2] : f32 from vector<2x4xf32>
  return %e : f32
}

// CHECK-LABEL: func.func @extract_of_extract
// CHECK-SAME:    (%[[ARG0:.*]]: vector<2x3x4xf32>) -> f32 {
// CHECK-NEXT:        %[[V0:.*]] = vector.extract %[[ARG0]][1, 2, 3] : f32 from vector<2x3x4xf32>
// CHECK-NEXT:        return %[[V0]] : f32
func.func @extract_of_extract(%v: vector<2x3x4xf32>) -> f32 {
  %a = vector.extract %v[1] : vector<3x4xf32> from vector<2x3x4xf32>
  %e = vector.extract %a[2, 3] : f32 from vector<3x4xf32>
  return %e : f32
}

// CHECK-LABEL: func.func @extract_of_insert
// CHECK-SAME:    (%[[ARG0:.*]]: vector<2x4xf32>, %[[ARG1:.*]]: vector<4xf32>) -> vector<4xf32> {
// CHECK-NEXT:        return %[[ARG1]] : vector<4xf32>
func.func @extract_of_insert(%v: vector<2x4xf32>, %w: vector<4xf32>) -> vector<4xf32> {
  %a = vector.insert %w, %v [1] : vector<4xf32> into vector<2x4xf32>
  %e = vector.extract %a[1] : vector<4xf32> from vector<2x4xf32>
  return %e : vector<4xf32>
}

// CHECK-LABEL: func.func @extract_beside_insert
// CHECK-SAME:    (%[[ARG0:.*]]: vector<2x4xf32>, %[[ARG1:.*]]: vector<4xf32>) -> f32 {
// CHECK-NEXT:        %[[V0:.*]] = vector.extract %[[ARG0]][0, 3] : f32 from vector<2x4xf32>
// CHECK-NEXT:        return %[[V0]] : f32
func.func @extract_beside_insert(%v: vector<2x4xf32>, %w: vector<4xf32>) -> f32 {
  %a = vector.insert %w, %v [1] : vector<4xf32> into vector<2x4xf32>
  %e = vector.extract %a[0, 3] : f32 from vector<2x4xf32>
  return %e : f32
}

// The indices may be equal.
// CHECK-LABEL: func.func @keeps_extract_at_unknown_place
// CHECK-SAME:    (%[[ARG0:.*]]: vector<4xf32>, %[[ARG1:.*]]: f32, %[[ARG2:.*]]: index, %[[ARG3:.*]]: index) -> f32 {
// CHECK-NEXT:        %[[V0:.*]] = vector.insert %[[ARG1]], %[[ARG0]] [%[[ARG2]]] : f32 into vector<4xf32>
// CHECK-NEXT:        %[[V1:.*]] = vector.extract %[[V0]][%[[ARG3]]] : f32 from vector<4xf32>
// CHECK-NEXT:        return %[[V1]] : f32
func.func @keeps_extract_at_unknown_place(%v: vector<4xf32>, %x: f32, %i: index, %j: index) -> f32 {
  %a = vector.insert %x, %v [%i] : f32 into vector<4xf32>
  %e = vector.extract %a[%j] : f32 from vector<4xf32>
  return %e : f32
}

// CHECK-LABEL: func.func @extract_of_constant
// CHECK-SAME:    () -> (f32, i32) {
// CHECK-DAG:         %[[C3_I32:.*]] = arith.constant 3 : i32
// CHECK-DAG:         %[[CST:.*]] = arith.constant 2.000000e+00 : f32
// CHECK-NEXT:        return %[[CST]], %[[C3_I32]] : f32, i32
func.func @extract_of_constant() -> (f32, i32) {
  %v = arith.constant dense<2.0> : vector<2x4xf32>
  %w = arith.constant dense<[1, 2, 3, 4]> : vector<4xi32>
  %e = vector.extract %v[1, 3] : f32 from vector<2x4xf32>
  %f = vector.extract %w[2] : i32 from vector<4xi32>
  return %e, %f : f32, i32
}

// CHECK-LABEL: func.func @extract_of_elements
// CHECK-SAME:    (%[[ARG0:.*]]: f32, %[[ARG1:.*]]: f32) -> f32 {
// CHECK-NEXT:        return %[[ARG1]] : f32
func.func @extract_of_elements(%x: f32, %y: f32) -> f32 {
  %v = vector.from_elements %x, %y : vector<2xf32>
  %e = vector.extract %v[1] : f32 from vector<2xf32>
  return %e : f32
}

// CHECK-LABEL: func.func @elements_there_and_back
// CHECK-SAME:    (%[[ARG0:.*]]: vector<2xf32>, %[[ARG1:.*]]: f32, %[[ARG2:.*]]: f32) -> (vector<2xf32>, f32) {
// CHECK-NEXT:        return %[[ARG0]], %[[ARG2]] : vector<2xf32>, f32
func.func @elements_there_and_back(%v: vector<2xf32>, %x: f32, %y: f32) -> (vector<2xf32>, f32) {
  %a:2 = vector.to_elements %v : vector<2xf32>
  %b = vector.from_elements %a#0, %a#1 : vector<2xf32>
  %c = vector.from_elements %x, %y : vector<2xf32>
  %d:2 = vector.to_elements %c : vector<2xf32>
  return %b, %d#1 : vector<2xf32>, f32
}

// CHECK-LABEL: func.func @keeps_elements_in_other_order
// CHECK-SAME:    (%[[ARG0:.*]]: vector<2xf32>) -> vector<2xf32> {
// CHECK-NEXT:        %[[V0:.*]]:2 = vector.to_elements %[[ARG0]] : vector<2xf32>
// CHECK-NEXT:        %[[V1:.*]] = vector.from_elements %[[V0]]#1, %[[V0]]#0 : vector<2xf32>
// CHECK-NEXT:        return %[[V1]] : vector<2xf32>
func.func @keeps_elements_in_other_order(%v: vector<2xf32>) -> vector<2xf32> {
  %a:2 = vector.to_elements %v : vector<2xf32>
  %b = vector.from_elements %a#1, %a#0 : vector<2xf32>
  return %b : vector<2xf32>
}

// CHECK-LABEL: func.func @insert_of_everything
// CHECK-SAME:    (%[[ARG0:.*]]: vector<4xf32>, %[[ARG1:.*]]: vector<4xf32>) -> vector<4xf32> {
// CHECK-NEXT:        return %[[ARG0]] : vector<4xf32>
func.func @insert_of_everything(%v: vector<4xf32>, %w: vector<4xf32>) -> vector<4xf32> {
  %a = vector.insert %v, %w [] : vector<4xf32> into vector<4xf32>
  return %a : vector<4xf32>
}

// CHECK-LABEL: func.func @insert_again
// CHECK-SAME:    (%[[ARG0:.*]]: vector<4xf32>, %[[ARG1:.*]]: f32, %[[ARG2:.*]]: f32) -> vector<4xf32> {
// CHECK-NEXT:        %[[V0:.*]] = vector.insert %[[ARG2]], %[[ARG0]] [1] : f32 into vector<4xf32>
// CHECK-NEXT:        return %[[V0]] : vector<4xf32>
func.func @insert_again(%v: vector<4xf32>, %x: f32, %y: f32) -> vector<4xf32> {
  %a = vector.insert %x, %v [1] : f32 into vector<4xf32>
  %b = vector.insert %y, %a [1] : f32 into vector<4xf32>
  return %b : vector<4xf32>
}

// CHECK-LABEL: func.func @shape_casts
// CHECK-SAME:    (%[[ARG0:.*]]: vector<2x4xf32>) -> (vector<2x4xf32>, vector<4x2xf32>) {
// CHECK-NEXT:        %[[V0:.*]] = vector.shape_cast %[[ARG0]] : vector<2x4xf32> to vector<4x2xf32>
// CHECK-NEXT:        return %[[ARG0]], %[[V0]] : vector<2x4xf32>, vector<4x2xf32>
func.func @shape_casts(%v: vector<2x4xf32>) -> (vector<2x4xf32>, vector<4x2xf32>) {
  %a = vector.shape_cast %v : vector<2x4xf32> to vector<8xf32>
  %b = vector.shape_cast %a : vector<8xf32> to vector<2x4xf32>
  %c = vector.shape_cast %a : vector<8xf32> to vector<4x2xf32>
  return %b, %c : vector<2x4xf32>, vector<4x2xf32>
}

// CHECK-LABEL: func.func @bitcasts
// CHECK-SAME:    (%[[ARG0:.*]]: vector<4xf32>) -> (vector<4xf32>, vector<8xi16>) {
// CHECK-NEXT:        %[[V0:.*]] = vector.bitcast %[[ARG0]] : vector<4xf32> to vector<8xi16>
// CHECK-NEXT:        return %[[ARG0]], %[[V0]] : vector<4xf32>, vector<8xi16>
func.func @bitcasts(%v: vector<4xf32>) -> (vector<4xf32>, vector<8xi16>) {
  %a = vector.bitcast %v : vector<4xf32> to vector<4xi32>
  %b = vector.bitcast %a : vector<4xi32> to vector<4xf32>
  %c = vector.bitcast %a : vector<4xi32> to vector<8xi16>
  return %b, %c : vector<4xf32>, vector<8xi16>
}

// CHECK-LABEL: func.func @transposes
// CHECK-SAME:    (%[[ARG0:.*]]: vector<2x3x4xf32>) -> (vector<2x3x4xf32>, vector<4x2x3xf32>) {
// CHECK-NEXT:        %[[V0:.*]] = vector.transpose %[[ARG0]], [2, 0, 1] : vector<2x3x4xf32> to vector<4x2x3xf32>
// CHECK-NEXT:        return %[[ARG0]], %[[V0]] : vector<2x3x4xf32>, vector<4x2x3xf32>
func.func @transposes(%v: vector<2x3x4xf32>) -> (vector<2x3x4xf32>, vector<4x2x3xf32>) {
  %a = vector.transpose %v, [0, 1, 2] : vector<2x3x4xf32> to vector<2x3x4xf32>
  %b = vector.transpose %v, [1, 0, 2] : vector<2x3x4xf32> to vector<3x2x4xf32>
  %c = vector.transpose %b, [2, 1, 0] : vector<3x2x4xf32> to vector<4x2x3xf32>
  return %a, %c : vector<2x3x4xf32>, vector<4x2x3xf32>
}

// CHECK-LABEL: func.func @splats
// CHECK-SAME:    () -> (vector<2x4xf32>, vector<4x2xf32>, vector<2xf32>, vector<8xf32>) {
// CHECK-DAG:         %[[CST:.*]] = arith.constant dense<3.000000e+00> : vector<2xf32>
// CHECK-DAG:         %[[CST_0:.*]] = arith.constant dense<3.000000e+00> : vector<8xf32>
// CHECK-DAG:         %[[CST_1:.*]] = arith.constant dense<3.000000e+00> : vector<4x2xf32>
// CHECK-DAG:         %[[CST_2:.*]] = arith.constant dense<3.000000e+00> : vector<2x4xf32>
// CHECK-NEXT:        return %[[CST_2]], %[[CST_1]], %[[CST]], %[[CST_0]] : vector<2x4xf32>, vector<4x2xf32>, vector<2xf32>, vector<8xf32>
func.func @splats() -> (vector<2x4xf32>, vector<4x2xf32>, vector<2xf32>, vector<8xf32>) {
  %x = arith.constant 3.0 : f32
  %v = vector.broadcast %x : f32 to vector<2x4xf32>
  %t = vector.transpose %v, [1, 0] : vector<2x4xf32> to vector<4x2xf32>
  %c = vector.shape_cast %v : vector<2x4xf32> to vector<8xf32>
  %s = vector.extract_strided_slice %c {offsets = [2], sizes = [2], strides = [1]} : vector<8xf32> to vector<2xf32>
  return %v, %t, %s, %c : vector<2x4xf32>, vector<4x2xf32>, vector<2xf32>, vector<8xf32>
}

// CHECK-LABEL: func.func @shuffles
// CHECK-SAME:    (%[[ARG0:.*]]: vector<4xf32>, %[[ARG1:.*]]: vector<4xf32>) -> (vector<4xf32>, vector<4xf32>, vector<4xf32>) {
// CHECK-NEXT:        %[[V0:.*]] = vector.shuffle %[[ARG0]], %[[ARG1]] [0, 1, 2, 7] : vector<4xf32>, vector<4xf32>
// CHECK-NEXT:        return %[[ARG0]], %[[ARG1]], %[[V0]] : vector<4xf32>, vector<4xf32>, vector<4xf32>
func.func @shuffles(%v: vector<4xf32>, %w: vector<4xf32>) -> (vector<4xf32>, vector<4xf32>, vector<4xf32>) {
  %a = vector.shuffle %v, %w [0, 1, 2, 3] : vector<4xf32>, vector<4xf32>
  %b = vector.shuffle %v, %w [4, 5, 6, 7] : vector<4xf32>, vector<4xf32>
  %c = vector.shuffle %v, %w [0, 1, 2, 7] : vector<4xf32>, vector<4xf32>
  return %a, %b, %c : vector<4xf32>, vector<4xf32>, vector<4xf32>
}

// CHECK-LABEL: func.func @slices_of_everything
// CHECK-SAME:    (%[[ARG0:.*]]: vector<4xf32>, %[[ARG1:.*]]: vector<4xf32>) -> (vector<4xf32>, vector<4xf32>) {
// CHECK-NEXT:        return %[[ARG0]], %[[ARG0]] : vector<4xf32>, vector<4xf32>
func.func @slices_of_everything(%v: vector<4xf32>, %w: vector<4xf32>) -> (vector<4xf32>, vector<4xf32>) {
  %a = vector.extract_strided_slice %v {offsets = [0], sizes = [4], strides = [1]} : vector<4xf32> to vector<4xf32>
  %b = vector.insert_strided_slice %v, %w {offsets = [0], strides = [1]} : vector<4xf32> into vector<4xf32>
  return %a, %b : vector<4xf32>, vector<4xf32>
}

// Constant places show that the second dimension stays in bounds, and that the first does not.
// CHECK-LABEL: func.func @bounds
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8x8xf32>, %[[ARG1:.*]]: memref<?x8xf32>, %[[ARG2:.*]]: f32) -> (vector<2x4xf32>, vector<2x4xf32>) {
// CHECK-DAG:         %[[C4:.*]] = arith.constant 4 : index
// CHECK-DAG:         %[[C7:.*]] = arith.constant 7 : index
// CHECK-NEXT:        %[[V0:.*]] = vector.transfer_read %[[ARG0]][%[[C7]], %[[C4]]], %[[ARG2]] {in_bounds = [false, true]} : memref<8x8xf32>, vector<2x4xf32>
// CHECK-NEXT:        %[[V1:.*]] = vector.transfer_read %[[ARG1]][%[[C4]], %[[C4]]], %[[ARG2]] {in_bounds = [false, true]} : memref<?x8xf32>, vector<2x4xf32>
// CHECK-NEXT:        vector.transfer_write %[[V0]], %[[ARG0]][%[[C4]], %[[C4]]] {in_bounds = [true, true]} : vector<2x4xf32>, memref<8x8xf32>
// CHECK-NEXT:        return %[[V0]], %[[V1]] : vector<2x4xf32>, vector<2x4xf32>
func.func @bounds(%m: memref<8x8xf32>, %t: memref<?x8xf32>, %x: f32) -> (vector<2x4xf32>, vector<2x4xf32>) {
  %c4 = arith.constant 4 : index
  %c7 = arith.constant 7 : index
  %a = vector.transfer_read %m[%c7, %c4], %x : memref<8x8xf32>, vector<2x4xf32>
  %b = vector.transfer_read %t[%c4, %c4], %x : memref<?x8xf32>, vector<2x4xf32>
  vector.transfer_write %a, %m[%c4, %c4] : vector<2x4xf32>, memref<8x8xf32>
  return %a, %b : vector<2x4xf32>, vector<2x4xf32>
}
