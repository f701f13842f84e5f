#map = affine_map<(d0) -> (d0)>
#map1 = affine_map<(d0, d1) -> (d1, d0)>
#map2 = affine_map<(d0, d1) -> (0, d1)>
#map3 = affine_map<(d0, d1) -> (d0, d1)>
#map4 = affine_map<() -> ()>
"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: vector<4xf32>, %arg1: memref<?xf32>, %arg2: index, %arg3: f32, %arg4: vector<4xi1>, %arg5: vector<2x4xf32>, %arg6: memref<8x8xf32>, %arg7: vector<4xi32>, %arg8: vector<2x4xi1>, %arg9: tensor<8x8xf32>, %arg10: memref<8xvector<4xf32>>, %arg11: memref<f32>, %arg12: vector<4x2xi1>):
    %0 = "vector.transfer_read"(%arg1, %arg2, %arg3) <{in_bounds = [false], operandSegmentSizes = array<i32: 1, 1, 1, 0>, permutation_map = #map}> : (memref<?xf32>, index, f32) -> vector<4xf32>
    %1 = "vector.transfer_read"(%arg1, %arg2, %arg3, %arg4) <{in_bounds = [true], operandSegmentSizes = array<i32: 1, 1, 1, 1>, permutation_map = #map}> : (memref<?xf32>, index, f32, vector<4xi1>) -> vector<4xf32>
    %2 = "vector.transfer_read"(%arg6, %arg2, %arg2, %arg3) <{in_bounds = [true, false], operandSegmentSizes = array<i32: 1, 2, 1, 0>, permutation_map = #map1}> : (memref<8x8xf32>, index, index, f32) -> vector<2x4xf32>
    %3 = "vector.transfer_read"(%arg6, %arg2, %arg2, %arg3) <{in_bounds = [false, false], operandSegmentSizes = array<i32: 1, 2, 1, 0>, permutation_map = #map2}> {foo = 1 : i32} : (memref<8x8xf32>, index, index, f32) -> vector<2x4xf32>
    %4 = "vector.transfer_read"(%arg9, %arg2, %arg2, %arg3) <{in_bounds = [false, false], operandSegmentSizes = array<i32: 1, 2, 1, 0>, permutation_map = #map3}> : (tensor<8x8xf32>, index, index, f32) -> vector<2x4xf32>
    %5 = "vector.transfer_read"(%arg10, %arg2, %arg0) <{in_bounds = [false], operandSegmentSizes = array<i32: 1, 1, 1, 0>, permutation_map = #map}> : (memref<8xvector<4xf32>>, index, vector<4xf32>) -> vector<2x4xf32>
    %6 = "vector.transfer_read"(%arg11, %arg3) <{in_bounds = [], operandSegmentSizes = array<i32: 1, 0, 1, 0>, permutation_map = #map4}> : (memref<f32>, f32) -> vector<f32>
    %7 = "vector.transfer_read"(%arg6, %arg2, %arg2, %arg3, %arg12) <{in_bounds = [false, false], operandSegmentSizes = array<i32: 1, 2, 1, 1>, permutation_map = #map1}> : (memref<8x8xf32>, index, index, f32, vector<4x2xi1>) -> vector<2x4xf32>
    "vector.transfer_write"(%arg0, %arg1, %arg2) <{in_bounds = [false], operandSegmentSizes = array<i32: 1, 1, 1, 0>, permutation_map = #map}> : (vector<4xf32>, memref<?xf32>, index) -> ()
    "vector.transfer_write"(%arg0, %arg1, %arg2, %arg4) <{in_bounds = [true], operandSegmentSizes = array<i32: 1, 1, 1, 1>, permutation_map = #map}> : (vector<4xf32>, memref<?xf32>, index, vector<4xi1>) -> ()
    "vector.transfer_write"(%arg5, %arg6, %arg2, %arg2) <{in_bounds = [true, true], operandSegmentSizes = array<i32: 1, 1, 2, 0>, permutation_map = #map1}> : (vector<2x4xf32>, memref<8x8xf32>, index, index) -> ()
    %8 = "vector.transfer_write"(%arg5, %arg9, %arg2, %arg2) <{in_bounds = [false, false], operandSegmentSizes = array<i32: 1, 1, 2, 0>, permutation_map = #map3}> : (vector<2x4xf32>, tensor<8x8xf32>, index, index) -> tensor<8x8xf32>
    %9 = "vector.maskedload"(%arg1, %arg2, %arg4, %arg0) : (memref<?xf32>, index, vector<4xi1>, vector<4xf32>) -> vector<4xf32>
    "vector.maskedstore"(%arg1, %arg2, %arg4, %arg0) <{alignment = 8 : i64}> : (memref<?xf32>, index, vector<4xi1>, vector<4xf32>) -> ()
    %10 = "vector.gather"(%arg1, %arg2, %arg7, %arg4, %arg0) : (memref<?xf32>, index, vector<4xi32>, vector<4xi1>, vector<4xf32>) -> vector<4xf32>
    "vector.scatter"(%arg1, %arg2, %arg7, %arg4, %arg0) <{alignment = 8 : i64}> : (memref<?xf32>, index, vector<4xi32>, vector<4xi1>, vector<4xf32>) -> ()
    %11 = "vector.gather"(%arg9, %arg2, %arg2, %arg7, %arg4, %arg0) : (tensor<8x8xf32>, index, index, vector<4xi32>, vector<4xi1>, vector<4xf32>) -> vector<4xf32>
    %12 = "vector.scatter"(%arg9, %arg2, %arg2, %arg7, %arg4, %arg0) : (tensor<8x8xf32>, index, index, vector<4xi32>, vector<4xi1>, vector<4xf32>) -> tensor<8x8xf32>
    %13 = "vector.expandload"(%arg1, %arg2, %arg4, %arg0) : (memref<?xf32>, index, vector<4xi1>, vector<4xf32>) -> vector<4xf32>
    "vector.compressstore"(%arg1, %arg2, %arg4, %arg0) : (memref<?xf32>, index, vector<4xi1>, vector<4xf32>) -> ()
    %14 = "vector.mask"(%arg4) ({
      %18 = "vector.reduction"(%arg0) <{fastmath = #arith.fastmath<none>, kind = #vector.kind<add>}> : (vector<4xf32>) -> f32
      "vector.yield"(%18) : (f32) -> ()
    }) : (vector<4xi1>) -> f32
    %15 = "vector.mask"(%arg4, %arg0) ({
      %17 = "vector.transfer_read"(%arg1, %arg2, %arg3) <{in_bounds = [false], operandSegmentSizes = array<i32: 1, 1, 1, 0>, permutation_map = #map}> : (memref<?xf32>, index, f32) -> vector<4xf32>
      "vector.yield"(%17) : (vector<4xf32>) -> ()
    }) : (vector<4xi1>, vector<4xf32>) -> vector<4xf32>
    "vector.mask"(%arg4) ({
      "vector.transfer_write"(%arg0, %arg1, %arg2) <{in_bounds = [false], operandSegmentSizes = array<i32: 1, 1, 1, 0>, permutation_map = #map}> : (vector<4xf32>, memref<?xf32>, index) -> ()
      "vector.yield"() : () -> ()
    }) : (vector<4xi1>) -> ()
    "vector.mask"(%arg4) ({
      "vector.yield"() : () -> ()
    }) : (vector<4xi1>) -> ()
    %16 = "vector.mask"(%arg4) ({
      "vector.yield"(%arg0) : (vector<4xf32>) -> ()
    }) : (vector<4xi1>) -> vector<4xf32>
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

