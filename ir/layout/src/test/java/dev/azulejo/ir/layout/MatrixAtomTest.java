// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fragments of matrix instructions are bijections, and inverses are what the manuals say. */
class MatrixAtomTest {

  static List<MatrixAtom> atoms() {
    return MatrixAtom.ALL;
  }

  @ParameterizedTest
  @MethodSource("atoms")
  void inverseGivesTheElementOfEachThreadAndPlace(MatrixAtom atom) {
    Fragment fragment = atom.fragment();
    Layout inverse = fragment.inverse().orThrow();
    Shape shape = fragment.inputShape();
    for (long number = 0; number < shape.count(); number++) {
      long[] index = shape.point(number).toArray();
      long place = fragment.places().linear(index);
      long thread = fragment.threadOf(0, index);
      assertThat(inverse.evaluate(place, thread)).isEqualTo(Point.of(index[0], index[1], 0));
    }
    assertThat(fragment.joint().injectivity()).isInstanceOf(Injectivity.Injective.class);
  }

  @ParameterizedTest
  @MethodSource("atoms")
  void threadsLeaveAsManyPlacesOver(MatrixAtom atom) {
    Fragment derived = Fragment.ofThreads(atom.fragment().inputShape(), atom.thread(), 1).orThrow();
    assertThat(derived.outputShape()).isEqualTo(atom.fragment().outputShape());
    assertThat(derived.inverse().succeeded()).isTrue();
  }

  @Test
  void accumulatorOfSixteenBySixteen() {
    Layout inverse = MatrixAtom.C_M16N16.fragment().inverse().orThrow();
    for (long lane = 0; lane < 32; lane++) {
      for (long e = 0; e < 8; e++) {
        long row = 8 * (e % 4 / 2) + lane / 4;
        long column = 8 * (e / 4) + 2 * (lane % 4) + e % 2;
        assertThat(inverse.evaluate(e, lane)).isEqualTo(Point.of(row, column, 0));
      }
    }
    assertThat(MatrixAtom.C_M16N16.fragment()).isEqualTo(MatrixAtom.A_M16K16_16BIT.fragment());
  }

  @Test
  void accumulatorOfWgmma() {
    Layout inverse = MatrixAtom.WGMMA_M64N256.fragment().inverse().orThrow();
    for (long thread = 0; thread < 128; thread++) {
      for (long e = 0; e < 128; e++) {
        long row = 16 * (thread / 32) + thread % 32 / 4 + 8 * (e / 2 % 2);
        long column = 8 * (e / 4) + 2 * (thread % 4) + e % 2;
        assertThat(inverse.evaluate(e, thread)).isEqualTo(Point.of(row, column, 0));
      }
    }
  }

  @Test
  void accumulatorOfMfma32() {
    Layout inverse = MatrixAtom.MFMA_D_32X32.fragment().inverse().orThrow();
    for (long lane = 0; lane < 64; lane++) {
      for (long e = 0; e < 16; e++) {
        long row = 8 * (e / 4) + 4 * (lane / 32) + e % 4;
        assertThat(inverse.evaluate(e, lane)).isEqualTo(Point.of(row, lane % 32, 0));
      }
    }
  }

  @Test
  void privateIndexFollowsFromTheThreads() {
    IndexExpr thread = IndexExpr.input(0).times(4).plus(IndexExpr.input(1).floorDiv(2));
    assertThat(Fragment.ofThreads(Shape.of(8, 8), thread, 1).orThrow())
        .hasToString("[8, 8] -> (d1 mod 2) threads (d0 * 4 + d1 floordiv 2)");
  }

  /** Examples E.1 and E.4: the accumulator of a Hopper GEMM, and its sum over the columns. */
  @Test
  void accumulatorOfAHopperGemm() {
    Fragment tile =
        MatrixAtom.C_M16N16
            .fragment()
            .repeat(Shape.of(1, 16), false, true)
            .repeat(Shape.of(4, 1), true, false)
            .repeat(Shape.of(2, 1), true, false);
    assertThat(tile.inputShape()).isEqualTo(Shape.of(128, 256));
    for (long i = 0; i < 128; i++) {
      for (long j = 0; j < 256; j++) {
        assertThat(tile.threadOf(0, i, j))
            .isEqualTo(128 * (i / 64) + 32 * (i % 64 / 16) + 4 * (i % 8) + j % 8 / 2);
        assertThat(tile.places().linear(i, j)).isEqualTo(4 * (j / 8) + 2 * (i % 16 / 8) + j % 2);
      }
    }
    Fragment sums = tile.project(1).orThrow();
    assertThat(sums.replicas()).isEqualTo(4);
    assertThat(sums.outputShape()).isEqualTo(Shape.of(2));
    for (long i = 0; i < 128; i++) {
      assertThat(sums.places().linear(i)).isEqualTo(i % 16 / 8);
      for (long r = 0; r < 4; r++) {
        assertThat(sums.threadOf(r, i))
            .isEqualTo(128 * (i / 64) + 32 * (i % 64 / 16) + 4 * (i % 8) + r);
      }
    }
  }

  /** Example E.2: the accumulator of an Ampere GEMM. */
  @Test
  void accumulatorOfAnAmpereGemm() {
    Fragment tile =
        MatrixAtom.C_M16N16
            .fragment()
            .repeat(Shape.of(1, 4), false, true)
            .repeat(Shape.of(4, 1), false, true)
            .repeat(Shape.of(2, 1), true, true)
            .repeat(Shape.of(1, 2), true, true);
    assertThat(tile.inputShape()).isEqualTo(Shape.of(128, 128));
    assertThat(tile.outputShape()).isEqualTo(Shape.of(128));
    for (long i = 0; i < 128; i++) {
      for (long j = 0; j < 128; j++) {
        assertThat(tile.threadOf(0, i, j))
            .isEqualTo(32 * (i / 64 + 2 * (j / 64)) + 4 * (i % 8) + j % 8 / 2);
        assertThat(tile.places().linear(i, j))
            .isEqualTo(
                (i % 64 / 16 * 4 + j % 64 / 16) * 8 + 4 * (j % 16 / 8) + 2 * (i % 16 / 8) + j % 2);
      }
    }
  }

  /** An operand that each warp along the columns needs: replicated, with its replica returned. */
  @Test
  void operandIsReplicatedOverTheWarpsOfAColumn() {
    Fragment operand =
        MatrixAtom.A_M16K16_16BIT
            .fragment()
            .repeat(Shape.of(4, 2), false, true)
            .repeat(Shape.of(2, 1), true, true)
            .replicate(2);
    assertThat(operand.threads().toString()).isEqualTo("128");
    Layout inverse = operand.inverse().orThrow();
    Shape shape = operand.inputShape();
    for (long number = 0; number < shape.count(); number++) {
      long[] index = shape.point(number).toArray();
      for (long r = 0; r < 2; r++) {
        assertThat(inverse.evaluate(operand.places().linear(index), operand.threadOf(r, index)))
            .isEqualTo(Point.of(index[0], index[1], r));
      }
    }
  }

  /** The shared memory that a thread touches, for vector widths and bank conflicts. */
  @Test
  void addressesOfAFragment() {
    Fragment tile = MatrixAtom.C_M16N16.fragment();
    Layout memory = Layout.rowMajor(Shape.of(16, 16));
    Layout addresses = tile.addresses(memory).orThrow();
    assertThat(addresses.inputShape()).isEqualTo(Shape.of(8, 32));
    for (long i = 0; i < 16; i++) {
      for (long j = 0; j < 16; j++) {
        assertThat(addresses.evaluate(tile.places().linear(i, j), tile.threadOf(0, i, j)))
            .isEqualTo(Point.of(i * 16 + j));
      }
    }
    assertThat(tile.addresses(Layout.rowMajor(Shape.of(8, 32))).succeeded()).isFalse();
  }
}
