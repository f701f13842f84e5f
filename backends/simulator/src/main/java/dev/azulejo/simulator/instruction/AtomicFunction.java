// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.ir.number.FloatFormat;
import java.util.function.LongBinaryOperator;

/** What atomic operations and reductions across lanes make of two numbers. */
public final class AtomicFunction {
  private AtomicFunction() {}

  /**
   * The function of what is there and of an operand that gives what is there then.
   *
   * @param kind the instruction's word: {@code add}, {@code min} and so on
   * @param type what numbers are: {@code s32}, {@code u64}, {@code f16x2} and so on
   */
  public static LongBinaryOperator of(String kind, String type) {
    if (type.endsWith("x2")) {
      return Pairs.lift(of(kind, type.substring(0, type.length() - 2)));
    }
    if (type.contains("f")) {
      FloatFormat format =
          FloatFormat.named(type).orElseThrow(() -> new IllegalArgumentException(type));
      return new RealArithmetic(Real.of(format)).add(false);
    }
    var width = new Width(Integer.parseInt(type.substring(1)));
    boolean unsigned = type.charAt(0) == 'u';
    return switch (kind) {
      case "add" -> (a, b) -> width.signed(a + b);
      case "min" -> WholeNumbers.extremum(width, unsigned, false);
      case "max" -> WholeNumbers.extremum(width, unsigned, true);
      case "and" -> (a, b) -> width.signed(a & b);
      case "or" -> (a, b) -> width.signed(a | b);
      case "xor" -> (a, b) -> width.signed(a ^ b);
      case "exch" -> (_, b) -> width.signed(b);
      case "inc" -> (a, b) -> width.unsigned(a) >= width.unsigned(b) ? 0 : width.signed(a + 1);
      case "dec" ->
          (a, b) ->
              width.unsigned(a) == 0 || width.unsigned(a) > width.unsigned(b)
                  ? width.signed(b)
                  : width.signed(a - 1);
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
