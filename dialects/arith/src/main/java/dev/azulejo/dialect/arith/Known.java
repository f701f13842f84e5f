// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.trait.Constants;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What is known of a value that is a constant: a number, or many that are all the same one. */
final class Known {
  private Known() {}

  /** The integer, in two's complement, or null where it isn't known to be one. */
  static @Nullable BigInteger integer(Value value) {
    return number(Constants.of(value)) instanceof IntegerAttr number ? number.value() : null;
  }

  /** The floating-point number, or null where it isn't known to be one. */
  static @Nullable FloatAttr real(Value value) {
    return number(Constants.of(value)) instanceof FloatAttr number ? number : null;
  }

  private static @Nullable Attribute number(@Nullable Attribute constant) {
    return constant instanceof DenseElementsAttr dense
        ? dense.isSplat() && isNumber(dense.elementType()) ? dense.element(0) : null
        : constant;
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType || type instanceof IndexType || type instanceof FloatType;
  }

  static boolean isZero(Value value) {
    BigInteger number = integer(value);
    return number != null && number.signum() == 0;
  }

  /** Is it 1? Of a truth value that is the one with all bits set. */
  static boolean isOne(Value value) {
    BigInteger number = integer(value);
    return number != null
        && (Widths.of(value.type()) == 1 ? number.signum() != 0 : number.equals(BigInteger.ONE));
  }

  /** Are all bits set? */
  static boolean isAllOnes(Value value) {
    BigInteger number = integer(value);
    return number != null && number.equals(BigInteger.ONE.negate());
  }

  /** Is it what another value is not, bit by bit? */
  static boolean isComplementOf(Value value, Value other) {
    return value.definingOp() instanceof XOrIOp not && not.lhs() == other && isAllOnes(not.rhs());
  }
}
