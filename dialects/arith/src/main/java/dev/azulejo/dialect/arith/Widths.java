// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import java.math.BigInteger;

/** How many bits numbers have, and what fits. */
final class Widths {
  private Widths() {}

  /** How many bits a number has, or each number of a container; an index has 64. */
  static int of(Type type) {
    return switch (Shapes.element(type)) {
      case IntegerType integer -> integer.width();
      case FloatType real -> real.width();
      default -> Long.SIZE;
    };
  }

  /** The number that bits of a signed number spell when they are read as an unsigned one. */
  static BigInteger unsigned(BigInteger signed, int width) {
    return signed.signum() < 0 ? signed.add(BigInteger.ONE.shiftLeft(width)) : signed;
  }

  static boolean fitsSigned(BigInteger value, int width) {
    return value.bitLength() < width;
  }

  static boolean fitsUnsigned(BigInteger value, int width) {
    return value.signum() >= 0 && value.bitLength() <= width;
  }

  static boolean isSmallest(BigInteger signed, int width) {
    return signed.equals(BigInteger.ONE.shiftLeft(width - 1).negate());
  }

  static boolean isGreatest(BigInteger signed, int width) {
    return signed.equals(BigInteger.ONE.shiftLeft(width - 1).subtract(BigInteger.ONE));
  }
}
