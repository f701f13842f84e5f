// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Injectivity;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How warpgroups share out a product, and what their registers hold. */
class WarpgroupGridTest {

  @ParameterizedTest
  @CsvSource({
    "128, 256, 256, 2, 1",
    "64, 256, 256, 1, 2",
    "256, 128, 256, 2, 1",
    "192, 256, 384, 3, 1",
    "128, 128, 128, 1, 1",
    "64, 24, 384, 1, 3",
    "128, 256, 512, 2, 2"
  })
  void takesAsManyRowsAsThereAre(long m, long n, long threads, long rows, long columns) {
    assertThat(WarpgroupGrid.of(m, n, threads).orThrow())
        .isEqualTo(new WarpgroupGrid(rows, columns));
  }

  @ParameterizedTest
  @CsvSource({
    "32, 64, 128, a tile of 32x64 can't be shared out to 1 warpgroups in parts of whole 64x8",
    "64, 12, 128, a tile of 64x12 can't be shared out to 1 warpgroups in parts of whole 64x8",
    "128, 128, 96, 96 threads are no whole number of warpgroups",
    "128, 128, 0, 0 threads are no whole number of warpgroups"
  })
  void refusesPartsOfBlocks(long m, long n, long threads, String reason) {
    assertThat(WarpgroupGrid.of(m, n, threads)).isEqualTo(Attempt.refused(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "256, false, 256", "512, false, 256", "96, false, 96", "160, false, 160", "72, false, 72",
    "88, false, 88", "304, false, 152", "8, false, 8", "88, true, 8", "96, true, 96",
    "72, true, 24", "24, true, 24", "40, true, 8", "304, true, 16"
  })
  void takesTheWidestInstruction(long n, boolean integers, long width) {
    assertThat(new WarpgroupGrid(1, 1).width(n, integers)).isEqualTo(width);
  }

  /** Example E.1: 128x256, two warpgroups. */
  @Test
  void accumulatorOfTheWorkedExample() {
    Fragment c = WarpgroupGrid.of(128, 256, 256).orThrow().c(128, 256);
    for (long i = 0; i < 128; i++) {
      for (long j = 0; j < 256; j++) {
        long thread = 128 * (i / 64) + 32 * (i % 64 / 16) + 4 * (i % 8) + j % 8 / 2;
        long place = 4 * (j / 8) + 2 * (i % 16 / 8) + j % 2;
        if (c.threadOf(0, i, j) != thread || c.places().evaluate(i, j).at(0) != place) {
          fail("(%d, %d) is elsewhere", i, j);
        }
      }
    }
    assertThat(c.joint().injectivity()).isEqualTo(new Injectivity.Injective());
  }

  /** Each instruction's registers lie together, and are those of the manual's table. */
  @ParameterizedTest
  @CsvSource({"2, 1, 256, 128", "1, 2, 128, 512", "2, 2, 256, 96", "1, 1, 192, 72", "1, 3, 64, 24"})
  void accumulatorsAreThoseOfTheInstructions(long rows, long columns, long m, long n) {
    WarpgroupGrid grid = new WarpgroupGrid(rows, columns);
    Layout element = grid.c(m, n).inverse().orThrow();
    long width = grid.width(n, false);
    long ownN = n / columns;
    for (long group = 0; group < rows * columns; group++) {
      for (long block = 0; block < grid.blocks(m); block++) {
        for (long at = 0; at < ownN; at += width) {
          long firstRow = group % rows * (m / rows) + 64 * block;
          long firstColumn = group / rows * ownN + at;
          long first = (block * ownN + at) / 2;
          for (long t = 0; t < 128; t++) {
            for (long e = 0; e < width / 2; e++) {
              long row = firstRow + 16 * (t / 32) + t % 32 / 4 + 8 * (e / 2 % 2);
              long column = firstColumn + 8 * (e / 4) + 2 * (t % 4) + e % 2;
              assertThat(element.evaluate(first + e, 128 * group + t))
                  .isEqualTo(Point.of(row, column, 0));
            }
          }
        }
      }
    }
  }

  /** An accumulator whose elements are packed in pairs is the A operand of the next product. */
  @ParameterizedTest
  @CsvSource({"1, 64, 128", "2, 128, 176", "2, 256, 64", "3, 192, 48"})
  void accumulatorsAreOperandsOfSixteenBits(long rows, long m, long k) {
    WarpgroupGrid grid = new WarpgroupGrid(rows, 1);
    assertThat(grid.a(MmaInstruction.K16_16BIT, m, k).isSameAs(grid.c(m, k))).isTrue();
  }

  /** Of each 16 rows a warp has the operand of mma.sync, in the order of the steps of k. */
  @ParameterizedTest
  @CsvSource({"K16_16BIT, 2, 1", "K8_32BIT, 1, 2", "K32_8BIT, 2, 2"})
  void operandsInRegisters(MmaInstruction instruction, long rows, long columns) {
    long depth = instruction.depth();
    long m = 128 * rows;
    Fragment a = new WarpgroupGrid(rows, columns).a(instruction, m, 3 * depth);
    Fragment atom = instruction.a();
    long each = atom.outputShape().count();
    for (long i = 0; i < m; i += 3) {
      for (long k = 0; k < 3 * depth; k++) {
        long block = i % 128 / 64;
        assertThat(a.places().evaluate(i, k).at(0))
            .isEqualTo(
                (block * 3 + k / depth) * each + atom.places().evaluate(i % 16, k % depth).at(0));
        for (long replica = 0; replica < columns; replica++) {
          long group = i / 128 + replica * rows;
          assertThat(a.threadOf(replica, i, k))
              .isEqualTo(128 * group + 32 * (i % 64 / 16) + atom.threadOf(0, i % 16, k % depth));
        }
      }
    }
  }
}
