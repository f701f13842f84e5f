// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import dev.azulejo.ir.layout.matrix.WarpGrid;
import dev.azulejo.ir.layout.shared.OperandLayouts;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What matrix products demand. */
class GemmLayoutTest {
  static final String NN =
      """
      %As = tile.alloc : S<128x32xf16>
      %Bs = tile.alloc : S<32x128xf16>
      %acc = tile.alloc : R<128x128xf32>
      tile.fill %acc, %x : R<128x128xf32>
      pipeline.for %k = 0 to 4 stages(3) {
        tile.copy %G[0, %k] -> %As : memref<256x256xf16> to S<128x32xf16>
        tile.copy %H[%k, 0] -> %Bs : memref<256x256xf16> to S<32x128xf16>
        tile.gemm %As, %Bs, %acc : S<128x32xf16>, S<32x128xf16>, R<128x128xf32>
      }
      tile.copy %acc -> %G[%i, 0] : R<128x128xf32> to memref<256x256xf16>
      """;

  /** Example E.2, number for number: f16, NN, 128x128x32, 128 threads. */
  @Test
  void anAmpereGemm() {
    Block block = Block.of(NN).pipeline().infer().quietly();
    Layout a = block.layout(0);
    Layout b = block.layout(1);
    Fragment c = block.fragment(2);
    assertThat(a.outputShape()).isEqualTo(Shape.of(3, 1, 16, 256));
    assertThat(b.outputShape()).isEqualTo(Shape.of(3, 2, 4, 512));
    for (long i = 0; i < 128; i++) {
      for (long j = 0; j < 32; j++) {
        assertThat(a.linear(2, i, j))
            .isEqualTo(2 * 4096 + (i / 8) * 256 + ((j / 8) ^ (i % 8 / 2)) * 8 + i % 8 * 32 + j % 8);
        assertThat(b.linear(1, j, i))
            .isEqualTo(
                4096
                    + i / 64 * 2048
                    + j / 8 * 512
                    + ((i / 8 % 8) ^ (j % 8)) * 8
                    + j % 8 * 64
                    + i % 8);
      }
    }
    assertThat(c.outputShape()).isEqualTo(Shape.of(128));
    assertThat(c.range()).hasToString("0 to 128");
    for (long i = 0; i < 128; i++) {
      for (long j = 0; j < 128; j++) {
        long warp = i / 64 + 2 * (j / 64);
        assertThat(c.threadOf(0, i, j)).isEqualTo(32 * warp + 4 * (i % 8) + j % 8 / 2);
        assertThat(c.places().linear(i, j))
            .isEqualTo(
                (i % 64 / 16 * 4 + j % 64 / 16) * 8 + 4 * (j % 16 / 8) + 2 * (i % 16 / 8) + j % 2);
      }
    }
  }

  /** A rerun keeps what is there, and says so. */
  @Test
  void aSecondRunChangesNothing() {
    Block block = Block.of(NN).pipeline().infer().quietly();
    String once = block.text();
    assertThat(block.infer().quietly().text()).isEqualTo(once);
  }

  @Test
  void oneHundredRunsAreEqual() {
    String first = Block.of(NN).pipeline().infer().text();
    for (int run = 0; run < 100; run++) {
      assertThat(Block.of(NN).pipeline().infer().text()).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "64x64xf16, 16, B128",
    "64x32xbf16, 16, B64",
    "64x16xf16, 16, B32",
    "64x64xi8, 8, B64",
    "64x64xtf32, 32, B128",
    "64x128xf8E4M3FN, 8, B128"
  })
  void operandsByRows(String type, int bits, SwizzleMode mode) {
    String sum = type.endsWith("i8") ? "i32" : "f32";
    String body =
        """
        %a = tile.alloc : S<TYPE>
        %acc = tile.alloc : R<64x64xSUM>
        tile.gemm %a, %a, %acc {transpose_b} : S<TYPE>, S<TYPE>, R<64x64xSUM>
        """;
    Block block =
        Block.of("sm_90", 128, body.replace("TYPE", type).replace("SUM", sum)).infer().quietly();
    assertThat(SwizzleMode.detect(block.layout(0), bits)).isEqualTo(mode);
  }

  @Test
  void eightBitOperandsByColumnsArePaddedAndSlow() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : S<64x64xi8>
                %acc = tile.alloc : R<64x64xi32>
                tile.gemm %a, %a, %acc : S<64x64xi8>, S<64x64xi8>, R<64x64xi32>
                """)
            .infer();
    // The one buffer is both operands, and A, which comes first, may swizzle it.
    assertThat(SwizzleMode.detect(block.layout(0), 8)).isEqualTo(SwizzleMode.B64);
    assertThat(block.remarks())
        .containsExactly(
            "B is read element by element: ldmatrix can't transpose elements of 8" + " bits");
  }

  @Test
  void singlesAreMultipliedAsTf32() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : S<64x32xf32>
                %b = tile.alloc : S<32x64xf32>
                %acc = tile.alloc : R<64x64xf32>
                tile.gemm %a, %b, %acc {tf32} : S<64x32xf32>, S<32x64xf32>, R<64x64xf32>
                """)
            .infer();
    assertThat(SwizzleMode.detect(block.layout(0), 32)).isEqualTo(SwizzleMode.B128);
    assertThat(block.fragment(2).isSameAs(new WarpGrid(2, 2).c(64, 64))).isTrue();
    assertThat(block.remarks())
        .containsExactly(
            "B is read element by element: ldmatrix can't transpose elements of 32 bits");
  }

  /** What is missing of the last step is zero, but registers have no place for that. */
  @Test
  void stepsNeedNotBeWhole() {
    String body =
        """
        %a = tile.alloc : SPACE<64x24xf16>
        %b = tile.alloc : S<64x24xf16>
        %acc = tile.alloc : R<64x64xf32>
        tile.gemm %a, %b, %acc {transpose_b} : SPACE<64x24xf16>, S<64x24xf16>, R<64x64xf32>
        """;
    assertThat(Block.of(body.replace("SPACE", "S")).infer().remarks()).isEmpty();
    assertThat(Block.of(body.replace("SPACE", "R")).infer().remarks())
        .containsExactly(
            "multiplied by single threads, not by matrix instructions: instructions sum over 16"
                + " elements, and K = 24 of a fragment is no multiple of that");
  }

  @Test
  void oddTilesArePadded() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : S<64x24xi8>
                %b = tile.alloc : S<32x72xf16>
                %q = tile.alloc : S<64x32xf16>
                %acc = tile.alloc : R<64x64xf32>
                tile.gemm %q, %b[0, 0][32, 64], %acc : S<64x32xf16>, S<32x72xf16>, R<64x64xf32>
                """)
            .infer();
    assertThat(block.layout(1)).isEqualTo(OperandLayouts.padded(32, 72, 16));
    assertThat(block.layout(0)).isEqualTo(Layout.rowMajor(Shape.of(64, 24)));
    assertThat(block.errors()).isEmpty();
  }

  @Test
  void operandsInRegisters() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : R<32x64xf16>
                %b = tile.alloc : R<96x32xf16>
                %acc = tile.alloc : R<64x96xf32>
                tile.gemm %a, %b, %acc {transpose_a, transpose_b} : R<32x64xf16>, R<96x32xf16>, R<64x96xf32>
                """)
            .infer()
            .quietly();
    WarpGrid grid = WarpGrid.of(WarpGrid.Policy.SQUARE, 64, 96, 4).orThrow();
    assertThat(
            block
                .fragment(0)
                .isSameAs(WarpGrid.transposed(grid.a(MmaInstruction.K16_16BIT, 64, 32))))
        .isTrue();
    assertThat(block.fragment(1).isSameAs(grid.b(MmaInstruction.K16_16BIT, 96, 32))).isTrue();
    assertThat(block.fragment(2).isSameAs(grid.c(64, 96))).isTrue();
  }

  /** As in attention: what one product gives is an operand of the next, converted on the way. */
  @Test
  void productsInARowAreSharedOutByRows() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : S<64x64xf16>
                %s = tile.alloc : R<64x64xf32>
                %p = tile.alloc : R<64x64xf16>
                %o = tile.alloc : R<64x64xf32>
                tile.gemm %a, %a, %s {transpose_b} : S<64x64xf16>, S<64x64xf16>, R<64x64xf32>
                tile.copy %s -> %p : R<64x64xf32> to R<64x64xf16>
                tile.gemm %p, %a, %o : R<64x64xf16>, S<64x64xf16>, R<64x64xf32>
                """)
            .infer();
    assertThat(block.errors()).isEmpty();
    assertThat(block.remarks())
        .containsExactly("products are shared out to warps by rows, for by squares they can't be");
    assertThat(block.fragment(1).isSameAs(new WarpGrid(4, 1).c(64, 64))).isTrue();
    assertThat(block.fragment(2)).isEqualTo(block.fragment(1));
    assertThat(block.fragment(2).replicas()).isEqualTo(1);
  }

  /** A layout that the program lays down is kept, and its price is named. */
  @Test
  void aLinearOperandIsKeptWithARemark() {
    Block block =
        Block.of(
                """
                %a = tile.alloc {layout = #tile.layout<[64, 64] -> (d0 * 64 + d1)>} : S<64x64xf16>
                %acc = tile.alloc : R<64x64xf32>
                tile.gemm %a, %a, %acc : S<64x64xf16>, S<64x64xf16>, R<64x64xf32>
                """)
            .infer();
    assertThat(block.layout(0)).isEqualTo(Layout.rowMajor(Shape.of(64, 64)));
    assertThat(block.remarks())
        .containsExactly(
            "A is read with 8-way bank conflicts, as it lies",
            "B is read with 8-way bank conflicts, as it lies");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sm_75 | 128 | 64x64xf16 | f32 | sm_75 has no instructions for it that are known here",
        "gfx942 | 128 | 64x64xf16 | f32 | gfx942 has no instructions for it that are known here",
        "sm_80 | 128 | 64x64xf32 | f32 | no instruction of sm_80 multiplies f32 by f32 into f32",
        "sm_80 | 128 | 64x64xf8E5M2 | f32 | no instruction of sm_80 multiplies f8E5M2 by f8E5M2",
        "sm_80 | 100 | 64x64xf16 | f32 | 100 threads are no whole number of warps",
        "sm_80 | 1024 | 32x32xf16 | f32 | a tile of 32x32 can't be shared out to 32 warps in parts",
        "sm_80 | 128 | 24x24xf16 | f32 | a tile of 24x24 can't be shared out to 4 warps in parts",
      })
  void withoutInstructionsARemark(
      String target, int threads, String type, String sum, String reason) {
    String size = type.substring(0, 5);
    String body =
        """
        %a = tile.alloc : S<TYPE>
        %acc = tile.alloc : R<SIZExSUM>
        tile.gemm %a, %a, %acc : S<TYPE>, S<TYPE>, R<SIZExSUM>
        """;
    Block block =
        Block.of(
                target,
                threads,
                body.replace("TYPE", type).replace("SUM", sum).replace("SIZE", size))
            .infer();
    assertThat(block.errors()).isEmpty();
    assertThat(block.remarks())
        .singleElement()
        .asString()
        .startsWith("multiplied by single threads, not by matrix instructions: " + reason);
    assertThat(block.placement(0)).isInstanceOf(Layout.class);
    assertThat(block.fragment(1).inputShape().count()).isPositive();
  }
}
