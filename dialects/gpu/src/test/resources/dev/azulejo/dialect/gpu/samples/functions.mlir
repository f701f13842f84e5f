module {
  gpu.module @m attributes {t.a} {
    gpu.func @a() {
      gpu.return
    }
    gpu.func @b(%arg0: f32 {t.a}, %arg1: i32) -> (f32 {t.b}, i32) {
      gpu.return %arg0, %arg1 : f32, i32
    }
    gpu.func @b1(%arg0: f32) -> f32 {
      gpu.return %arg0 : f32
    }
    gpu.func @c() kernel attributes {known_block_size = array<i32: 128, 1, 1>, known_cluster_size = array<i32: 2, 1, 1>, known_grid_size = array<i32: 1, 1, 1>, t.c} {
      gpu.return
    }
    gpu.func @d() workgroup(%arg0 : memref<4xf32, 3> {llvm.align = 16 : i64}, %arg1 : memref<4xf32, 3>) private(%arg2 : memref<4xf32, 5>, %arg3 : memref<1xi8, 5> {llvm.align = 4 : i64}) kernel {
      gpu.return
    }
    gpu.func @g() {
      gpu.return
    }
    gpu.func @h() private(%arg0 : memref<4xf32, 5>) attributes {t.c} {
      gpu.return
    }
    gpu.func @two(%arg0: i1) {
      "t.br"(%arg0)[^bb1, ^bb2] : (i1) -> ()
    ^bb1:  // pred: ^bb0
      gpu.return
    ^bb2:  // pred: ^bb0
      gpu.return
    }
    gpu.func @isl(%arg0: f32) kernel {
      %0 = "t.op"() : () -> i32
      gpu.return {t.x}
    }
  }
  gpu.module @empty {
  }
  gpu.module @e2 attributes {sym_visibility = "private"} {
  }
  gpu.module @e3 [#nvvm.target] {
  }
  module @host attributes {gpu.container_module} {
    gpu.module @"two words" [#nvvm.target<chip = "sm_90">, #rocdl.target] attributes {t.a} {
      gpu.func @"a b"(%arg0: memref<?xf32, 1> {t.a}, %arg1: f32) workgroup(%arg2 : memref<4xf32, #gpu.address_space<workgroup>>) private(%arg3 : memref<4xf32, #gpu.address_space<private>>) kernel attributes {known_block_size = array<i32: 128, 1, 1>} {
        "t.use"(%arg2, %arg3, %arg0, %arg1) : (memref<4xf32, #gpu.address_space<workgroup>>, memref<4xf32, #gpu.address_space<private>>, memref<?xf32, 1>, f32) -> ()
        gpu.return
      }
    }
  }
}

