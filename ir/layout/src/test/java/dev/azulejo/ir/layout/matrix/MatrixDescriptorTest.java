// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.Simplifier;
import dev.azulejo.ir.layout.shared.OperandLayouts;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a matrix descriptor says is what the layout says, element by element. */
class MatrixDescriptorTest {
  /** A multiple of every alignment, and no multiple of any twice as large. */
  private static final long BASE = 5 * 1024;

  /**
   * The address that the hardware reads an element of an operand from: k in elements, and the row
   * of A or column of B.
   */
  private static long read(long descriptor, int bits, boolean columnsAreK, long mn, long k) {
    long start = (descriptor & 0x3fff) << 4;
    long leading = (descriptor >> 16 & 0x3fff) << 4;
    long stride = (descriptor >> 32 & 0x3fff) << 4;
    long mode = descriptor >>> 62;
    long span = mode == 0 ? 16 : 256 >> mode;
    long along = (columnsAreK ? k : mn) * bits / 8;
    long down = columnsAreK ? mn : k;
    long between = down / 8 * (mode == 0 && !columnsAreK ? leading : stride);
    // With k along the rows a swizzled instruction reads 32 bytes, all within one block.
    long block = mode == 0 && !columnsAreK ? stride : mode != 0 && columnsAreK ? 0 : leading;
    long inBlock = mode != 0 && columnsAreK ? along : along % span;
    long address = start + between + down % 8 * span + along / span * block + inBlock;
    long mask = span / 16 - 1;
    return address ^ (address >> 7 & mask) << 4;
  }

  static Stream<Arguments> operands() {
    var operands = new ArrayList<Arguments>();
    for (SwizzleMode mode : SwizzleMode.values()) {
      for (int bits : new int[] {8, 16, 32}) {
        for (long rows : new long[] {32, 96}) {
          for (long blocks : new long[] {1, 2, 3}) {
            for (boolean columnsAreK : new boolean[] {false, true}) {
              operands.add(Arguments.of(mode, bits, rows, blocks, columnsAreK));
            }
          }
        }
      }
    }
    return operands.stream();
  }

  @ParameterizedTest
  @MethodSource("operands")
  void readsWhatTheLayoutHas(
      SwizzleMode mode, int bits, long rows, long blocks, boolean columnsAreK) {
    long columns = blocks * Math.max(mode.span(), 32) * 8 / bits;
    Layout tile = mode.layout(rows, columns, bits).orThrow();
    Layout stages = tile.expand(Shape.of(2));
    MatrixDescriptor descriptor = MatrixDescriptor.of(stages, bits, columnsAreK).orThrow();
    assertThat(descriptor.blocks().mode()).isEqualTo(mode);
    long depth = MatrixDescriptor.DEPTH * 8L / bits;
    long readRows = columnsAreK ? 32 : depth;
    long inBlock = mode.span() * 8L / bits;
    long readColumns = columnsAreK ? depth : columns % 32 == 0 ? columns : inBlock;
    long stage = rows * columns * bits / 8;
    int seen = 0;
    for (long row = 0; row + readRows <= rows; row += readRows) {
      for (long column = 0; column + readColumns <= columns; column += readColumns) {
        long start = BASE + stage + descriptor.start(row, column, readRows, readColumns).orThrow();
        long encoded = descriptor.at(start);
        for (long i = 0; i < readRows; i++) {
          for (long j = 0; j < readColumns; j++) {
            long address =
                read(encoded, bits, columnsAreK, columnsAreK ? i : j, columnsAreK ? j : i);
            long expected =
                BASE
                    + stages.table().linear((int) ((rows + row + i) * columns + column + j))
                        * bits
                        / 8;
            if (address != expected) {
              fail("(%d, %d) of (%d, %d) is read at %d", i, j, row, column, address);
            }
            seen++;
          }
        }
      }
    }
    assertThat(seen).isEqualTo(rows * columns);
  }

  /** The worked examples: k along the rows, and B as (k, n). */
  @Test
  void workedExamples() {
    Layout a = SwizzleMode.B128.layout(128, 64, 16).orThrow();
    MatrixDescriptor rows = MatrixDescriptor.of(a, 16, true).orThrow();
    assertThat(rows.fields()).isEqualTo(0x4000004000010000L);
    assertThat(rows.at(0x400)).isEqualTo(0x4000004000010040L);
    List<Long> steps = new ArrayList<>();
    for (long k = 0; k < 64; k += 16) {
      steps.add(rows.start(0, k, 64, 16).orThrow());
    }
    assertThat(steps).containsExactly(0L, 32L, 64L, 96L);
    assertThat(rows.start(64, 0, 64, 16).orThrow()).isEqualTo(8192);
    Layout wide = SwizzleMode.B128.layout(128, 128, 16).orThrow();
    assertThat(MatrixDescriptor.of(wide, 16, true).orThrow().start(0, 64, 64, 16).orThrow())
        .isEqualTo(16384);

    Layout b = SwizzleMode.B128.layout(64, 256, 16).orThrow();
    MatrixDescriptor columns = MatrixDescriptor.of(b, 16, false).orThrow();
    assertThat(columns.leading()).isEqualTo(8192);
    assertThat(columns.stride()).isEqualTo(1024);
    assertThat(columns.start(16, 0, 16, 256).orThrow()).isEqualTo(2048);
  }

  @ParameterizedTest
  @CsvSource({
    "B128, true, 16, 1024",
    "B64, true, 16, 512",
    "B32, true, 16, 256",
    "NONE, true, 1024, 128",
    "B128, false, 8192, 1024",
    "B64, false, 4096, 512",
    "B32, false, 2048, 256",
    "NONE, false, 128, 1024"
  })
  void distancesOfEachMode(SwizzleMode mode, boolean columnsAreK, long leading, long stride) {
    Layout tile = mode.layout(64, 128, 16).orThrow();
    MatrixDescriptor descriptor = MatrixDescriptor.of(tile, 16, columnsAreK).orThrow();
    assertThat(descriptor.leading()).isEqualTo(leading);
    assertThat(descriptor.stride()).isEqualTo(stride);
  }

  /** Blocks may be farther apart than they are long; the descriptor can say that. */
  @Test
  void distancesAreTheLayouts() {
    Layout tight = SwizzleMode.B128.layout(64, 128, 16).orThrow();
    List<IndexExpr> places = tight.forward();
    Layout loose =
        Layout.of(
            tight.inputShape(),
            places.get(0).times(5120).plus(places.get(1).times(512)).plus(places.get(2)));
    MatrixDescriptor descriptor = MatrixDescriptor.of(loose, 16, false).orThrow();
    assertThat(descriptor.leading()).isEqualTo(10240);
  }

  @Test
  void refusesWhatItCannotSay() {
    assertThat(reason(MatrixDescriptor.of(Layout.rowMajor(Shape.of(64, 64)), 16, true)))
        .isEqualTo("it is no tile of swizzled or interleaved column blocks of whole 16 bytes");
    assertThat(MatrixDescriptor.of(OperandLayouts.padded(64, 64, 16), 16, true).succeeded())
        .isFalse();
    assertThat(MatrixDescriptor.of(Layout.rowMajor(Shape.of(64)), 16, true).succeeded()).isFalse();
    Layout tile = SwizzleMode.B128.layout(64, 64, 16).orThrow();
    Shape stages = Shape.of(2, 64, 64);
    List<IndexExpr> index = List.of(IndexExpr.input(1), IndexExpr.input(2));
    IndexExpr place =
        new Simplifier(Bounds.of(stages.extents(), 1))
            .substitute(tile.flat().forward().getFirst(), index, IndexExpr.replica());
    Layout odd = Layout.of(stages, IndexExpr.input(0).times(4096 + 256).plus(place));
    assertThat(MatrixDescriptor.of(odd, 16, true).succeeded()).isFalse();
    MatrixDescriptor rows = MatrixDescriptor.of(tile, 16, true).orThrow();
    assertThat(rows.start(4, 0, 64, 16).succeeded()).isFalse();
    assertThat(rows.start(0, 56, 64, 16).succeeded()).isFalse();
    MatrixDescriptor columns = MatrixDescriptor.of(tile, 16, false).orThrow();
    assertThat(reason(columns.start(0, 32, 16, 32)))
        .isEqualTo("an operand begins or ends within a column block");
    // Rows of one block of 16 bytes are interleaved already.
    assertThat(MatrixDescriptor.of(Layout.rowMajor(Shape.of(64, 8)), 16, true).succeeded())
        .isTrue();
  }

  private static String reason(Attempt<?> attempt) {
    return attempt instanceof Attempt.Refusal<?>(String reason) ? reason : "";
  }
}
