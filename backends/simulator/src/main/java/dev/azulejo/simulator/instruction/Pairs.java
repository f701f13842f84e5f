// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** Functions on both halves of registers of 32 bits. */
final class Pairs {
  private static final int HALF = 16;
  private static final long MASK = 0xffff;

  private Pairs() {}

  /** Two halves as a register. */
  static long of(long high, long low) {
    return Width.W32.signed((high & MASK) << HALF | (low & MASK));
  }

  static LongUnaryOperator lift(LongUnaryOperator function) {
    return a -> of(function.applyAsLong(a >>> HALF & MASK), function.applyAsLong(a & MASK));
  }

  static LongBinaryOperator lift(LongBinaryOperator function) {
    return (a, b) ->
        of(
            function.applyAsLong(a >>> HALF & MASK, b >>> HALF & MASK),
            function.applyAsLong(a & MASK, b & MASK));
  }

  static Lanewise.TernaryOperator lift(Lanewise.TernaryOperator function) {
    return (a, b, c) ->
        of(
            function.applyAsLong(a >>> HALF & MASK, b >>> HALF & MASK, c >>> HALF & MASK),
            function.applyAsLong(a & MASK, b & MASK, c & MASK));
  }
}
