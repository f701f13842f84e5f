#map = affine_map<(d0)[s0] -> (d0 + s0)>
"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: memref<?x4xf32>, %arg2: f32, %arg3: memref<*xf32>, %arg4: memref<f32>):
    %0 = "memref.alloc"() <{operandSegmentSizes = array<i32: 0, 0>}> : () -> memref<4xf32>
    %1 = "memref.alloc"(%arg0) <{operandSegmentSizes = array<i32: 1, 0>}> : (index) -> memref<?x4xf32>
    %2 = "memref.alloc"(%arg0, %arg0) <{alignment = 32 : i64, operandSegmentSizes = array<i32: 1, 1>}> : (index, index) -> memref<?xf32, #map>
    %3 = "memref.alloc"() <{alignment = 16 : i64, operandSegmentSizes = array<i32: 0, 0>}> {a.b = 1 : i32} : () -> memref<4xf32>
    %4 = "memref.load"(%arg1, %arg0, %arg0) : (memref<?x4xf32>, index, index) -> f32
    %5 = "memref.load"(%arg4) : (memref<f32>) -> f32
    %6 = "memref.load"(%0, %arg0) <{alignment = 4 : i64, nontemporal = true}> : (memref<4xf32>, index) -> f32
    "memref.store"(%arg2, %arg1, %arg0, %arg0) : (f32, memref<?x4xf32>, index, index) -> ()
    "memref.store"(%arg2, %0, %arg0) <{nontemporal = true}> : (f32, memref<4xf32>, index) -> ()
    "memref.store"(%arg2, %arg4) : (f32, memref<f32>) -> ()
    %7 = "memref.dim"(%arg1, %arg0) : (memref<?x4xf32>, index) -> index
    %8 = "memref.dim"(%arg3, %arg0) : (memref<*xf32>, index) -> index
    %9 = "memref.cast"(%0) : (memref<4xf32>) -> memref<?xf32>
    %10 = "memref.cast"(%0) : (memref<4xf32>) -> memref<*xf32>
    %11 = "memref.cast"(%arg3) : (memref<*xf32>) -> memref<?x?xf32, strided<[?, 1], offset: ?>>
    "memref.dealloc"(%0) : (memref<4xf32>) -> ()
    "memref.dealloc"(%arg3) : (memref<*xf32>) -> ()
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

