// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.shared.TensorBoxes.Along;
import dev.azulejo.ir.layout.shared.TensorBoxes.Axis;
import dev.azulejo.ir.layout.shared.TensorBoxes.Box;
import dev.azulejo.ir.layout.shared.TensorBoxes.Part;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What boxes write is what the layout says, byte by byte. */
final class TensorBoxesProperties {
  private static final int NOTHING = -1;

  /** A tile, the part of it that is copied, and how. */
  record Copy(
      SwizzleMode mode, int bits, long rows, long blocks, Part part, boolean whole, long shares) {

    Layout layout() {
      return mode.layout(rows, blocks * inBlock(), bits).orThrow();
    }

    long inBlock() {
      return mode.span() * 8L / bits;
    }
  }

  @Provide
  Arbitrary<Copy> copies() {
    return Combinators.combine(
            Arbitraries.of(SwizzleMode.values()),
            Arbitraries.of(8, 16, 32),
            Arbitraries.of(8L, 16L, 64L, 96L, 320L),
            Arbitraries.longs().between(1, 4),
            Arbitraries.longs().between(0, 3),
            Arbitraries.longs().between(0, 3),
            Arbitraries.of(true, false),
            Arbitraries.of(1L, 1L, 2L, 4L))
        .as((mode, bits, rows, blocks, cutRows, cutBlocks, whole, shares) -> {
          long inBlock = mode.span() * 8L / bits;
          long row = cutRows == 1 ? rows / 2 / 8 * 8 : 0;
          long block = Math.min(cutBlocks, blocks - 1);
          Part part = new Part(row, block * inBlock, rows - row, (blocks - block) * inBlock);
          return new Copy(mode, bits, rows, blocks, part, whole, shares);
        });
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void writesWhatTheLayoutHas(@ForAll("copies") Copy copy) {
    Layout layout = copy.layout();
    ColumnBlocks tile = ColumnBlocks.of(layout, copy.bits()).orThrow();
    assertThat(tile.mode()).isEqualTo(copy.mode());
    Attempt<TensorBoxes> attempt = TensorBoxes.of(tile, copy.part(), copy.whole(), copy.shares());
    if (copy.shares() == 1) {
      assertThat(attempt.succeeded()).isTrue();
    }
    if (!(attempt instanceof Attempt.Success<TensorBoxes>(TensorBoxes boxes))) {
      return;
    }
    long[] memory = written(tile, copy.part(), boxes, copy.shares());
    long width = copy.blocks() * copy.inBlock();
    long count = 0;
    for (long i = 0; i < copy.part().rows(); i++) {
      for (long j = 0; j < copy.part().columns(); j++) {
        long place =
            layout
                .table()
                .linear((int) ((copy.part().row() + i) * width + copy.part().column() + j));
        if (memory[(int) place] != i * copy.part().columns() + j) {
          fail("(%d, %d) is not at %d", i, j, place);
        }
        count++;
      }
    }
    assertThat(Arrays.stream(memory).filter(element -> element != NOTHING).count())
        .isEqualTo(count);
    assertThat(boxes.bytes(copy.bits(), copy.shares())).isEqualTo(count * copy.bits() / 8);
  }

  /** Memory, each element of which says which element of the part was written there. */
  private static long[] written(ColumnBlocks tile, Part part, TensorBoxes boxes, long shares) {
    int bytes = tile.bits() / 8;
    var memory = new long[(int) (tile.rows() * tile.columns())];
    Arrays.fill(memory, NOTHING);
    for (long share = 0; share < shares; share++) {
      for (Box box : boxes.boxes()) {
        long at = box.bytes() + share * boxes.share().bytes();
        assertThat(at % 128).isZero();
        long elements = 1;
        for (Axis axis : boxes.axes()) {
          assertThat(axis.box()).isBetween(1L, 256L);
          elements *= axis.box();
        }
        for (long number = 0; number < elements; number++) {
          long row = box.row() + share * boxes.share().row();
          long column = box.column() + share * boxes.share().column();
          long rest = number;
          for (Axis axis : boxes.axes()) {
            long step = rest % axis.box() * axis.step();
            row += axis.along() == Along.ROWS ? step : 0;
            column += axis.along() == Along.COLUMNS ? step : 0;
            rest /= axis.box();
          }
          long place = boxes.mode().swizzle(at + number * bytes);
          if (memory[(int) (place / bytes)] != NOTHING) {
            fail("%d is written twice", place);
          }
          memory[(int) (place / bytes)] = row * part.columns() + column;
        }
      }
    }
    return memory;
  }
}
