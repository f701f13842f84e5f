// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** An instruction that each lane executes by itself: registers to one register. */
@FunctionalInterface
public interface Lanewise {
  /**
   * Computes all lanes.
   *
   * @param operands the operands, each with a number per lane
   * @param result where results go, a number per lane; may be one of the operands
   */
  void apply(long[][] operands, long[] result);

  /** A function of three numbers. */
  @FunctionalInterface
  interface TernaryOperator {
    /** The function. */
    long applyAsLong(long a, long b, long c);
  }

  /** A function of one register, lane by lane. */
  static Lanewise of(LongUnaryOperator function) {
    return (operands, result) -> {
      long[] a = operands[0];
      for (int lane = 0; lane < result.length; lane++) {
        result[lane] = function.applyAsLong(a[lane]);
      }
    };
  }

  /** A function of two registers, lane by lane. */
  static Lanewise of(LongBinaryOperator function) {
    return (operands, result) -> {
      long[] a = operands[0];
      long[] b = operands[1];
      for (int lane = 0; lane < result.length; lane++) {
        result[lane] = function.applyAsLong(a[lane], b[lane]);
      }
    };
  }

  /** A function of three registers, lane by lane. */
  static Lanewise of(TernaryOperator function) {
    return (operands, result) -> {
      long[] a = operands[0];
      long[] b = operands[1];
      long[] c = operands[2];
      for (int lane = 0; lane < result.length; lane++) {
        result[lane] = function.applyAsLong(a[lane], b[lane], c[lane]);
      }
    };
  }
}
