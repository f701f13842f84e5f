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
    return body.strip().replaceAll("\\bS\\b", S).replaceAll("\\bF\\b", F) + "\n";
  }
}
