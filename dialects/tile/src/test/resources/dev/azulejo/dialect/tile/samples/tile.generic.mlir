"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: memref<256x128xf16>, %arg1: memref<?x?xf16, strided<[?, 1], offset: ?>>, %arg2: memref<256x256xf32>, %arg3: index, %arg4: f32, %arg5: i1, %arg6: memref<2x16x16x32xf16>):
    "tile.launch"() <{grid = array<i64: 2>, threads = 128 : i64}> ({
    ^bb0(%arg15: index):
    }) : () -> ()
    "tile.launch"(%arg3) <{grid = array<i64: 2, -9223372036854775808, 7>, threads = 256 : i64}> ({
    ^bb0(%arg9: index, %arg10: index, %arg11: index):
      %3 = "tile.alloc"() : () -> memref<128x32xf16, "shared">
      %4 = "tile.alloc"() <{versions = 3 : i64}> {tag} : () -> memref<3x128x32xf16, "shared">
      %5 = "tile.alloc"() : () -> memref<128x128xf32, "fragment">
      %6 = "tile.alloc"() : () -> memref<128xf32, "fragment">
      %7 = "tile.alloc"() : () -> memref<128x1xf32, "fragment">
      %8 = "tile.alloc"() : () -> memref<f32, "local">
      %9 = "tile.alloc"() : () -> memref<64x128xf16, "shared">
      %10 = "tile.alloc"() : () -> memref<128x4xi16, "shared">
      %11 = "tile.alloc"() : () -> memref<64x64xf16, "shared">
      "tile.copy"(%arg0, %arg9, %3) <{operandSegmentSizes = array<i32: 1, 1, 1, 0>, sourceOffsets = array<i64: -9223372036854775808, 32>, sourceSizes = array<i64: 128, 32>, targetOffsets = array<i64: 0, 0>, targetSizes = array<i64: 128, 32>}> : (memref<256x128xf16>, index, memref<128x32xf16, "shared">) -> ()
      "tile.copy"(%arg1, %arg9, %arg3, %4, %arg3) <{operandSegmentSizes = array<i32: 1, 2, 1, 1>, sourceOffsets = array<i64: -9223372036854775808, -9223372036854775808>, sourceSizes = array<i64: 128, 32>, targetOffsets = array<i64: -9223372036854775808, 0, 0>, targetSizes = array<i64: 1, 128, 32>}> {tag} : (memref<?x?xf16, strided<[?, 1], offset: ?>>, index, index, memref<3x128x32xf16, "shared">, index) -> ()
      "tile.copy"(%3, %4) <{operandSegmentSizes = array<i32: 1, 0, 1, 0>, sourceOffsets = array<i64: 0, 16>, sourceSizes = array<i64: 64, 16>, targetOffsets = array<i64: 2, 64, 0>, targetSizes = array<i64: 1, 64, 16>}> : (memref<128x32xf16, "shared">, memref<3x128x32xf16, "shared">) -> ()
      "tile.copy"(%5, %arg2, %arg9) <{operandSegmentSizes = array<i32: 1, 0, 1, 1>, sourceOffsets = array<i64: 0, 0>, sourceSizes = array<i64: 128, 128>, targetOffsets = array<i64: -9223372036854775808, -1>, targetSizes = array<i64: 128, 128>}> : (memref<128x128xf32, "fragment">, memref<256x256xf32>, index) -> ()
      "tile.copy"(%arg0, %arg0) <{operandSegmentSizes = array<i32: 1, 0, 1, 0>, sourceOffsets = array<i64: 0, 0>, sourceSizes = array<i64: 256, 128>, targetOffsets = array<i64: 0, 0>, targetSizes = array<i64: 256, 128>}> : (memref<256x128xf16>, memref<256x128xf16>) -> ()
      "tile.async_copy"(%arg0, %arg3, %3) <{operandSegmentSizes = array<i32: 1, 1, 1, 0>, sourceOffsets = array<i64: 0, -9223372036854775808>, sourceSizes = array<i64: 128, 32>, targetOffsets = array<i64: 0, 0>, targetSizes = array<i64: 128, 32>}> : (memref<256x128xf16>, index, memref<128x32xf16, "shared">) -> ()
      "tile.async_copy"(%arg0, %arg3, %4) <{operandSegmentSizes = array<i32: 1, 1, 1, 0>, sourceOffsets = array<i64: 0, -9223372036854775808>, sourceSizes = array<i64: 128, 32>, targetOffsets = array<i64: 1, 0, 0>, targetSizes = array<i64: 1, 128, 32>}> {tag = "x"} : (memref<256x128xf16>, index, memref<3x128x32xf16, "shared">) -> ()
      "tile.atomic_add"(%5, %arg2, %arg9) <{operandSegmentSizes = array<i32: 1, 0, 1, 1>, sourceOffsets = array<i64: 0, 0>, sourceSizes = array<i64: 128, 128>, targetOffsets = array<i64: -9223372036854775808, -1>, targetSizes = array<i64: 128, 128>}> {tag} : (memref<128x128xf32, "fragment">, memref<256x256xf32>, index) -> ()
      "tile.atomic_max"(%5, %arg2, %arg9) <{operandSegmentSizes = array<i32: 1, 0, 1, 1>, sourceOffsets = array<i64: 0, 0>, sourceSizes = array<i64: 128, 128>, targetOffsets = array<i64: -9223372036854775808, -1>, targetSizes = array<i64: 128, 128>}> {tag} : (memref<128x128xf32, "fragment">, memref<256x256xf32>, index) -> ()
      "tile.atomic_min"(%3, %4, %arg3) <{operandSegmentSizes = array<i32: 1, 0, 1, 1>, sourceOffsets = array<i64: 0, 0>, sourceSizes = array<i64: 128, 32>, targetOffsets = array<i64: -9223372036854775808, 0, 0>, targetSizes = array<i64: 1, 128, 32>}> : (memref<128x32xf16, "shared">, memref<3x128x32xf16, "shared">, index) -> ()
      "tile.fill"(%5, %arg4) <{offsets = array<i64: 0, 0>, sizes = array<i64: 128, 128>}> : (memref<128x128xf32, "fragment">, f32) -> ()
      "tile.fill"(%5, %arg3, %arg4) <{offsets = array<i64: -9223372036854775808, 0>, sizes = array<i64: 1, 128>}> {tag} : (memref<128x128xf32, "fragment">, index, f32) -> ()
      "tile.fill"(%arg2, %arg3, %arg3, %arg4) <{offsets = array<i64: -9223372036854775808, -9223372036854775808>, sizes = array<i64: 8, 8>}> : (memref<256x256xf32>, index, index, f32) -> ()
      "tile.gemm"(%3, %3, %5) <{aOffsets = array<i64: 0, 0>, aSizes = array<i64: 128, 32>, bOffsets = array<i64: 0, 0>, bSizes = array<i64: 128, 32>, cOffsets = array<i64: 0, 0>, cSizes = array<i64: 128, 128>, operandSegmentSizes = array<i32: 1, 0, 1, 0, 1, 0, 0>, transpose_b}> : (memref<128x32xf16, "shared">, memref<128x32xf16, "shared">, memref<128x128xf32, "fragment">) -> ()
      "tile.gemm"(%4, %arg3, %3, %5, %arg3, %arg5) <{aOffsets = array<i64: -9223372036854775808, 0, 0>, aSizes = array<i64: 1, 128, 32>, bOffsets = array<i64: 0, 0>, bSizes = array<i64: 32, 32>, cOffsets = array<i64: 0, -9223372036854775808>, cSizes = array<i64: 128, 32>, operandSegmentSizes = array<i32: 1, 1, 1, 0, 1, 1, 1>}> {tag} : (memref<3x128x32xf16, "shared">, index, memref<128x32xf16, "shared">, memref<128x128xf32, "fragment">, index, i1) -> ()
      "tile.gemm"(%3, %3, %5) <{aOffsets = array<i64: 0, 0>, aSizes = array<i64: 128, 32>, bOffsets = array<i64: 0, 0>, bSizes = array<i64: 128, 32>, cOffsets = array<i64: 0, 0>, cSizes = array<i64: 32, 32>, operandSegmentSizes = array<i32: 1, 0, 1, 0, 1, 0, 0>, transpose_a}> : (memref<128x32xf16, "shared">, memref<128x32xf16, "shared">, memref<128x128xf32, "fragment">) -> ()
      "tile.gemm_sp"(%3, %10, %9, %5) <{aOffsets = array<i64: 0, 0>, aSizes = array<i64: 128, 32>, bOffsets = array<i64: 0, 0>, bSizes = array<i64: 64, 128>, cOffsets = array<i64: 0, 0>, cSizes = array<i64: 128, 128>, eOffsets = array<i64: 0, 0>, eSizes = array<i64: 128, 4>, operandSegmentSizes = array<i32: 1, 0, 1, 0, 1, 0, 1, 0, 0>}> : (memref<128x32xf16, "shared">, memref<128x4xi16, "shared">, memref<64x128xf16, "shared">, memref<128x128xf32, "fragment">) -> ()
      "tile.gemm_sp"(%4, %arg3, %10, %arg3, %9, %5, %arg5) <{aOffsets = array<i64: -9223372036854775808, 0, 0>, aSizes = array<i64: 1, 128, 32>, bOffsets = array<i64: 0, 0>, bSizes = array<i64: 64, 128>, cOffsets = array<i64: 0, 0>, cSizes = array<i64: 128, 128>, eOffsets = array<i64: 0, -9223372036854775808>, eSizes = array<i64: 128, 4>, instruction = "mma.sp", operandSegmentSizes = array<i32: 1, 1, 1, 1, 1, 0, 1, 0, 1>}> {tag} : (memref<3x128x32xf16, "shared">, index, memref<128x4xi16, "shared">, index, memref<64x128xf16, "shared">, memref<128x128xf32, "fragment">, i1) -> ()
      "tile.gemm_sp"(%3, %10, %11, %5) <{aOffsets = array<i64: 0, 0>, aSizes = array<i64: 128, 32>, bOffsets = array<i64: 0, 0>, bSizes = array<i64: 64, 64>, cOffsets = array<i64: 0, 0>, cSizes = array<i64: 128, 64>, eOffsets = array<i64: 0, 0>, eSizes = array<i64: 128, 4>, operandSegmentSizes = array<i32: 1, 0, 1, 0, 1, 0, 1, 0, 0>, transpose_b}> : (memref<128x32xf16, "shared">, memref<128x4xi16, "shared">, memref<64x64xf16, "shared">, memref<128x128xf32, "fragment">) -> ()
      "tile.im2col"(%arg6, %arg3, %arg3, %3) <{dilation = 1 : i64, kernel = 3 : i64, operandSegmentSizes = array<i32: 1, 1, 1, 1, 0, 0, 0>, padding = 1 : i64, stride = 1 : i64, targetOffsets = array<i64: 0, 0>, targetSizes = array<i64: 128, 32>}> : (memref<2x16x16x32xf16>, index, index, memref<128x32xf16, "shared">) -> ()
      "tile.im2col"(%arg6, %arg3, %arg3, %4, %arg3) <{asynchronous, dilation = 2 : i64, kernel = 5 : i64, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1, 0, 0>, padding = 0 : i64, stride = 2 : i64, targetOffsets = array<i64: -9223372036854775808, 0, 0>, targetSizes = array<i64: 1, 128, 32>}> {tag} : (memref<2x16x16x32xf16>, index, index, memref<3x128x32xf16, "shared">, index) -> ()
      "tile.reduce"(%5, %6) <{dim = 1 : i64, kind = "max", operandSegmentSizes = array<i32: 1, 0, 1, 0>, sourceOffsets = array<i64: 0, 0>, sourceSizes = array<i64: 128, 128>, targetOffsets = array<i64: 0>, targetSizes = array<i64: 128>}> : (memref<128x128xf32, "fragment">, memref<128xf32, "fragment">) -> ()
      "tile.reduce"(%5, %7) <{accumulate, dim = 1 : i64, kind = "sum", operandSegmentSizes = array<i32: 1, 0, 1, 0>, sourceOffsets = array<i64: 0, 0>, sourceSizes = array<i64: 128, 128>, targetOffsets = array<i64: 0, 0>, targetSizes = array<i64: 128, 1>}> {tag} : (memref<128x128xf32, "fragment">, memref<128x1xf32, "fragment">) -> ()
      "tile.reduce"(%5, %arg3, %6) <{dim = 1 : i64, kind = "abs_max", operandSegmentSizes = array<i32: 1, 1, 1, 0>, sourceOffsets = array<i64: -9223372036854775808, 0>, sourceSizes = array<i64: 1, 128>, targetOffsets = array<i64: 3>, targetSizes = array<i64: 1>}> : (memref<128x128xf32, "fragment">, index, memref<128xf32, "fragment">) -> ()
      "tile.scan"(%5, %5) <{dim = 0 : i64, kind = "sum", operandSegmentSizes = array<i32: 1, 0, 1, 0>, sourceOffsets = array<i64: 0, 0>, sourceSizes = array<i64: 128, 128>, targetOffsets = array<i64: 0, 0>, targetSizes = array<i64: 128, 128>}> : (memref<128x128xf32, "fragment">, memref<128x128xf32, "fragment">) -> ()
      "tile.scan"(%4, %arg3, %3) <{dim = 2 : i64, kind = "max", operandSegmentSizes = array<i32: 1, 1, 1, 0>, reverse, sourceOffsets = array<i64: -9223372036854775808, 0, 0>, sourceSizes = array<i64: 1, 128, 32>, targetOffsets = array<i64: 0, 0>, targetSizes = array<i64: 128, 32>}> {tag} : (memref<3x128x32xf16, "shared">, index, memref<128x32xf16, "shared">) -> ()
      "tile.transpose"(%5, %5) <{operandSegmentSizes = array<i32: 1, 0, 1, 0>, sourceOffsets = array<i64: 0, 0>, sourceSizes = array<i64: 128, 128>, targetOffsets = array<i64: 0, 0>, targetSizes = array<i64: 128, 128>}> : (memref<128x128xf32, "fragment">, memref<128x128xf32, "fragment">) -> ()
      "tile.transpose"(%4, %arg3, %5, %arg3) <{operandSegmentSizes = array<i32: 1, 1, 1, 1>, sourceOffsets = array<i64: -9223372036854775808, 0, 0>, sourceSizes = array<i64: 1, 64, 32>, targetOffsets = array<i64: 0, -9223372036854775808>, targetSizes = array<i64: 32, 64>}> {tag} : (memref<3x128x32xf16, "shared">, index, memref<128x128xf32, "fragment">, index) -> ()
      %12 = "tile.view"(%3) : (memref<128x32xf16, "shared">) -> memref<4096xi16, "shared">
      "tile.parallel"(%arg3) <{extents = array<i64: 64, -9223372036854775808>}> ({
      ^bb0(%arg13: index, %arg14: index):
        "t.point"(%arg13, %arg14) : (index, index) -> ()
      }) : (index) -> ()
      "tile.parallel"() <{extents = array<i64: 0>}> ({
      ^bb0(%arg12: index):
      }) {tag} : () -> ()
    }) {tag = 1 : i8} : (index) -> ()
    "tile.launch"() <{blocks_per_multiprocessor = 2 : i64, cluster = array<i64: 1, 2>, consumer_registers = 232 : i64, grid = array<i64: 3, 4>, persistent = 132 : i64, producer_registers = 40 : i64, threads = 128 : i64}> ({
    ^bb0(%arg7: index, %arg8: index):
      %0 = "barrier.alloc"() <{counts = array<i64: 1, 1>}> : () -> !barrier.array<2>
      %1 = "tile.alloc"() <{versions = 2 : i64}> : () -> memref<2x128x64xf16, "shared">
      %2 = "tile.alloc"() : () -> memref<128x128xf32, "fragment">
      "tile.tma_copy"(%arg0, %arg7, %1, %arg8, %0, %arg8) <{multicast = array<i64: 1>, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1, 1>, sourceOffsets = array<i64: -9223372036854775808, 64>, sourceSizes = array<i64: 128, 64>, targetOffsets = array<i64: -9223372036854775808, 0, 0>, targetSizes = array<i64: 1, 128, 64>}> : (memref<256x128xf16>, index, memref<2x128x64xf16, "shared">, index, !barrier.array<2>, index) -> ()
      "tile.im2col"(%arg6, %arg7, %arg8, %1, %arg8, %0, %arg8) <{dilation = 1 : i64, instruction = "tma", kernel = 3 : i64, operandSegmentSizes = array<i32: 1, 1, 1, 1, 1, 1, 1>, padding = 1 : i64, stride = 1 : i64, targetOffsets = array<i64: -9223372036854775808, 0, 0>, targetSizes = array<i64: 1, 128, 64>}> : (memref<2x16x16x32xf16>, index, index, memref<2x128x64xf16, "shared">, index, !barrier.array<2>, index) -> ()
      "tile.gemm"(%1, %1, %2) <{aOffsets = array<i64: 0, 0, 0>, aSizes = array<i64: 1, 128, 64>, asynchronous, bOffsets = array<i64: 1, 0, 0>, bSizes = array<i64: 1, 128, 64>, cOffsets = array<i64: 0, 0>, cSizes = array<i64: 128, 128>, instruction = "wgmma", operandSegmentSizes = array<i32: 1, 0, 1, 0, 1, 0, 0>, transpose_b}> : (memref<2x128x64xf16, "shared">, memref<2x128x64xf16, "shared">, memref<128x128xf32, "fragment">) -> ()
      "tile.wait_gemm"() <{pending = 0 : i64}> {tag} : () -> ()
      "tile.bulk_store"(%1, %arg8, %arg0, %arg7) <{operandSegmentSizes = array<i32: 1, 1, 1, 1>, sourceOffsets = array<i64: -9223372036854775808, 0, 0>, sourceSizes = array<i64: 1, 128, 64>, targetOffsets = array<i64: -9223372036854775808, 64>, targetSizes = array<i64: 128, 64>}> {tag} : (memref<2x128x64xf16, "shared">, index, memref<256x128xf16>, index) -> ()
      "tile.tma_store"(%2, %arg0, %arg7, %1) <{operandSegmentSizes = array<i32: 1, 0, 1, 1, 1>, sourceOffsets = array<i64: 0, 0>, sourceSizes = array<i64: 128, 128>, targetOffsets = array<i64: -9223372036854775808, 0>, targetSizes = array<i64: 128, 128>}> {tag} : (memref<128x128xf32, "fragment">, memref<256x128xf16>, index, memref<2x128x64xf16, "shared">) -> ()
    }) : () -> ()
    "t.end"() : () -> ()
  }) : () -> ()
}) {tile.target = "sm_80"} : () -> ()

