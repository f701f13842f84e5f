// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.matrix.MatrixLoad;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import dev.azulejo.ir.layout.matrix.WarpGrid;
import dev.azulejo.ir.layout.matrix.WarpGrid.Policy;
import dev.azulejo.ir.layout.shared.OperandLayouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The instructions of mma.sync, and how a tile is shared out to warps that use them. */
class MmaInstructionTest {

  /** The tables, which these tests have written down a second time. */
  @Test
  void fragmentsAreThoseOfTheTables() {
    same(MmaInstruction.K16_16BIT.a(), MatrixAtom.A_M16K16_16BIT);
    same(MmaInstruction.K8_32BIT.a(), MatrixAtom.A_M16K8_TF32);
    same(MmaInstruction.K32_8BIT.a(), MatrixAtom.A_M16K32_8BIT);
    same(MmaInstruction.K16_16BIT.b(16), MatrixAtom.B_N16K16_16BIT);
    same(MmaInstruction.K8_32BIT.b(16), MatrixAtom.B_N16K8_TF32);
    same(MmaInstruction.K32_8BIT.b(16), MatrixAtom.B_N16K32_8BIT);
    same(WarpGrid.transposed(MmaInstruction.K16_16BIT.b(8)), MatrixAtom.B_K16N8_16BIT);
    same(WarpGrid.transposed(MmaInstruction.K8_32BIT.b(8)), MatrixAtom.B_K8N8_TF32);
    same(WarpGrid.transposed(MmaInstruction.K32_8BIT.b(8)), MatrixAtom.B_K32N8_8BIT);
    same(MmaInstruction.c(16), MatrixAtom.C_M16N16);
  }

  private static void same(Fragment fragment, MatrixAtom atom) {
    assertThat(fragment.isSameAs(atom.fragment())).as(atom.name()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "128, 128, 4, 2, 2",
    "128, 256, 8, 2, 4",
    "64, 64, 4, 2, 2",
    "16, 64, 4, 1, 4",
    "256, 8, 4, 4, 1",
    "128, 64, 1, 1, 1"
  })
  void squareGrids(long m, long n, long warps, long rows, long columns) {
    assertThat(WarpGrid.of(Policy.SQUARE, m, n, warps).orThrow())
        .isEqualTo(new WarpGrid(rows, columns));
  }

  @Test
  void otherGrids() {
    assertThat(WarpGrid.of(Policy.ROWS_FIRST, 64, 256, 8).orThrow()).isEqualTo(new WarpGrid(4, 2));
    assertThat(WarpGrid.of(Policy.COLUMNS_FIRST, 64, 256, 8).orThrow())
        .isEqualTo(new WarpGrid(1, 8));
    assertThat(((Attempt.Refusal<WarpGrid>) WarpGrid.of(Policy.SQUARE, 16, 16, 4)).reason())
        .isEqualTo("a tile of 16x16 can't be shared out to 4 warps in parts of whole 16x8");
  }

  /** Each operand of each grid is complete: every warp has what it multiplies, once. */
  @ParameterizedTest
  @EnumSource
  void operandsOfAGrid(MmaInstruction instruction) {
    WarpGrid grid = new WarpGrid(2, 4);
    Fragment a = grid.a(instruction, 64, 2L * instruction.depth());
    Fragment b = grid.b(instruction, 96, 2L * instruction.depth());
    Fragment c = grid.c(64, 96);
    for (long i = 0; i < 64; i += 3) {
      for (long j = 0; j < 96; j += 5) {
        long warp = c.threadOf(0, i, j) / 32;
        assertThat(holds(a, warp, i, 7)).as("A %d", i).isTrue();
        assertThat(holds(b, warp, j, 7)).as("B %d", j).isTrue();
      }
    }
    assertThat(a.inverse().succeeded()).isTrue();
    assertThat(b.inverse().succeeded()).isTrue();
    assertThat(c.inverse().succeeded()).isTrue();
  }

  /** An accumulator is its atom, repeated over registers and then over warps. */
  @ParameterizedTest
  @CsvSource({"2, 2, 128, 128", "1, 4, 16, 32", "4, 1, 64, 48", "2, 4, 64, 96", "1, 1, 16, 8"})
  void accumulatorsAreAtomsRepeated(long rows, long columns, long m, long n) {
    int width = n / columns % 16 == 0 ? 16 : 8;
    Fragment repeated =
        MmaInstruction.c(width)
            .repeat(Shape.of(1, n / columns / width), false, true)
            .repeat(Shape.of(m / rows / 16, 1), false, true)
            .repeat(Shape.of(rows, 1), true, true)
            .repeat(Shape.of(1, columns), true, true);
    assertThat(new WarpGrid(rows, columns).c(m, n)).isEqualTo(repeated);
  }

  private static boolean holds(Fragment operand, long warp, long row, long k) {
    int count = 0;
    for (long r = 0; r < operand.replicas(); r++) {
      count += operand.threadOf(r, row, k) / 32 == warp ? 1 : 0;
    }
    return count == 1;
  }

  /** Example E.2: the operands of an Ampere GEMM are loaded without conflict. */
  @Test
  void loadsOfAnAmpereGemm() {
    Layout a = OperandLayouts.mma(128, 32, 16, false);
    Layout b = OperandLayouts.mma(32, 128, 16, true);
    assertThat(MatrixLoad.ROWS_FIRST.conflicts(a, 16).orThrow()).isEqualTo(1);
    assertThat(MatrixLoad.ROWS_FIRST.conflicts(b, 16).orThrow()).isEqualTo(1);
    assertThat(MatrixLoad.CHUNKS_FIRST.conflicts(b, 16).orThrow()).isEqualTo(1);
    Layout rows = Layout.rowMajor(Shape.of(128, 64));
    assertThat(MatrixLoad.ROWS_FIRST.conflicts(rows, 16).orThrow()).isEqualTo(8);
    Layout padded = OperandLayouts.padded(128, 64, 16);
    assertThat(MatrixLoad.CHUNKS_FIRST.conflicts(padded, 16).orThrow()).isEqualTo(1);
  }

  @Test
  void chunksHaveToLieTogether() {
    Layout odd = Layout.rowMajor(Shape.of(16, 12));
    assertThat(MatrixLoad.ROWS_FIRST.conflicts(odd, 16).succeeded()).isFalse();
    Layout columns =
        Layout.of(Shape.of(16, 16), IndexExpr.input(1).times(16).plus(IndexExpr.input(0)));
    assertThat(((Attempt.Refusal<Integer>) MatrixLoad.ROWS_FIRST.conflicts(columns, 16)).reason())
        .isEqualTo("the 16 bytes of row 0 from column 0 on don't lie together");
  }
}
