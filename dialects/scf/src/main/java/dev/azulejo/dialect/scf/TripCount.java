// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.trait.Constants;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** How often a loop runs. */
final class TripCount {
  private TripCount() {}

  /** The number of iterations, or null where it is not known, or the step is not positive. */
  static @Nullable BigInteger of(Value lower, Value upper, Value step, boolean isUnsigned) {
    if (lower == upper) {
      return BigInteger.ZERO;
    }
    BigInteger from = constant(lower, isUnsigned);
    BigInteger to = constant(upper, isUnsigned);
    if (from == null || to == null) {
      return null;
    }
    if (from.compareTo(to) >= 0) {
      return BigInteger.ZERO;
    }
    // As an unsigned number a step is positive unless it is zero.
    BigInteger by = constant(step, isUnsigned);
    if (by == null || by.signum() <= 0) {
      return null;
    }
    return to.subtract(from).add(by).subtract(BigInteger.ONE).divide(by);
  }

  private static @Nullable BigInteger constant(Value value, boolean isUnsigned) {
    if (!(Constants.of(value) instanceof IntegerAttr number)) {
      return null;
    }
    BigInteger signed = number.value();
    return isUnsigned && signed.signum() < 0
        ? signed.add(BigInteger.ONE.shiftLeft(width(value.type())))
        : signed;
  }

  private static int width(Type type) {
    return type instanceof IntegerType integer ? integer.width() : Long.SIZE;
  }
}
