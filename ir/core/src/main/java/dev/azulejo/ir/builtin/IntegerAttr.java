// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import java.math.BigInteger;

/**
 * An integer of a type: {@code 5 : i32}, {@code true}.
 *
 * @param type an integer type or index
 * @param value the value: from 0 for unsigned types, else in two's complement
 */
public record IntegerAttr(Type type, BigInteger value) implements TypedAttr {

  /** A number of a type; bits that do not fit are cut off. */
  public static IntegerAttr of(Type type, BigInteger value) {
    return new IntegerAttr(type, wrap(type, value));
  }

  /** A number of a type; bits that do not fit are cut off. */
  public static IntegerAttr of(Type type, long value) {
    return of(type, BigInteger.valueOf(value));
  }

  /** A number of type i64. */
  public static IntegerAttr i64(long value) {
    return of(IntegerType.I64, value);
  }

  /** A number of type i32. */
  public static IntegerAttr i32(int value) {
    return of(IntegerType.I32, value);
  }

  /** A number of type index. */
  public static IntegerAttr index(long value) {
    return of(IndexType.INSTANCE, value);
  }

  /** A truth value. */
  public static IntegerAttr bool(boolean value) {
    return of(IntegerType.I1, value ? 1 : 0);
  }

  private static BigInteger wrap(Type type, BigInteger value) {
    int width = type instanceof IntegerType integer ? integer.width() : Long.SIZE;
    if (width == 0) {
      return BigInteger.ZERO;
    }
    boolean unsigned = type instanceof IntegerType integer && integer.isUnsigned();
    if (value.bitLength() < width || (unsigned && value.signum() >= 0 && value.bitLength() <= width)) {
      return unsigned && value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(width)) : value;
    }
    BigInteger low = value.and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
    return !unsigned && low.testBit(width - 1)
        ? low.subtract(BigInteger.ONE.shiftLeft(width))
        : low;
  }

  /** The value, cut off to 64 bits. */
  public long longValue() {
    return value.longValue();
  }

  /** Is it a value of type i1 that is true? */
  public boolean isTrue() {
    return value.signum() != 0;
  }

  @Override
  public void print(AsmPrinter printer) {
    printWithoutType(printer);
    if (!type.equals(IntegerType.I1)) {
      printer.text(" : ").type(type);
    }
  }

  @Override
  public void printWithoutType(AsmPrinter printer) {
    if (type.equals(IntegerType.I1)) {
      printer.text(isTrue() ? "true" : "false");
    } else {
      printer.text(value.toString());
    }
  }
}
