// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops, copies and fills: what follows from what, and what is chosen where nothing follows. */
class NestLayoutTest {
  private static final String GEMM =
      """
      %s = tile.alloc : S<64x64xf16>
      %acc = tile.alloc : R<64x64xf32>
      tile.gemm %s, %s, %acc : S<64x64xf16>, S<64x64xf16>, R<64x64xf32>
      """;

  private static long vector(ParallelOp loop) {
    return loop.vector().map(IntegerAttr::longValue).orElse(1L);
  }

  /** A chain around a product: all fragments lie as the accumulator does, and nothing is chosen. */
  @Test
  void aChainTakesTheLayoutOfTheAccumulator() {
    Block block =
        Block.of(
                """
                %t = tile.alloc : R<64x64xf32>
                %u = tile.alloc : R<64x64xf16>
                """
                    + GEMM
                    + """
                    tile.fill %acc, %x : R<64x64xf32>
                    tile.parallel (%p, %q) to (64, 64) {
                      %y = memref.load %acc[%p, %q] : R<64x64xf32>
                      memref.store %y, %t[%p, %q] : R<64x64xf32>
                    }
                    tile.copy %t -> %u : R<64x64xf32> to R<64x64xf16>
                    tile.copy %u -> %G[%i, 0] : R<64x64xf16> to memref<256x256xf16>
                    """)
            .infer()
            .quietly();
    Fragment accumulator = block.fragment(3);
    assertThat(block.fragment(0)).isEqualTo(accumulator);
    assertThat(block.fragment(1)).isEqualTo(accumulator);
    assertThat(block.loop(0)).isEqualTo(accumulator);
    assertThat(vector(block.parallel(0))).isEqualTo(2);
    assertThat(block.parallel(0).guardThreads()).isFalse();
    assertThat(block.parallel(0).guardPadding()).isFalse();
    assertThat(block.parallel(0).guardReplicas()).isFalse();
  }

  /** A row of statistics is where its row is, in each thread that has a part of it. */
  @Test
  void aBroadcastIsReplicated() {
    Block block =
        Block.of(
                """
                %m = tile.alloc : R<64xf32>
                """
                    + GEMM
                    + """
                    tile.parallel (%p, %q) to (64, 64) {
                      %y = memref.load %acc[%p, %q] : R<64x64xf32>
                      %z = memref.load %m[%p] : R<64xf32>
                      %w = arith.addf %y, %z : f32
                      memref.store %w, %acc[%p, %q] : R<64x64xf32>
                    }
                    tile.copy %V[0][64] -> %m : memref<256xf32> to R<64xf32>
                    """)
            .infer()
            .quietly();
    Fragment row = block.fragment(0);
    // Four lanes of each of the two warps along the columns.
    assertThat(row.replicas()).isEqualTo(8);
    assertThat(row.outputShape()).isEqualTo(Shape.of(4));
    Fragment accumulator = block.fragment(2);
    for (long i = 0; i < 64; i++) {
      for (long r = 0; r < 8; r++) {
        assertThat(row.threadOf(r, i) / 4 % 8).isEqualTo(accumulator.threadOf(0, i, 0) / 4 % 8);
      }
    }
  }

  /** Two readers of one vector, the second of which needs it in more threads. */
  @Test
  void readersGetMoreReplicas() {
    Block block =
        Block.of(
                """
                %v = tile.alloc : R<64xf32>
                %w = tile.alloc : R<64xf32>
                %m = tile.alloc : R<64x64xf32>
                tile.copy %V[0][64] -> %v : memref<256xf32> to R<64xf32>
                tile.parallel (%p) to (64) {
                  %y = memref.load %v[%p] : R<64xf32>
                  memref.store %y, %w[%p] : R<64xf32>
                }
                tile.parallel (%p, %q) to (64, 64) {
                  %y = memref.load %v[%p] : R<64xf32>
                  memref.store %y, %m[%p, %q] : R<64x64xf32>
                }
                tile.copy %m -> %F[0, 0] : R<64x64xf32> to memref<256x256xf32>
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(0).replicas()).isGreaterThanOrEqualTo(2);
    assertThat(block.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "128, f32, 128, 1, 128, false",
    "64x128, f16, 128, 8, 128, false",
    "64x64, f32, 128, 4, 128, false",
    "16, f32, 128, 1, 128, false",
    "24x8, f32, 128, 1, 128, true",
    "96, f32, 128, 1, 96, false"
  })
  void freeSharesAreVectorsSideBySide(
      String shape, String element, int threads, long vector, long used, boolean padding) {
    String type = shape + "x" + element;
    String point = shape.contains("x") ? "%p, %q" : "%p";
    String body =
        """
        %a = tile.alloc : R<TYPE>
        %g = tile.alloc : S<TYPE>
        tile.parallel (POINT) to (SHAPE) {
          %y = memref.load %g[POINT] : S<TYPE>
          memref.store %y, %a[POINT] : R<TYPE>
        }
        """;
    Block block =
        Block.of(
                "sm_80",
                threads,
                body.replace("TYPE", type)
                    .replace("POINT", point)
                    .replace("SHAPE", shape.replace("x", ", ")))
            .infer()
            .quietly();
    assertThat(vector(block.parallel(0))).isEqualTo(vector);
    assertThat(block.loop(0).threads().toString()).isEqualTo(Long.toString(used));
    assertThat(block.parallel(0).guardThreads()).isEqualTo(used < threads);
    assertThat(block.parallel(0).guardPadding()).isEqualTo(padding);
  }

  /** Widths follow from where rows begin: an offset that is no multiple takes the width away. */
  @ParameterizedTest
  @CsvSource({"%i, 1", "%i8, 8", "%i2, 2", "3, 1", "4, 4"})
  void offsetsDecideTheWidth(String offset, long vector) {
    String body =
        """
        %i8 = arith.muli %i, %c8 : index
        %i2 = arith.muli %c2, %i : index
        %o = arith.constant 3 : index
        %four = arith.constant 4 : index
        %s = tile.alloc : S<64x64xf16>
        tile.parallel (%p, %q) to (64, 64) {
          %c = arith.addi %q, OFFSET : index
          %y = memref.load %G[%p, %c] : memref<256x256xf16>
          memref.store %y, %s[%p, %q] : S<64x64xf16>
        }
        """;
    String value = offset.equals("3") ? "%o" : offset.equals("4") ? "%four" : offset;
    Block block =
        Block.of(body.replace("OFFSET", value).replace("%c = ", "%col = ").replace("%c]", "%col]"))
            .infer()
            .quietly();
    assertThat(vector(block.parallel(0))).isEqualTo(vector);
  }

  /** Who stores a row once for each thread that has it has to be guarded. */
  @Test
  void replicatedStoresAreGuarded() {
    Block block =
        Block.of(
                """
                %m = tile.alloc : R<64xf32>
                """
                    + GEMM
                    + """
                    tile.reduce max %acc -> %m dim(1) : R<64x64xf32> to R<64xf32>
                    tile.parallel (%p) to (64) {
                      %y = memref.load %m[%p] : R<64xf32>
                      memref.store %y, %V[%p] : memref<256xf32>
                    }
                    """)
            .infer()
            .quietly();
    assertThat(block.loop(0).replicas()).isEqualTo(8);
    assertThat(block.parallel(0).guardReplicas()).isTrue();
  }

  /** A table that is looked up is in each thread. */
  @Test
  void aTableIsReplicated() {
    Block block =
        Block.of(
                """
                %t = tile.alloc : R<8xf32>
                %m = tile.alloc : R<64xf32>
                tile.copy %V[0][8] -> %t : memref<256xf32> to R<8xf32>
                tile.parallel (%p) to (64) {
                  %k = arith.divui %p, %c8 : index
                  %y = memref.load %t[%k] : R<8xf32>
                  memref.store %y, %m[%p] : R<64xf32>
                }
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(0).replicas()).isGreaterThan(1);
  }

  @Test
  void aScalarOutsideOfLoopsIsInAllThreads() {
    Block block =
        Block.of(
                """
                %v = tile.alloc : R<1xf32>
                memref.store %x, %v[%c0] : R<1xf32>
                %y = memref.load %v[%c0] : R<1xf32>
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(0).isFullyReplicated()).isTrue();
    assertThat(block.fragment(0).replicas()).isEqualTo(128);
  }

  @Test
  void theFirstElementForEveryPointIsInAllThreads() {
    Block block =
        Block.of(
                """
                %v = tile.alloc : R<1xf32>
                tile.fill %v, %x : R<1xf32>
                tile.parallel (%p) to (64) {
                  %y = memref.load %v[%c0] : R<1xf32>
                  memref.store %y, %V[%p] : memref<256xf32>
                }
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(0).isFullyReplicated()).isTrue();
  }

  /** A serial loop inside, over a dimension that each thread has all of. */
  @Test
  void aSerialLoopOverAPrivateDimension() {
    Block block =
        Block.of(
                """
                %p = tile.alloc {layout = #tile.layout<[128, 4] -> (d1) threads (d0)>} : R<128x4xf32>
                tile.parallel (%r) to (128) {
                  scf.for %s = %c0 to %c2 step %c1 {
                    %y = memref.load %p[%r, %s] : R<128x4xf32>
                    memref.store %y, %F[%r, %s] : memref<256x256xf32>
                  }
                }
                """)
            .infer()
            .quietly();
    assertThat(block.loop(0).thread().toString()).isEqualTo("d0");
  }

  /** What the program lays down for a loop is kept, and its fragments follow. */
  @Test
  void anAnnotatedLoop() {
    Block block =
        Block.of(
                """
                %p = tile.alloc : R<128x4xf32>
                tile.parallel (%r, %s) to (128, 4) attributes {layout = #tile.layout<[128, 4] -> (d1) threads (d0)>} {
                  memref.store %x, %p[%r, %s] : R<128x4xf32>
                }
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(0)).hasToString("[128, 4] -> (d1) threads (d0) range 0 to 128");
    assertThat(block.loop(0)).isEqualTo(block.fragment(0));
  }

  /** A loop whose extents are values: a symbol stands for each. */
  @Test
  void aLoopOfUnknownExtents() {
    Block block =
        Block.of(
                """
                tile.parallel (%p, %q) to (%i, 64) {
                  memref.store %x, %F[%p, %q] : memref<256x256xf32>
                }
                """)
            .infer()
            .quietly();
    assertThat(block.loop(0).inputShape().toString()).isEqualTo("[s0, 64]");
    assertThat(block.parallel(0).guardPadding()).isTrue();
  }

  /** Of the attempts the one of the fewest registers is taken. */
  @Test
  void componentsAreDecidedApart() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : R<128x64xf16>
                %b = tile.alloc : R<64x16xf32>
                tile.copy %G[0, 0] -> %a : memref<256x256xf16> to R<128x64xf16>
                tile.copy %F[0, 0] -> %b : memref<256x256xf32> to R<64x16xf32>
                tile.copy %a -> %G[128, 0] : R<128x64xf16> to memref<256x256xf16>
                """)
            .infer()
            .quietly();
    assertThat(block.fragment(0).outputShape()).isEqualTo(Shape.of(64));
    assertThat(block.fragment(1).outputShape()).isEqualTo(Shape.of(8));
    assertThat(block.fragment(0).replicas()).isEqualTo(1);
  }

  /** A transposition is a loop over its target, each point of which reads the exchanged place. */
  @Test
  void aTranspositionFollowsItsOtherSide() {
    Block block =
        Block.of(
                GEMM
                    + """
                    %t = tile.alloc : R<64x64xf32>
                    tile.transpose %acc -> %t : R<64x64xf32> to R<64x64xf32>
                    tile.copy %t -> %F[0, 0] : R<64x64xf32> to memref<256x256xf32>
                    """)
            .infer()
            .quietly();
    Fragment accumulator = block.fragment(1);
    Fragment exchanged = block.fragment(2);
    for (long i = 0; i < 64; i += 7) {
      for (long j = 0; j < 64; j += 3) {
        assertThat(exchanged.threadOf(0, i, j)).isEqualTo(accumulator.threadOf(0, j, i));
      }
    }
  }

  @Test
  void aScanWantsLines() {
    Block block =
        Block.of(
                """
                %s = tile.alloc : S<64x64xf16>
                tile.copy %G[0, 0] -> %s : memref<256x256xf16> to S<64x64xf16>
                tile.scan sum %s -> %s dim(0) : S<64x64xf16> to S<64x64xf16>
                tile.copy %s -> %G[0, 0] : S<64x64xf16> to memref<256x256xf16>
                """)
            .infer()
            .quietly();
    assertThat(block.layout(0)).isEqualTo(Layout.rowMajor(Shape.of(64, 64)));
  }

  @Test
  void aScanOfAFragmentIsRefused() {
    Block block =
        Block.of(
                """
                %v = tile.alloc : R<64xf32>
                tile.fill %v, %x : R<64xf32>
                tile.scan sum %v -> %v dim(0) : R<64xf32> to R<64xf32>
                """)
            .infer();
    assertThat(block.errors())
        .containsExactly("'tile.scan' op can't scan a fragment: its lines lie in several threads");
  }
}
