#map = affine_map<(d0)[s0] -> (d0 + s0)>
module {
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: memref<?x4xf32>, %arg2: f32, %arg3: memref<*xf32>, %arg4: memref<f32>):
    %alloc = memref.alloc() : memref<4xf32>
    %alloc_0 = memref.alloc(%arg0) : memref<?x4xf32>
    %alloc_1 = memref.alloc(%arg0)[%arg0] {alignment = 32 : i64} : memref<?xf32, #map>
    %alloc_2 = memref.alloc() {a.b = 1 : i32, alignment = 16 : i64} : memref<4xf32>
    %0 = memref.load %arg1[%arg0, %arg0] : memref<?x4xf32>
    %1 = memref.load %arg4[] : memref<f32>
    %2 = memref.load %alloc[%arg0] {alignment = 4 : i64, nontemporal = true} : memref<4xf32>
    memref.store %arg2, %arg1[%arg0, %arg0] : memref<?x4xf32>
    memref.store %arg2, %alloc[%arg0] {nontemporal = true} : memref<4xf32>
    memref.store %arg2, %arg4[] : memref<f32>
    %dim = memref.dim %arg1, %arg0 : memref<?x4xf32>
    %dim_3 = memref.dim %arg3, %arg0 : memref<*xf32>
    %cast = memref.cast %alloc : memref<4xf32> to memref<?xf32>
    %cast_4 = memref.cast %alloc : memref<4xf32> to memref<*xf32>
    %cast_5 = memref.cast %arg3 : memref<*xf32> to memref<?x?xf32, strided<[?, 1], offset: ?>>
    memref.dealloc %alloc : memref<4xf32>
    memref.dealloc %arg3 : memref<*xf32>
    "t.end"() : () -> ()
  }) : () -> ()
}

