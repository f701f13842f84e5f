// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Numbers in a shape: {@code dense<[1, 2]> : tensor<2xi32>}. Equal elements are kept once, as a
 * splat. A complex number is two numbers in turn.
 */
public final class DenseElementsAttr implements DenseAttr {
  /** How many elements print as a list, no more. */
  static final int MOST_AS_LIST = 100;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final ShapedType type;
  // Little-endian, each number in whole bytes, bits above its width 0.
  private final byte[] data;
  private final boolean splat;
  private final int hash;

  private DenseElementsAttr(ShapedType type, byte[] data, boolean splat) {
    this.type = type;
    this.data = data;
    this.splat = splat;
    this.hash = Arrays.hashCode(data) * 31 + type.hashCode();
  }

  /**
   * Elements in row-major order.
   *
   * @param numbers integers as they are, floating-point numbers as their bits, two for each complex
   *     element; those of one element for a splat
   */
  public static DenseElementsAttr of(ShapedType type, List<BigInteger> numbers) {
    int bytes = elementBytes(numberType(type.elementType()));
    byte[] data = new byte[Math.multiplyExact(numbers.size(), bytes)];
    int at = 0;
    for (BigInteger number : numbers) {
      for (int i = 0; i < bytes; i++) {
        data[at++] = i < 8 ? (byte) (number.longValue() >> (8 * i)) : byteOf(number, i);
      }
    }
    return ofBytes(type, data);
  }

  private static byte byteOf(BigInteger number, int place) {
    return number.shiftRight(8 * place).byteValue();
  }

  /**
   * Elements in row-major order.
   *
   * @param bytes the numbers, little-endian, each in {@link #elementBytes} bytes; those of one
   *     element for a splat
   */
  public static DenseElementsAttr ofBytes(ShapedType type, byte[] bytes) {
    int element = elementBytes(type.elementType());
    boolean splat = bytes.length > 0;
    for (int i = element; i < bytes.length && splat; i++) {
      splat = bytes[i] == bytes[i - element];
    }
    byte[] kept = Arrays.copyOf(bytes, splat ? element : bytes.length);
    clearUnusedBits(kept, numberType(type.elementType()));
    return new DenseElementsAttr(type, kept, splat);
  }

  private static void clearUnusedBits(byte[] data, Type number) {
    int step = elementBytes(number);
    int unused = step * Byte.SIZE - Types.width(number);
    if (unused == 0) {
      return;
    }
    for (int last = step - 1; last < data.length; last += step) {
      data[last] &= (byte) (0xff >> unused);
    }
  }

  private static Type numberType(Type elementType) {
    return elementType instanceof ComplexType complex ? complex.elementType() : elementType;
  }

  @Override
  public ShapedType type() {
    return type;
  }

  @Override
  public boolean isSplat() {
    return splat;
  }

  /** How many elements there are. */
  public long size() {
    return type.elementCount();
  }

  /**
   * A number, by its place in row-major order: an integer as it is, a floating-point number as its
   * bits. A complex element has two places.
   */
  public BigInteger bits(int place) {
    Type number = numberType(type.elementType());
    int bytes = elementBytes(number);
    int first = (splat ? place % (data.length / bytes) : place) * bytes;
    byte[] bigEndian = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      bigEndian[bytes - 1 - i] = data[first + i];
    }
    BigInteger bits = new BigInteger(1, bigEndian);
    return number instanceof FloatType ? bits : IntegerAttr.of(number, bits).value();
  }

  /** A number as an attribute of its own, by its place as for {@link #bits}. */
  public TypedAttr element(int place) {
    Type number = numberType(type.elementType());
    return number instanceof FloatType real
        ? FloatAttr.ofBits(real, bits(place))
        : IntegerAttr.of(number, bits(place));
  }

  @Override
  public void print(AsmPrinter printer) {
    printWithoutType(printer);
    printer.text(" : ").type(type);
  }

  @Override
  public void printWithoutType(AsmPrinter printer) {
    printer.text("dense<");
    printBody(printer, MOST_AS_LIST);
    printer.text(">");
  }

  /** Prints what stands between the angle brackets, in hexadecimal where the list is long. */
  void printBody(AsmPrinter printer, int mostAsList) {
    int count = data.length / elementBytes(type.elementType());
    if (!splat && count > mostAsList) {
      printer.text("\"0x").text(hex(count)).text("\"");
    } else {
      ElementsText.print(type.shape(), count, splat, i -> printElement(i, printer), printer);
    }
  }

  private void printElement(int place, AsmPrinter printer) {
    if (!(type.elementType() instanceof ComplexType)) {
      printer.attributeWithoutType(element(place));
      return;
    }
    printer.text("(").attributeWithoutType(element(2 * place));
    printer.text(",").attributeWithoutType(element(2 * place + 1)).text(")");
  }

  /** The numbers in hexadecimal; truth values eight a byte, the first in the lowest bit. */
  private String hex(int count) {
    if (!type.elementType().equals(IntegerType.I1)) {
      return HEX.formatHex(data);
    }
    byte[] packed = new byte[(count + 7) / 8];
    for (int i = 0; i < count; i++) {
      packed[i / 8] |= (byte) (data[i] << i % 8);
    }
    return HEX.formatHex(packed);
  }

  /** How many bytes an element takes: each number is rounded up to whole bytes. */
  public static int elementBytes(Type elementType) {
    return elementType instanceof ComplexType complex
        ? 2 * elementBytes(complex.elementType())
        : Math.max(1, (Types.width(elementType) + 7) / 8);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof DenseElementsAttr dense
            && hash == dense.hash
            && splat == dense.splat
            && type.equals(dense.type)
            && Arrays.equals(data, dense.data));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
