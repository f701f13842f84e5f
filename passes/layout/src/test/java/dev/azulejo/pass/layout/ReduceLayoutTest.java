// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Shape;
import org.junit.jupiter.api.Test;

/** Reductions: whoever has a part has the result. */
class ReduceLayoutTest {
  private static final String GEMM =
      """
      %s = tile.alloc : S<64x64xf16>
      %acc = tile.alloc : R<64x64xf32>
      tile.gemm %s, %s, %acc : S<64x64xf16>, S<64x64xf16>, R<64x64xf32>
      """;

  @Test
  void rowsOfAnAccumulator() {
    Block block =
        Block.of(
                "%m = tile.alloc : R<64xf32>\n"
                    + GEMM
                    + "tile.reduce sum %acc -> %m dim(1) : R<64x64xf32> to R<64xf32>\n")
            .infer()
            .quietly();
    Fragment accumulator = block.fragment(2);
    assertThat(block.fragment(0).isSameAs(accumulator.project(1).orThrow())).isTrue();
    assertThat(block.fragment(0).replicas()).isEqualTo(8);
  }

  @Test
  void columnsOfAnAccumulator() {
    Block block =
        Block.of(
                "%m = tile.alloc : R<64xf32>\n"
                    + GEMM
                    + "tile.reduce max %acc -> %m dim(0) : R<64x64xf32> to R<64xf32>\n")
            .infer()
            .quietly();
    assertThat(block.fragment(0).isSameAs(block.fragment(2).project(0).orThrow())).isTrue();
    assertThat(block.fragment(0).replicas()).isEqualTo(16);
  }

  /** The reduced dimension may stay, with one element. */
  @Test
  void theDimensionMayStay() {
    Block block =
        Block.of(
                "%m = tile.alloc : R<64x1xf32>\n"
                    + GEMM
                    + "tile.reduce sum %acc -> %m dim(1) : R<64x64xf32> to R<64x1xf32>\n")
            .infer()
            .quietly();
    Fragment rows = block.fragment(0);
    assertThat(rows.inputShape()).isEqualTo(Shape.of(64, 1));
    Fragment projected = block.fragment(2).project(1).orThrow();
    for (long i = 0; i < 64; i++) {
      assertThat(rows.threadOf(3, i, 0)).isEqualTo(projected.threadOf(3, i));
    }
  }

  /** Nothing else says where the source is: it is shared out, and the result follows. */
  @Test
  void aFreeSource() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : R<64x64xf32>
                %m = tile.alloc : R<64xf32>
                tile.reduce sum %a -> %m dim(1) : R<64x64xf32> to R<64xf32>
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(0).outputShape()).isEqualTo(Shape.of(32));
    assertThat(block.fragment(1).isSameAs(block.fragment(0).project(1).orThrow())).isTrue();
  }

  /** Each row is a few threads' own, so that few have to put their parts together. */
  @Test
  void rowsOfTheirOwn() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : R<4x256xf32>
                %m = tile.alloc : R<4xf32>
                tile.copy %F[0, 0] -> %a : memref<256x256xf32> to R<4x256xf32>
                tile.reduce sum %a -> %m dim(1) : R<4x256xf32> to R<4xf32>
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(0).threadOf(0, 3, 130)).isEqualTo(3 * 32);
    assertThat(block.fragment(1).outputShape()).isEqualTo(Shape.of(1));
    assertThat(block.fragment(1).replicas()).isEqualTo(32);
  }

  /** Rows that meet threads at other places each time have no result to tell; these do. */
  @Test
  void rowsThatThreadsDontDivide() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : R<5x200xf32>
                %m = tile.alloc : R<5xf32>
                tile.reduce sum %a -> %m dim(1) : R<5x200xf32> to R<5xf32>
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(1).outputShape()).isEqualTo(Shape.of(1));
    assertThat(block.fragment(1).replicas()).isEqualTo(16);
    assertThat(block.fragment(1).threadOf(15, 4)).isEqualTo(4 * 16 + 15);
  }

  /** The copy may not choose first, for the results are in more threads than it would take. */
  @Test
  void anAttemptThatFailsIsFollowedByAnother() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : R<64x64xf32>
                %m = tile.alloc : R<64xf32>
                tile.copy %V[0][64] -> %m : memref<256xf32> to R<64xf32>
                tile.reduce sum %a -> %m dim(1) accumulate : R<64x64xf32> to R<64xf32>
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(1).replicas()).isEqualTo(8);
    assertThat(block.fragment(1).isSameAs(block.fragment(0).project(1).orThrow())).isTrue();
  }

  @Test
  void allOfAVector() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : R<256xf32>
                %m = tile.alloc : R<1xf32>
                tile.copy %V -> %a : memref<256xf32> to R<256xf32>
                tile.reduce sum %a -> %m dim(0) : R<256xf32> to R<1xf32>
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(1).replicas()).isEqualTo(128);
    assertThat(block.fragment(1).outputShape()).isEqualTo(Shape.of(1));
  }

  @Test
  void throughSharedMemory() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : S<64x64xf32>
                %m = tile.alloc : R<64xf32>
                %n = tile.alloc : S<64xf32>
                %f = tile.alloc : R<64x64xf32>
                tile.reduce sum %a -> %m dim(1) : S<64x64xf32> to R<64xf32>
                tile.reduce sum %f -> %n dim(1) : R<64x64xf32> to S<64xf32>
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(1).inputShape()).isEqualTo(Shape.of(64));
    assertThat(block.layout(2).inputShape()).isEqualTo(Shape.of(64));
  }

  @Test
  void partsAreRefused() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : R<64x64xf32>
                %m = tile.alloc : R<32xf32>
                tile.reduce sum %a[0, 0][32, 64] -> %m dim(1) : R<64x64xf32> to R<32xf32>
                """)
            .infer();
    assertThat(block.errors()).hasSize(1);
    assertThat(block.errors().getFirst())
        .startsWith("'tile.reduce' op has no layouts that serve it");
  }
}
