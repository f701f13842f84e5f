// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Numbers of one type: {@code array<i64: 1, 2>}. */
public final class DenseArrayAttr implements Attribute {
  private final Type elementType;
  private final long[] bits;
  // What does not fit into 64 bits; empty for narrower types.
  private final BigInteger[] wide;
  private final int hash;

  private DenseArrayAttr(Type elementType, long[] bits, BigInteger[] wide) {
    this.elementType = elementType;
    this.bits = bits;
    this.wide = wide;
    this.hash = (Arrays.hashCode(bits) * 31 + Arrays.hashCode(wide)) * 31 + elementType.hashCode();
  }

  /**
   * Numbers of a type of at most 64 bits.
   *
   * @param bits integers as they are, floating-point numbers as their bits
   */
  public static DenseArrayAttr of(Type elementType, long... bits) {
    return new DenseArrayAttr(elementType, bits.clone(), new BigInteger[0]);
  }

  /**
   * Numbers of a type of any width.
   *
   * @param bits integers as they are, floating-point numbers as their bits
   */
  public static DenseArrayAttr of(Type elementType, List<BigInteger> bits) {
    long[] low = bits.stream().mapToLong(BigInteger::longValue).toArray();
    boolean isWide = Types.width(elementType) > Long.SIZE;
    BigInteger[] wide = isWide ? bits.toArray(BigInteger[]::new) : new BigInteger[0];
    return new DenseArrayAttr(elementType, low, wide);
  }

  /** Numbers of type i64. */
  public static DenseArrayAttr ofI64(long... values) {
    return of(IntegerType.I64, values);
  }

  /** Numbers of type i64. */
  public static DenseArrayAttr ofI64(List<Long> values) {
    return ofI64(values.stream().mapToLong(Long::longValue).toArray());
  }

  /** Numbers of type i32. */
  public static DenseArrayAttr ofI32(int... values) {
    return of(IntegerType.I32, Arrays.stream(values).asLongStream().toArray());
  }

  /** The type of the numbers. */
  public Type elementType() {
    return elementType;
  }

  /** How many there are. */
  public int size() {
    return bits.length;
  }

  /**
   * The numbers, a copy: integers as they are, floating-point numbers as their bits; of types wider
   * than that the low 64 bits.
   */
  public long[] asLongs() {
    return bits.clone();
  }

  /** One of the numbers. */
  public TypedAttr element(int index) {
    if (elementType instanceof FloatType type) {
      return FloatAttr.ofBits(
          type, wide.length > 0 ? wide[index] : new BigInteger(Long.toUnsignedString(bits[index])));
    }
    return wide.length > 0
        ? IntegerAttr.of(elementType, wide[index])
        : IntegerAttr.of(elementType, bits[index]);
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("array<").type(elementType);
    String separator = ": ";
    for (int i = 0; i < bits.length; i++) {
      printer.text(separator);
      element(i).printWithoutType(printer);
      separator = ", ";
    }
    printer.text(">");
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof DenseArrayAttr array
            && hash == array.hash
            && elementType.equals(array.elementType)
            && Arrays.equals(bits, array.bits)
            && Arrays.equals(wide, array.wide));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
