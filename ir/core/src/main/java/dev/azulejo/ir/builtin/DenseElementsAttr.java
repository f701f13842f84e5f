// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Elements of a shape: {@code dense<[1, 2]> : tensor<2xi32>}. Equal elements are kept once, as a
 * splat.
 */
public final class DenseElementsAttr implements TypedAttr {
  private static final int MOST_AS_LIST = 100;

  private final ShapedType type;
  private final BigInteger[] bits;
  private final int hash;

  private DenseElementsAttr(ShapedType type, BigInteger[] bits) {
    this.type = type;
    this.bits = bits;
    this.hash = Arrays.hashCode(bits) * 31 + type.hashCode();
  }

  /**
   * Elements in row-major order.
   *
   * @param elements integers as they are, floating-point numbers as their bits; one for a splat
   */
  public static DenseElementsAttr of(ShapedType type, List<BigInteger> elements) {
    boolean splat = !elements.isEmpty();
    for (BigInteger element : elements) {
      splat &= element.equals(elements.getFirst());
    }
    List<BigInteger> kept = splat ? elements.subList(0, 1) : elements;
    return new DenseElementsAttr(type, kept.toArray(BigInteger[]::new));
  }

  @Override
  public ShapedType type() {
    return type;
  }

  /** Are all elements equal? */
  public boolean isSplat() {
    return bits.length == 1;
  }

  /** How many elements there are. */
  public long size() {
    return type.elementCount();
  }

  /** The bits of an element, by its place in row-major order. */
  public BigInteger bits(int place) {
    return bits[isSplat() ? 0 : place];
  }

  /** An element as an attribute of its own. */
  public TypedAttr element(int place) {
    Type elementType = type.elementType();
    return elementType instanceof FloatType real
        ? FloatAttr.ofBits(real, bits(place))
        : IntegerAttr.of(elementType, bits(place));
  }

  @Override
  public void print(AsmPrinter printer) {
    printWithoutType(printer);
    printer.text(" : ").type(type);
  }

  @Override
  public void printWithoutType(AsmPrinter printer) {
    printer.text("dense<");
    if (isSplat()) {
      printer.attributeWithoutType(element(0));
    } else if (bits.length > MOST_AS_LIST) {
      printer.text("\"0x").text(hex()).text("\"");
    } else if (bits.length > 0) {
      list(0, 0, printer);
    }
    printer.text(">");
  }

  private int list(int dimension, int first, AsmPrinter printer) {
    long[] shape = type.shape();
    if (dimension == shape.length) {
      printer.attributeWithoutType(element(first));
      return first + 1;
    }
    int next = first;
    printer.text("[");
    for (long i = 0; i < shape[dimension]; i++) {
      printer.text(i == 0 ? "" : ", ");
      next = list(dimension + 1, next, printer);
    }
    printer.text("]");
    return next;
  }

  /** The elements as little-endian bytes, each rounded up to whole ones; i1 is packed. */
  private String hex() {
    StringBuilder text = new StringBuilder();
    if (type.elementType().equals(IntegerType.I1)) {
      byte[] packed = new byte[(bits.length + 7) / 8];
      for (int i = 0; i < bits.length; i++) {
        packed[i / 8] |= (byte) (bits[i].signum() == 0 ? 0 : 1 << i % 8);
      }
      for (byte b : packed) {
        text.append(String.format(Locale.ROOT, "%02X", b));
      }
      return text.toString();
    }
    int bytes = elementBytes(type.elementType());
    for (BigInteger element : bits) {
      for (int i = 0; i < bytes; i++) {
        text.append(
            String.format(Locale.ROOT, "%02X", element.shiftRight(8 * i).intValue() & 0xff));
      }
    }
    return text.toString();
  }

  /** How many bytes an element takes in the hexadecimal form. */
  public static int elementBytes(Type elementType) {
    int width =
        switch (elementType) {
          case IntegerType integer -> integer.width();
          case FloatType real -> real.width();
          default -> Long.SIZE;
        };
    return Math.max(1, (width + 7) / 8);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof DenseElementsAttr dense
            && hash == dense.hash
            && type.equals(dense.type)
            && Arrays.equals(bits, dense.bits));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
