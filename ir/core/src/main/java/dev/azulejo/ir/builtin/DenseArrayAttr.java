// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import java.math.BigInteger;
import java.util.Arrays;

/** Numbers of one type: {@code array<i64: 1, 2>}. */
public final class DenseArrayAttr implements Attribute {
  private final Type elementType;
  private final long[] bits;
  private final int hash;

  private DenseArrayAttr(Type elementType, long[] bits) {
    this.elementType = elementType;
    this.bits = bits;
    this.hash = Arrays.hashCode(bits) * 31 + elementType.hashCode();
  }

  /**
   * Numbers of a type of at most 64 bits.
   *
   * @param bits integers as they are, floating-point numbers as their bits
   */
  public static DenseArrayAttr of(Type elementType, long... bits) {
    return new DenseArrayAttr(elementType, bits.clone());
  }

  /** Numbers of type i64. */
  public static DenseArrayAttr ofI64(long... values) {
    return of(IntegerType.I64, values);
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

  /** The numbers: integers as they are, floating-point numbers as their bits; a copy. */
  public long[] asLongs() {
    return bits.clone();
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("array<").type(elementType);
    String separator = ": ";
    for (long value : bits) {
      printer.text(separator);
      element(value).printWithoutType(printer);
      separator = ", ";
    }
    printer.text(">");
  }

  private Attribute element(long value) {
    return elementType instanceof FloatType type
        ? FloatAttr.ofBits(type, new BigInteger(Long.toUnsignedString(value)))
        : IntegerAttr.of(elementType, value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof DenseArrayAttr array
            && hash == array.hash
            && elementType.equals(array.elementType)
            && Arrays.equals(bits, array.bits));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
