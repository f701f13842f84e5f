// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.number.FloatFormat;

/** Questions about floating-point numbers that are constants. */
final class Reals {
  private Reals() {}

  static boolean isZero(Value value) {
    return isPositiveZero(value) || isNegativeZero(value);
  }

  static boolean isPositiveZero(Value value) {
    FloatAttr number = Known.real(value);
    return number != null && isZero(number) && !isNegative(number);
  }

  static boolean isNegativeZero(Value value) {
    FloatAttr number = Known.real(value);
    return number != null && isZero(number) && isNegative(number);
  }

  static boolean isOne(Value value) {
    FloatAttr number = Known.real(value);
    return number != null && number.equals(FloatAttr.of(number.type(), 1));
  }

  static boolean isNan(Value value) {
    FloatAttr number = Known.real(value);
    return number != null && format(number).isNan(number.bits());
  }

  static boolean isInfinity(Value value, boolean negative) {
    FloatAttr number = Known.real(value);
    return number != null
        && format(number).isInfinite(number.bits())
        && isNegative(number) == negative;
  }

  private static boolean isZero(FloatAttr number) {
    return format(number).isZero(number.bits());
  }

  private static boolean isNegative(FloatAttr number) {
    return format(number).isNegative(number.bits());
  }

  private static FloatFormat format(FloatAttr number) {
    return number.type().format();
  }
}
