// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.matrix.MatrixLoad;
import dev.azulejo.ir.layout.shared.OperandLayouts;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses that lanes name, against the table of the layout, at every index. */
final class MatrixOperandTest {
  private static final int BITS = 16;
  private static final int THREADS = 128;

  @ParameterizedTest
  @CsvSource({
    "ROWS_FIRST,   64,  32, false",
    "ROWS_FIRST,  128,  64, false",
    "ROWS_FIRST,   32, 128, true",
    "CHUNKS_FIRST, 64,  32, false",
    "CHUNKS_FIRST, 32,  64, true",
    "CHUNKS_FIRST, 48,  48, false",
  })
  void addressesAreThoseOfTheLayout(MatrixLoad load, int rows, int columns, boolean rowsAreK) {
    Layout layout = OperandLayouts.mma(rows, columns, BITS, rowsAreK);
    SharedTile tile = tile(layout);
    BitSet named = new BitSet();
    for (int row = 0; row < rows; row += 16) {
      for (int column = 0; column < columns; column += 16) {
        List<IndexExpr> point = point(load, row, column);
        ThreadFunction element = tile.element(point, THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
          long[] index = index(point, thread);
          assertThat(element.at(thread)).isEqualTo(layout.linear(index));
          named.set((int) element.at(thread));
        }
      }
    }
    // Each row of 16 bytes is named, by the address of its first element.
    assertThat(named.cardinality()).isEqualTo(rows * columns / 8);
  }

  private static List<IndexExpr> point(MatrixLoad load, int row, int column) {
    IndexExpr lane = ThreadFunction.THREAD.mod(32);
    return List.of(load.row(lane).plus(row), load.chunk(lane).times(8).plus(column));
  }

  private static long[] index(List<IndexExpr> point, int thread) {
    long[] threads = {thread};
    return point.stream().mapToLong(expr -> expr.evaluate(threads, 0)).toArray();
  }

  @ParameterizedTest
  @CsvSource({"64, 32, 2", "32, 128, 3"})
  void versionsMoveTheWholeTile(int rows, int columns, int versions) {
    Layout one = OperandLayouts.mma(rows, columns, BITS, false);
    SharedTile tile = tile(one.expand(Shape.of(versions)));
    assertThat(tile.stride(0)).isEqualTo(one.outputShape().count());
    // A swizzle is no sum: a column is not so far from the next one everywhere.
    assertThat(tile.stride(2)).isNull();
  }

  private static SharedTile tile(Layout layout) {
    Inserter at = Inserter.atEnd(new Block(), Location.unknown());
    MemRefType type =
        MemRefType.of(
            new long[] {layout.outputShape().count()},
            FloatType.F16,
            null,
            StringAttr.of("shared"));
    return new SharedTile(AllocaOp.create(at, type).memref(), layout, BITS);
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "0, 0", "-6, 6"})
  void factsOfNumbers(long value, long divisor) {
    Inserter at = Inserter.atEnd(new Block(), Location.unknown());
    IndexFacts facts = IndexFacts.of(ConstantOp.index(at, value));
    assertThat(facts.single()).isEqualTo(value);
    assertThat(facts.divisor()).isEqualTo(divisor);
    assertThat(facts.isMultipleOf(3)).isTrue();
  }
}
