// RUN: tile-opt %s --allow-unregistered-dialect --canonicalize | filecheck %s

// CHECK-LABEL: func.func @broadcast_of_broadcast
// CHECK-SAME:    (%[[ARG0:.*]]: f32) -> vector<2x4xf32> {
// CHECK-NEXT:        %[[V0:.*]] = vector.broadcast %[[ARG0]] : f32 to vector<2x4xf32>
// CHECK-NEXT:        return %[[V0]] : vector<2x4xf32>
func.func @broadcast_of_broadcast(%x: f32) -> vector<2x4xf32> {
  %a = vector.broadcast %x : f32 to vector<4xf32>
  %b = vector.broadcast %a : vector<4xf32> to vector<2x4xf32>
  return %b : vector<2x4xf32>
}

// CHECK-LABEL: func.func @constant_places
// CHECK-SAME:    (%[[ARG0:.*]]: vector<4xf32>, %[[ARG1:.*]]: f32) -> (f32, vector<4xf32>) {
// CHECK-NEXT:        %[[V0:.*]] = vector.extract %[[ARG0]][2] : f32 from vector<4xf32>
// CHECK-NEXT:        %[[V1:.*]] = vector.insert %[[ARG1]], %[[ARG0]] [2] : f32 into vector<4xf32>
// CHECK-NEXT:        return %[[V0]], %[[V1]] : f32, vector<4xf32>
func.func @constant_places(%v: vector<4xf32>, %x: f32) -> (f32, vector<4xf32>) {
  %c2 = arith.constant 2 : index
  %c9 = arith.constant 9 : index
  %a = vector.extract %v[%c2] : f32 from vector<4xf32>
  %b = vector.insert %x, %v [%c2] : f32 into vector<4xf32>
  return %a, %b : f32, vector<4xf32>
}

// CHECK-LABEL: func.func @one_element_many_times
// CHECK-SAME:    (%[[ARG0:.*]]: f32) -> vector<2x2xf32> {
// CHECK-NEXT:        %[[V0:.*]] = vector.broadcast %[[ARG0]] : f32 to vector<2x2xf32>
// CHECK-NEXT:        return %[[V0]] : vector<2x2xf32>
func.func @one_element_many_times(%x: f32) -> vector<2x2xf32> {
  %a = vector.from_elements %x, %x, %x, %x : vector<2x2xf32>
  return %a : vector<2x2xf32>
}

// CHECK-LABEL: func.func @mask_of_constants
// CHECK-SAME:    (%[[ARG0:.*]]: index) -> (vector<4x4xi1>, vector<4x4xi1>) {
// CHECK-DAG:         %[[C2:.*]] = arith.constant 2 : index
// CHECK-NEXT:        %[[V0:.*]] = vector.constant_mask [2, 4] : vector<4x4xi1>
// CHECK-NEXT:        %[[V1:.*]] = vector.create_mask %[[C2]], %[[ARG0]] : vector<4x4xi1>
// CHECK-NEXT:        return %[[V0]], %[[V1]] : vector<4x4xi1>, vector<4x4xi1>
func.func @mask_of_constants(%i: index) -> (vector<4x4xi1>, vector<4x4xi1>) {
  %c2 = arith.constant 2 : index
  %c9 = arith.constant 9 : index
  %a = vector.create_mask %c2, %c9 : vector<4x4xi1>
  %b = vector.create_mask %c2, %i : vector<4x4xi1>
  return %a, %b : vector<4x4xi1>, vector<4x4xi1>
}

// CHECK-LABEL: func.func @masked_by_everything
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8xf32>, %[[ARG1:.*]]: vector<4xf32>, %[[ARG2:.*]]: index) -> vector<4xf32> {
// CHECK-NEXT:        %[[V0:.*]] = vector.load %[[ARG0]][%[[ARG2]]] : memref<8xf32>, vector<4xf32>
// CHECK-NEXT:        vector.store %[[ARG1]], %[[ARG0]][%[[ARG2]]] : memref<8xf32>, vector<4xf32>
// CHECK-NEXT:        return %[[V0]] : vector<4xf32>
func.func @masked_by_everything(%m: memref<8xf32>, %v: vector<4xf32>, %i: index) -> vector<4xf32> {
  %k = vector.constant_mask [4] : vector<4xi1>
  %a = vector.maskedload %m[%i], %k, %v : memref<8xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  vector.maskedstore %m[%i], %k, %v : memref<8xf32>, vector<4xi1>, vector<4xf32>
  return %a : vector<4xf32>
}

// CHECK-LABEL: func.func @masked_by_nothing
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8xf32>, %[[ARG1:.*]]: vector<4xf32>, %[[ARG2:.*]]: index) -> vector<4xf32> {
// CHECK-NEXT:        return %[[ARG1]] : vector<4xf32>
func.func @masked_by_nothing(%m: memref<8xf32>, %v: vector<4xf32>, %i: index) -> vector<4xf32> {
  %k = vector.constant_mask [0] : vector<4xi1>
  %a = vector.maskedload %m[%i], %k, %v : memref<8xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  vector.maskedstore %m[%i], %k, %v : memref<8xf32>, vector<4xi1>, vector<4xf32>
  return %a : vector<4xf32>
}

// CHECK-LABEL: func.func @keeps_masked_by_some
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8xf32>, %[[ARG1:.*]]: vector<4xf32>, %[[ARG2:.*]]: index) -> vector<4xf32> {
// CHECK-NEXT:        %[[V0:.*]] = vector.constant_mask [3] : vector<4xi1>
// CHECK-NEXT:        %[[V1:.*]] = vector.maskedload %[[ARG0]][%[[ARG2]]], %[[V0]], %[[ARG1]] : memref<8xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
// CHECK-NEXT:        return %[[V1]] : vector<4xf32>
func.func @keeps_masked_by_some(%m: memref<8xf32>, %v: vector<4xf32>, %i: index) -> vector<4xf32> {
  %k = vector.constant_mask [3] : vector<4xi1>
  %a = vector.maskedload %m[%i], %k, %v : memref<8xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  return %a : vector<4xf32>
}

// CHECK-LABEL: func.func @unused_reads
// CHECK-SAME:    (%[[ARG0:.*]]: memref<8xf32>, %[[ARG1:.*]]: f32, %[[ARG2:.*]]: index) {
// CHECK-NEXT:        return
func.func @unused_reads(%m: memref<8xf32>, %x: f32, %i: index) {
  %a = vector.load %m[%i] : memref<8xf32>, vector<4xf32>
  %b = vector.transfer_read %m[%i], %x : memref<8xf32>, vector<4xf32>
  return
}
