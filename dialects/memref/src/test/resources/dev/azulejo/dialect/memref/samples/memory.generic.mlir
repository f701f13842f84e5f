"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: memref<4xf32>, %arg2: memref<8x8xf32, 1>, %arg3: f32, %arg4: i32, %arg5: memref<4xi32>, %arg6: memref<1xi32>, %arg7: memref<*xf32>):
    "memref.copy"(%arg1, %arg1) : (memref<4xf32>, memref<4xf32>) -> ()
    "memref.copy"(%arg7, %arg1) {c} : (memref<*xf32>, memref<4xf32>) -> ()
    %0 = "memref.atomic_rmw"(%arg3, %arg1, %arg0) <{kind = 0 : i64}> : (f32, memref<4xf32>, index) -> f32
    %1 = "memref.atomic_rmw"(%arg4, %arg5, %arg0) <{kind = 7 : i64}> {d} : (i32, memref<4xi32>, index) -> i32
    %2 = "memref.generic_atomic_rmw"(%arg1, %arg0) ({
    ^bb0(%arg8: f32):
      "memref.atomic_yield"(%arg8) : (f32) -> ()
    }) {e = 1 : i8} : (memref<4xf32>, index) -> f32
    "memref.prefetch"(%arg1, %arg0) <{isDataCache = true, isWrite = false, localityHint = 3 : i32}> : (memref<4xf32>, index) -> ()
    "memref.prefetch"(%arg2, %arg0, %arg0) <{isDataCache = false, isWrite = true, localityHint = 0 : i32}> : (memref<8x8xf32, 1>, index, index) -> ()
    %3 = "memref.realloc"(%arg1) : (memref<4xf32>) -> memref<8xf32>
    %4 = "memref.realloc"(%arg1, %arg0) <{alignment = 8 : i64}> : (memref<4xf32>, index) -> memref<?xf32>
    "memref.dma_start"(%arg1, %arg0, %arg2, %arg0, %arg0, %arg0, %arg6, %arg0) : (memref<4xf32>, index, memref<8x8xf32, 1>, index, index, index, memref<1xi32>, index) -> ()
    "memref.dma_start"(%arg1, %arg0, %arg2, %arg0, %arg0, %arg0, %arg6, %arg0, %arg0, %arg0) : (memref<4xf32>, index, memref<8x8xf32, 1>, index, index, index, memref<1xi32>, index, index, index) -> ()
    "memref.dma_wait"(%arg6, %arg0, %arg0) : (memref<1xi32>, index, index) -> ()
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

