// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the dialect broken once, and programs that are just within the rules. */
class TileVerifierTest {
  private static final String S = "memref<128x32xf16, \"shared\">";
  private static final String F = "memref<128x128xf32, \"fragment\">";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Regions.
        "tile.copy %A[%i] -> %s : memref<256x128xf16> to S"
            + "| 'tile.copy' op the source has rank 2, but its region has 1 offsets and 2 sizes",
        "tile.copy %A[%i, 0] -> %s[0, 0] : memref<256x128xf16> to S"
            + "| needs the sizes of one region: write them as [offsets][sizes]",
        "tile.copy %A[0, 0] -> %s[0, 8][128, 32] : memref<256x128xf16> to S"
            + "| 'tile.copy' op the region of the target ends at 40 in dimension 1, but the buffer"
            + " ends at 32",
        "tile.copy %A[0, 0] -> %s[-1, 0][128, 32] : memref<256x128xf16> to S"
            + "| 'tile.copy' op the region of the target ends at 127 in dimension 0, but the"
            + " buffer ends at 128",
        "tile.copy %A[0, 0][64, 32] -> %s : memref<256x128xf16> to S"
            + "| 'tile.copy' op copies a region of [64, 32] to one of [128, 32]; without leading"
            + " ones the sizes must be equal",
        "tile.copy %A[0, 0][2, 64, 32] -> %s[0, 0] : memref<256x128xf16> to S"
            + "| the sizes of the other region don't fit a buffer of rank 2",
        "tile.copy %D -> %s[0, 0] : memref<?x128xf16> to S"
            + "| 'tile.copy' op the region of the source must have a static size in dimension 0:"
            + " write it out as [offsets][sizes]",
        "tile.copy %0 -> %s : memref<4xf32, \"tensor\"> to S"
            + "| 'tile.copy' op operand #0 must be a memref in global, shared, fragment or local memory, but got"
            + " 'memref<4xf32, \"tensor\">'",
        // Asynchronous copies.
        "tile.async_copy %s -> %t : S to S"
            + "| 'tile.async_copy' op copies from global to shared memory, between equal element"
            + " types, and no other",
        "tile.async_copy %A[0, 0] -> %w[0][1] : memref<256x128xf16> to memref<128xi32, \"local\">"
            + "| 'tile.async_copy' op copies from global to shared memory, between equal element"
            + " types, and no other",
        // Atomic changes.
        "tile.atomic_max %A[0, 0][128, 32] -> %s : memref<256x128xf16> to S"
            + "| 'tile.atomic_max' op compares what is on chip to global or shared memory, and"
            + " nothing else",
        "tile.atomic_min %s -> %f[0, 0][128, 32] : S to F"
            + "| 'tile.atomic_min' op compares what is on chip to global or shared memory, and"
            + " nothing else",
        // Sparse products.
        "tile.gemm_sp %s, %s, %tall, %f : S, S, K, F"
            + "| 'tile.gemm_sp' op says what is kept in words of 8, 16 or 32 bits",
        "tile.gemm_sp %s, %meta, %f[0, 0][64, 128], %f : S, E, F, F"
            + "| 'tile.gemm_sp' op multiplies f16, bf16, f32, floats of 8 bits or integers of 8"
            + " bits, and A like B",
        "tile.gemm_sp %meta, %meta, %meta[0, 0][16, 8], %f[0, 0][128, 8] : E, E, E, F"
            + "| 'tile.gemm_sp' op sums integers to i32",
        "tile.gemm_sp %s, %meta, %tall, %s[0, 0][128, 32] : S, E, K, S"
            + "| 'tile.gemm_sp' op multiplies A of 128x32, which keeps half of 128x64, and B of"
            + " 64x128 into C of 128x32",
        "tile.gemm_sp %s, %meta, %tall {transpose_b}, %f : S, E, K, F | expected ','",
        "tile.gemm_sp %s, %meta, %tall, %f {transpose_b} : S, E, K, F"
            + "| 'tile.gemm_sp' op multiplies A of 128x32, which keeps half of 128x64, and B of"
            + " 128x64 into C of 128x128",
        "tile.gemm_sp %s, %meta[0, 0][128, 4], %tall, %f : S, E, K, F"
            + "| 'tile.gemm_sp' op has E of 128x4; each word speaks of 8 columns, so 128 rows of 64"
            + " columns need E of 128x8",
        "tile.gemm_sp %s, %meta, %tall, %f : S, E, K | expected four types, but got 3",
        "tile.gemm_sp %s, %meta, %tall, %f {instruction = \"wgmma\"} : S, E, K, F"
            + "| 'tile.gemm_sp' op is made by \"wgmma\"; \"wgmma.sp\" and \"mma.sp\" are known",
        // Images.
        "tile.im2col %A[%i, %i] -> %s kernel(3) stride(1) dilation(1) padding(1)"
            + " : memref<256x128xf16> to S"
            + "| 'tile.im2col' op reads images of four dimensions: number, row, column, channel",
        "tile.im2col %X[%i, %i] -> %f kernel(3) stride(1) dilation(1) padding(1)"
            + " : memref<2x16x16x32xf16> to F"
            + "| 'tile.im2col' op copies from global to shared memory, between equal element types,"
            + " and no other",
        "tile.im2col %X[%i, %i] -> %stage kernel(3) stride(1) dilation(1) padding(1)"
            + " : memref<2x16x16x32xf16> to memref<2x128x64xf16, \"shared\">"
            + "| 'tile.im2col' op writes a matrix: only the last two sizes of the target may differ"
            + " from 1",
        "tile.im2col %X[%i, %i] -> %s kernel(3) stride(0) dilation(1) padding(1)"
            + " : memref<2x16x16x32xf16> to S"
            + "| 'tile.im2col' op needs a kernel, stride and dilation of one at least, and no"
            + " negative padding",
        "tile.im2col %X[%i, %i] -> %s kernel(7) stride(1) dilation(3) padding(1)"
            + " : memref<2x16x16x32xf16> to S"
            + "| 'tile.im2col' op has a kernel that reaches over 19 elements, more than the 18 of"
            + " dimension 1 with its padding",
        "tile.im2col %X[%i, %i] -> %s kernel(3) stride(1) dilation(1) padding(1) barrier(%bar[%i])"
            + " {instruction = \"gather\"} : memref<2x16x16x32xf16> to S, !barrier.array<1>"
            + "| 'tile.im2col' op counts its bytes on a barrier, so it is brought by \"tma\" alone",
        "tile.im2col %X[%i, %i] -> %s kernel(3) stride(1) dilation(1) padding(1)"
            + " {asynchronous, instruction = \"tma\"} : memref<2x16x16x32xf16> to S"
            + "| 'tile.im2col' op is brought by \"tma\", which completes on a barrier and in no"
            + " group",
        "tile.im2col %X[%i, %i] -> %s kernel(3) stride(1) dilation(1) padding(1)"
            + " {instruction = \"sync\"} : memref<2x16x16x32xf16> to S"
            + "| 'tile.im2col' op is made by \"sync\"; \"tma\" and \"gather\" are known",
        // Scans and transpositions.
        "tile.scan xor %s -> %t dim(0) : S to S | expected one of sum, prod, max, min",
        "tile.scan sum %s -> %t dim(2) : S to S"
            + "| 'tile.scan' op has no dimension 2 to go along",
        "tile.scan sum %s -> %t[0, 0][64, 32] dim(0) : S to S"
            + "| 'tile.scan' op scans a region of [128, 32] to one of [64, 32]; without leading ones"
            + " the sizes must be equal",
        "tile.scan sum %A -> %f dim(0) : memref<256x128xf16> to F"
            + "| 'tile.scan' op operand #0 must be a memref of static shape in shared, fragment or"
            + " local memory, but got 'memref<256x128xf16>'",
        "tile.transpose %s -> %t : S to S"
            + "| 'tile.transpose' op transposes a region of [128, 32] to one of [128, 32]; expected"
            + " [32, 128], ones in front apart",
        "tile.transpose %v -> %v : memref<128xf32, \"fragment\"> to memref<128xf32, \"fragment\">"
            + "| 'tile.transpose' op exchanges two dimensions; both buffers need them",
        "tile.transpose %stage[0, 0, 0][2, 1, 64] -> %s[0, 0][64, 1]"
            + " : memref<2x128x64xf16, \"shared\"> to S"
            + "| 'tile.transpose' op transposes a region of [2, 1, 64] to one of [64, 1]; expected"
            + " [2, 64, 1], ones in front apart",
        // Boxes.
        "tile.tma_copy %s -> %t barrier(%bar[%i]) : S to S, !barrier.array<1>"
            + "| 'tile.tma_copy' op copies from global to shared memory, between equal element"
            + " types, and no other",
        "tile.tma_copy %A[0, 0] -> %v[0][1] barrier(%bar[%i])"
            + " : memref<256x128xf16> to memref<128xf32, \"fragment\">, !barrier.array<1>"
            + "| 'tile.tma_copy' op copies from global to shared memory, between equal element"
            + " types, and no other",
        "tile.tma_copy %A[0, 0] -> %s barrier(%i[%i]) : memref<256x128xf16> to S, index"
            + "| 'tile.tma_copy' op operand #2 must be an array of barriers, but got 'index'",
        "tile.tma_copy %A[0, 0] -> %s : memref<256x128xf16> to S, !barrier.array<1>"
            + "| expected 'barrier'",
        "tile.tma_copy %A[0, 0] -> %s[0, 16][128, 32] barrier(%bar[%i])"
            + " : memref<256x128xf16> to S, !barrier.array<1>"
            + "| 'tile.tma_copy' op the region of the target ends at 48 in dimension 1, but the"
            + " buffer ends at 32",
        "tile.tma_copy %A[0, 0] -> %s barrier(%bar[%i]) {multicast = array<i64: 0, 0>}"
            + " : memref<256x128xf16> to S, !barrier.array<1>"
            + "| 'tile.tma_copy' op multicasts along dimensions that are not ascending numbers from"
            + " 0 to 2",
        "tile.tma_store %s -> %A[0, 0] through(%stage)"
            + " : S to memref<256x128xf16>, memref<2x128x64xf16, \"shared\">"
            + "| 'tile.tma_store' op copies a fragment to global memory, and nothing else",
        "tile.tma_store %f -> %A[0, 0] through(%s) : F to memref<256x128xf16>, S"
            + "| 'tile.tma_store' op needs a buffer of versions, rows and columns in shared memory"
            + " with the elements of the target to go through",
        "tile.tma_store %f[0, 0][64, 128] -> %A[0, 0] through(%stage)"
            + " : F to memref<256x128xf16>, memref<2x128x64xf16, \"shared\">"
            + "| 'tile.tma_store' op goes through pieces of 128x64 elements with rows of 128 bytes;"
            + " a region of 64x128 needs 64 rows of 128 bytes that divide its rows",
        "tile.tma_store %f[0, 0][128, 96] -> %A[0, 0] through(%stage)"
            + " : F to memref<256x128xf16>, memref<2x128x64xf16, \"shared\">"
            + "| 'tile.tma_store' op goes through pieces of 128x64 elements with rows of 128 bytes;"
            + " a region of 128x96 needs 128 rows of 128 bytes that divide its rows",
        // Asynchronous products.
        "tile.gemm %s, %t, %f {asynchronous, instruction = \"mma\", transpose_b} : S, S, F"
            + "| 'tile.gemm' op can't be asynchronous by \"mma\"",
        "tile.gemm %s, %t, %f {instruction = \"umma\", transpose_b} : S, S, F"
            + "| 'tile.gemm' op is made by \"umma\"; \"wgmma\" and \"mma\" are known",
        "tile.gemm %f, %f, %f {asynchronous} : F, F, F"
            + "| 'tile.gemm' op is asynchronous: C must be a fragment, B in shared memory, and A"
            + " there or a fragment",
        "tile.wait_gemm -1 | 'tile.wait_gemm' op can't leave -1 products under way",
        // Additions.
        "tile.atomic_add %A[0, 0] -> %s : memref<256x128xf16> to S"
            + "| 'tile.atomic_add' op adds what is on chip to global or shared memory, and nothing"
            + " else",
        "%q = tile.alloc : memref<128x32xi8, \"shared\">"
            + " tile.atomic_add %s -> %q : S to memref<128x32xi8, \"shared\">"
            + "| 'tile.atomic_add' op adds to elements of type i32, i64, f16, bf16, f32 and f64",
        "tile.atomic_add %s -> %A[0, 0][64, 32] : S to memref<256x128xf16>"
            + "| 'tile.atomic_add' op copies a region of [128, 32] to one of [64, 32]",
        // Fills.
        "tile.fill %f[0, 0], %x : F | needs the region's sizes: [offsets][sizes]",
        "tile.fill %f[0, 0][129, 1], %x : F"
            + "| 'tile.fill' op the region of the target ends at 129 in dimension 0, but the buffer"
            + " ends at 128",
        // Products.
        "tile.gemm %s, %t, %f : S, S, F"
            + "| 'tile.gemm' op multiplies A of 128x32 and B of 128x32 into C of 128x128",
        "tile.gemm %s, %t, %f {transpose_a} : S, S, F"
            + "| 'tile.gemm' op multiplies A of 32x128 and B of 128x32 into C of 128x128",
        "tile.gemm %s, %t, %v {transpose_b} : S, S, memref<128xf32, \"fragment\">"
            + "| 'tile.gemm' op multiplies matrices: only the last two sizes of a region may differ"
            + " from 1",
        "tile.gemm %s, %t, %f {transpose_b, tf32} : S, S, F"
            + "| 'tile.gemm' op has 'tf32', but only operands of type f32 are rounded to it",
        "tile.gemm %s, %t : S, S, F | expected ','",
        "tile.gemm %s, %t, %f {transpose_b} : S, S | expected three types, but got 2",
        // Reductions.
        "tile.reduce mean %f -> %v dim(1) : F to memref<128xf32, \"fragment\">"
            + "| expected one of sum, prod, max, min, abs_sum, abs_max, and, or, xor",
        "tile.reduce max %f -> %v dim(2) : F to memref<128xf32, \"fragment\">"
            + "| 'tile.reduce' op has no dimension 2 to reduce",
        "tile.reduce max %f -> %v[0][64] dim(1) : F to memref<128xf32, \"fragment\">"
            + "| 'tile.reduce' op reduces sizes [128, 128] to [64]; expected [128] or [128, 1],"
            + " ones in front apart",
        "tile.reduce xor %f -> %v dim(1) : F to memref<128xf32, \"fragment\">"
            + "| 'tile.reduce' op combines bits; its elements must be integers",
        // Allocations and views.
        "%q = tile.alloc : memref<128xf32>"
            + "| 'tile.alloc' op result #0 must be a memref of static shape in shared, fragment or"
            + " local memory, but got 'memref<128xf32>'",
        "%q = tile.alloc : memref<?xf32, \"shared\">"
            + "| 'tile.alloc' op result #0 must be a memref of static shape in shared, fragment or"
            + " local memory, but got 'memref<?xf32, \"shared\">'",
        "%q = tile.alloc versions(2) : memref<3x4xf32, \"shared\">"
            + "| 'tile.alloc' op has 2 versions, but its first dimension is 3",
        "%q = tile.alloc versions(0) : memref<3x4xf32, \"shared\">"
            + "| 'tile.alloc' op has 0 versions, but its first dimension is 3",
        "%q = tile.view %s : S to memref<128x32xf32, \"shared\">"
            + "| 'tile.view' op sees 65536 bits as 131072; the sizes must be equal",
        "%q = tile.view %s : S to memref<128x32xf16, \"local\">"
            + "| 'tile.view' op must stay in the same memory space",
        // Launches and loops.
        "tile.launch grid(%a = 1, %b = 1, %d = 1, %e = 1) threads(32) {}"
            + "| 'tile.launch' op has a grid of 4 dimensions; one to three are possible",
        "tile.launch grid(%a = 1) threads(0) {}"
            + "| 'tile.launch' op has 0 threads a block; 1 to 1024 are possible",
        "tile.launch grid(%a = 1) threads(1025) {}"
            + "| 'tile.launch' op has 1025 threads a block; 1 to 1024 are possible",
        "tile.launch grid(%a = -2) threads(32) {}"
            + "| 'tile.launch' op has a grid with a negative size",
        "LAUNCH {cluster = array<i64: 2>} {}"
            + "| 'tile.launch' op has a cluster of 1 dimensions, but a grid of 2",
        "LAUNCH {cluster = array<i64: 0, 1>} {}"
            + "| 'tile.launch' op has clusters of 0 blocks in dimension 0; 1 to 8 are possible",
        "LAUNCH {cluster = array<i64: 1, 4>} {}"
            + "| 'tile.launch' op has 6 blocks in dimension 1, which clusters of 4 don't divide",
        "LAUNCH {cluster = array<i64: 4, 3>} {}"
            + "| 'tile.launch' op has clusters of 12 blocks; at most 8 are possible",
        "LAUNCH {persistent = 0 : i64} {}"
            + "| 'tile.launch' op has 0 persistent blocks; a positive number of whole clusters of 1"
            + " is possible",
        "LAUNCH {cluster = array<i64: 2, 1>, persistent = 3 : i64} {}"
            + "| 'tile.launch' op has 3 persistent blocks; a positive number of whole clusters of 2"
            + " is possible",
        "LAUNCH {producer_registers = 20 : i64} {}"
            + "| 'tile.launch' op has 'producer_registers' of 20; 0 and multiples of 8 from 24 to"
            + " 256 are possible",
        "LAUNCH {blocks_per_multiprocessor = 33 : i64} {}"
            + "| 'tile.launch' op has room for 33 blocks on a multiprocessor; 1 to 32 are possible",
        "LAUNCH {consumer_registers = -8 : i64} {}"
            + "| 'tile.launch' op has 'consumer_registers' of -8; 0 and multiples of 8 from 24 to"
            + " 256 are possible",
        "LAUNCH {cluster = array<i64: 2, 1>} {"
            + " barrier.arrive %bar[%i] {multicast = array<i64: 1>} : !barrier.array<1> }"
            + "| 'barrier.arrive' op multicasts along dimension 1, in which clusters have one block",
        "tile.parallel (%a, %b) to (4) {}"
            + "| 'tile.parallel' op must have a body with 1 arguments",
        "tile.parallel () to () {} | expected an index for each dimension, at least one",
        "tile.parallel (%a) to (-1) {}"
            + "| 'tile.parallel' op has the extent -1; it can't be negative",
        // Attributes.
        "\"t.x\"() {tile.target = 80 : i32} : () -> ()"
            + "| 't.x' op attribute 'tile.target' must be a string",
        "\"t.x\"() {tile.reference = \"f\"} : () -> ()"
            + "| 't.x' op attribute 'tile.reference' must name a function",
        "\"t.x\"() {tile.tarhet = \"sm_80\"} : () -> ()"
            + "| 't.x' op attribute 'tile.tarhet' is not one of tile's",
        "\"t.x\"() {tile.target = \"sm_8\"} : () -> ()"
            + "| 't.x' op attribute 'tile.target' names no architecture known here: \"sm_8\"",
      })
  void refuses(String body, String message) {
    assertThat(TileText.problems(spelledOut(body)))
        .hasSize(1)
        .first()
        .asString()
        .contains(message.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile.copy %A[%i, -8] -> %s : memref<256x128xf16> to S",
        "tile.copy %A[300, 200] -> %s : memref<256x128xf16> to S",
        "tile.copy %D[%i, 0] -> %s : memref<?x128xf16> to S",
        "tile.copy %A[0, 0] -> %f : memref<256x128xf16> to F",
        "tile.gemm %s, %t, %f {transpose_b} : S, S, F",
        "tile.atomic_add %f[0, 0][128, 32] -> %s : F to S",
        "LAUNCH {cluster = array<i64: 2, 3>, persistent = 6 : i64, producer_registers = 0 : i64} {"
            + " tile.tma_copy %A[%i, -8] -> %s barrier(%bar[%i]) {multicast = array<i64: 0, 1>}"
            + " : memref<256x128xf16> to S, !barrier.array<1> }",
        "tile.gemm %f, %s[0, 0][128, 32], %f[0, 0][128, 32] {asynchronous} : F, S, F",
        "tile.tma_store %f -> %A[%i, %i] through(%stage)"
            + " : F to memref<256x128xf16>, memref<2x128x64xf16, \"shared\">",
        "tile.reduce max %f[0, 0][1, 128] -> %v[3][1] dim(1)"
            + " : F to memref<128xf32, \"fragment\">",
        "tile.launch grid(%a = 0) threads(1024) {}",
        "\"t.x\"() {tile.target = \"sm_90a\"} : () -> ()",
        "\"t.x\"() {tile.target = \"gfx942\", tile.data = \"Z(-2,2)\", tile.reference = @f}"
            + " : () -> ()",
      })
  void accepts(String body) {
    assertThat(TileText.problems(spelledOut(body))).isEmpty();
  }

  private static String spelledOut(String body) {
    return body.strip()
            .replace("LAUNCH", "tile.launch grid(%m = 4, %n = 6) threads(128) attributes")
            .replaceAll("\\bS\\b", S)
            .replaceAll("\\bE\\b", "memref<128x8xi8, \"shared\">")
            .replaceAll("\\bK\\b", "memref<64x128xf16, \"shared\">")
            .replaceAll("\\bF\\b", F)
        + "\n";
  }
}
