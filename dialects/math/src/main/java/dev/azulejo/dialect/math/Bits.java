// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.dialect.arith.ConstantFold;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.TensorType;
import dev.azulejo.ir.trait.FoldResult;
import java.math.BigInteger;

/** Counts of the bits of integers in two's complement. */
final class Bits {
  private Bits() {}

  /** A count, given the integer and how many bits its type has. */
  @FunctionalInterface
  interface Count {
    int of(BigInteger integer, int width);
  }

  static FoldResult fold(Operation op, Count count) {
    int width = width(op.operand(0).type());
    return ConstantFold.unary(op, integer -> BigInteger.valueOf(count.of(integer, width)));
  }

  /** How many bits an integer, or each of a container, has; an index has 64. */
  static int width(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width();
      case ShapedType shaped -> width(shaped.elementType());
      case TensorType tensor -> width(tensor.elementType());
      default -> Long.SIZE;
    };
  }

  static int leadingZeros(BigInteger integer, int width) {
    return integer.signum() < 0 ? 0 : width - integer.bitLength();
  }

  static int trailingZeros(BigInteger integer, int width) {
    return integer.signum() == 0 ? width : integer.getLowestSetBit();
  }

  static int ones(BigInteger integer, int width) {
    return integer.signum() < 0 ? width - integer.bitCount() : integer.bitCount();
  }
}
