// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An integer of a type, an integer type or index: {@code 5 : i32}, {@code true}. */
public final class IntegerAttr implements TypedAttr {
  private static final IntegerAttr TRUE = new IntegerAttr(IntegerType.I1, -1, null);
  private static final IntegerAttr FALSE = new IntegerAttr(IntegerType.I1, 0, null);

  private final Type type;
  private final long low;
  private final @Nullable BigInteger wide;
  private final int hash;

  private IntegerAttr(Type type, long low, @Nullable BigInteger wide) {
    this.type = type;
    this.low = low;
    this.wide = wide;
    this.hash = type.hashCode() * 31 + Long.hashCode(low);
  }

  /** A number of a type; bits that do not fit are cut off. */
  public static IntegerAttr of(Type type, BigInteger value) {
    BigInteger wrapped = wrap(type, value);
    boolean isWide = wrapped.bitLength() >= Long.SIZE;
    return new IntegerAttr(type, wrapped.longValue(), isWide ? wrapped : null);
  }

  /** A number of a type; bits that do not fit are cut off. */
  public static IntegerAttr of(Type type, long value) {
    int width = type instanceof IntegerType integer ? integer.width() : Long.SIZE;
    boolean unsigned = type instanceof IntegerType integer && integer.isUnsigned();
    if (width >= Long.SIZE) {
      return unsigned && value < 0
          ? of(type, BigInteger.valueOf(value))
          : new IntegerAttr(type, value, null);
    }
    if (width == 0) {
      return new IntegerAttr(type, 0, null);
    }
    int unused = Long.SIZE - width;
    long kept = value << unused;
    return new IntegerAttr(type, unsigned ? kept >>> unused : kept >> unused, null);
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
    return value ? TRUE : FALSE;
  }

  private static BigInteger wrap(Type type, BigInteger value) {
    int width = type instanceof IntegerType integer ? integer.width() : Long.SIZE;
    if (width == 0) {
      return BigInteger.ZERO;
    }
    boolean unsigned = type instanceof IntegerType integer && integer.isUnsigned();
    if (unsigned ? value.signum() >= 0 && value.bitLength() <= width : value.bitLength() < width) {
      return value;
    }
    BigInteger bits = value.and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
    return !unsigned && bits.testBit(width - 1)
        ? bits.subtract(BigInteger.ONE.shiftLeft(width))
        : bits;
  }

  @Override
  public Type type() {
    return type;
  }

  /** The value: from 0 for unsigned types, else in two's complement. */
  public BigInteger value() {
    return wide != null ? wide : BigInteger.valueOf(low);
  }

  /** The value, cut off to 64 bits. */
  public long longValue() {
    return low;
  }

  /** Is the value exactly that of {@link #longValue()}? */
  public boolean fitsLong() {
    return wide == null;
  }

  /** Is it a value of type i1 that is true? */
  public boolean isTrue() {
    return low != 0 || wide != null;
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
    } else if (wide != null) {
      printer.text(wide.toString());
    } else {
      printer.number(low);
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof IntegerAttr integer
            && low == integer.low
            && Objects.equals(wide, integer.wide)
            && type.equals(integer.type));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
