// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.tile.ViewOp;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import org.junit.jupiter.api.Test;

/** Layouts of the program's own on versions and views. */
class ExpandLayoutsTest {
  private static final Layout SWIZZLE = SwizzleMode.B64.layout(64, 32, 16).orThrow();
  private static final String LAYOUT = "{layout = #tile.layout<" + SWIZZLE + ">}";

  /** Path 1: the layout of a tile on a buffer that was versioned by hand. */
  @Test
  void aTilesLayoutIsExpandedToItsVersions() {
    Block block =
        Block.of("%a = tile.alloc versions(3) " + LAYOUT + " : S<3x64x32xf16>").expand().quietly();
    assertThat(block.layout(0)).isEqualTo(SWIZZLE.expand(Shape.of(3)));
    String once = block.text();
    assertThat(block.expand().quietly().text()).isEqualTo(once);
  }

  /** Path 1, eagerly: whoever versions a buffer brings its layout along. */
  @Test
  void versioningBringsTheLayoutAlong() {
    Block block =
        Block.of(
                "%a = tile.alloc "
                    + LAYOUT
                    + """
                     : S<64x32xf16>
                    %f = tile.alloc : R<64x64xf32>
                    pipeline.for %k = 0 to 4 stages(3) {
                      tile.copy %G[0, %k] -> %a : memref<256x256xf16> to S<64x32xf16>
                      tile.gemm %a, %a, %f {transpose_b} : S<64x32xf16>, S<64x32xf16>, R<64x64xf32>
                    }
                    """)
            .pipeline()
            .quietly();
    assertThat(block.layout(0)).isEqualTo(SWIZZLE.expand(Shape.of(3)));
    assertThat(block.expand().infer().quietly().layout(0)).isEqualTo(SWIZZLE.expand(Shape.of(3)));
  }

  /** Path 2: a product decides for a view, and so for the buffer and its other views. */
  @Test
  void aViewDecidesForItsBuffer() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : S<2048xf16>
                %v = tile.view %a : S<2048xf16> to S<64x32xf16>
                %f = tile.alloc : R<64x64xf32>
                tile.gemm %v, %v, %f {transpose_b} : S<64x32xf16>, S<64x32xf16>, R<64x64xf32>
                """)
            .infer()
            .quietly();
    assertThat(block.layout(0)).isEqualTo(SWIZZLE.reshaped(Shape.of(2048), 16, 16).orThrow());
  }

  /** Path 3: views that nobody uses need nothing. */
  @Test
  void unusedViewsNeedNothing() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : S<64x32xf16>
                %v = tile.view %a : S<64x32xf16> to S<2048xi16>
                """)
            .infer()
            .quietly();
    assertThat(block.layout(0)).isEqualTo(Layout.rowMajor(Shape.of(64, 32)));
  }

  @Test
  void aViewsLayoutMovesToTheBuffer() {
    Block block =
        Block.of(
                "%a = tile.alloc versions(2) : S<2x2048xf16>\n%v = tile.view %a "
                    + LAYOUT
                    + " : S<2x2048xf16> to S<2x64x32xf16>\n")
            .expand()
            .quietly();
    assertThat(block.layout(0).inputShape()).isEqualTo(Shape.of(2, 2048));
    assertThat(block.all(ViewOp.class).getFirst().layout()).isEmpty();
    for (long i = 0; i < 64; i++) {
      assertThat(block.layout(0).linear(1, i * 32 + 5)).isEqualTo(2048 + SWIZZLE.linear(i, 5));
    }
  }

  /** The guard: a view whose elements a layout tears apart can't pass it on; nothing is guessed. */
  @Test
  void whatCantBeReshapedStays() {
    String torn = "{layout = #tile.layout<[64, 32] -> (d1 * 64 + d0)>}";
    Block block =
        Block.of(
                "%a = tile.alloc : S<1024xi32>\n%v = tile.view %a "
                    + torn
                    + " : S<1024xi32> to S<64x32xi16>\n")
            .expand();
    assertThat(block.errors()).isEmpty();
    assertThat(block.remarks())
        .singleElement()
        .asString()
        .startsWith("its layout stays that of the view alone: ");
    assertThat(block.all(ViewOp.class).getFirst().layout()).isPresent();
    assertThat(block.infer().errors()).hasSize(1);
  }

  @Test
  void twoLayoutsOfOneMemory() {
    String rows = "{layout = #tile.layout<[2048] -> (d0)>}";
    Block block =
        Block.of(
                "%a = tile.alloc "
                    + LAYOUT
                    + " : S<64x32xf16>\n%v = tile.view %a "
                    + rows
                    + " : S<64x32xf16> to S<2048xf16>\n")
            .expand();
    assertThat(block.errors())
        .containsExactly(
            "'tile.view' op has a layout that is not the one laid down for the memory it shares");
    assertThat(block.notes()).hasSize(2);
  }
}
