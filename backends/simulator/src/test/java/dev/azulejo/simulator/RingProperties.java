// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/**
 * Rings of slots between a role that brings boxes and one that takes them, of any depth and over
 * loops of any length: they hand over what they should, and one thing left out is always found.
 */
class RingProperties {
  private static final String RING =
      """
      func.func @f(%A: memref<64x4xf32>, %B: memref<64x4xf32>) {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %outer = arith.constant OUTER : index
        %inner = arith.constant INNER : index
        %bytes = arith.constant 16 : index
        tile.launch grid(%x = 1) threads(160) {
          %s = tile.alloc versions(DEPTH) : memref<DEPTHx1x4xf32, "shared">
          %full = barrier.alloc [ONES]
          %empty = barrier.alloc [WARPS]
          pipeline.roles brings(warps = 1) {
            scf.for %i = %c0 to %outer step %c1 {
              scf.for %k = %c0 to %inner step %c1 {
                %o = pipeline.ordinal
                %slot = pipeline.slot %o {depth = DEPTH}
                %free = pipeline.parity %o {depth = DEPTH, flipped}
                barrier.wait %empty[%slot], %free : !barrier.array<DEPTH>
                barrier.arrive_expect_tx %full[%slot], 16 : !barrier.array<DEPTH>
                tile.tma_copy %A[%o, 0][1, 4] -> %s[%slot, 0, 0][1, 1, 4] barrier(%full[%slot]) : memref<64x4xf32> to memref<DEPTHx1x4xf32, "shared">, !barrier.array<DEPTH>
              }
            }
          }, takes(warps = 4) {
            scf.for %i = %c0 to %outer step %c1 {
              scf.for %k = %c0 to %inner step %c1 {
                %o = pipeline.ordinal
                %slot = pipeline.slot %o {depth = DEPTH}
                %here = pipeline.parity %o {depth = DEPTH}
                barrier.wait %full[%slot], %here : !barrier.array<DEPTH>
                tile.copy %s[%slot, 0, 0][1, 1, 4] -> %B[%o, 0][1, 4] : memref<DEPTHx1x4xf32, "shared"> to memref<64x4xf32>
                barrier.arrive %empty[%slot] {by = "warp"} : !barrier.array<DEPTH>
              }
            }
          }
        }
        return
      }
      """;

  private static final String[] NEEDED = {
    "barrier.wait %empty",
    "barrier.arrive_expect_tx",
    "tile.tma_copy",
    "barrier.wait %full",
    "barrier.arrive %empty"
  };

  private static String ring(int depth, int outer, int inner) {
    return RING.replace("DEPTH", Integer.toString(depth))
        .replace("OUTER", Integer.toString(outer))
        .replace("INNER", Integer.toString(inner))
        .replace("ONES", String.join(", ", "1 ".repeat(depth).strip().split(" ")))
        .replace("WARPS", String.join(", ", "4 ".repeat(depth).strip().split(" ")));
  }

  private static Buffer data() {
    return Buffer.of(Data.of("iota", 0, ElementType.F32, 64, 4));
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void handOverWhatTheyShould(
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll @IntRange(max = 3) int outer,
      @ForAll @IntRange(max = 9) int inner,
      @ForAll long seed) {
    Buffer a = data();
    Buffer b = Data.room(ElementType.F32, 64, 4);
    Simulation.of(ring(depth, outer, inner), seed).run(a, b);
    for (int i = 0; i < b.count(); i++) {
      assertThat(b.isWritten(i)).isEqualTo(i < 4 * outer * inner);
      if (b.isWritten(i)) {
        assertThat(b.bits(i)).isEqualTo(a.bits(i));
      }
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void failWithoutWhatTheyNeed(
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll @IntRange(min = 1, max = 3) int outer,
      @ForAll @IntRange(min = 5, max = 9) int inner,
      @ForAll @IntRange(max = 4) int missing,
      @ForAll long seed) {
    String text = ring(depth, outer, inner);
    int from = text.indexOf(NEEDED[missing]);
    String broken = text.substring(0, from) + text.substring(text.indexOf('\n', from));
    assertThat(
            Simulation.of(broken, seed).fail(data(), Data.room(ElementType.F32, 64, 4)).message())
        .as(broken)
        .containsPattern("race: |deadlock: |never written|arrives 1 times");
  }
}
