// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.ComplexType;
import dev.azulejo.ir.builtin.DenseAttr;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.DenseStringElementsAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.diag.Location;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.impl.factory.primitive.IntLists;
import org.jspecify.annotations.Nullable;

/**
 * A tree of literals, {@code [[1, 2], [3, 4]]}, or one alone. Their type stands behind them, so
 * where they stand is remembered until it is known, and then they are read.
 */
final class ElementsLiteral {
  private static final long MAX_UNPACKED = 1L << 30;
  private static final long MAX_WIDE_BYTES = 1L << 28;

  private final AttributeParser parser;
  private final Lexer lexer;
  private final MutableIntList leaves = IntLists.mutable.empty();
  private @Nullable List<Long> shape;
  private @Nullable String text;
  private @Nullable Location textPlace;
  private boolean scalar;

  ElementsLiteral(AttributeParser parser) {
    this.parser = parser;
    this.lexer = parser.lexer();
  }

  /** Takes the literals; without this call there are none. */
  void read() {
    if (lexer.kind() == TokenKind.STRING) {
      textPlace = parser.location();
      text = lexer.stringValue();
    }
    scalar = !parser.at("[");
    shape = tree();
  }

  /** Are there no literals at all? */
  boolean isEmpty() {
    return leaves.isEmpty();
  }

  /** Is it one literal without brackets? */
  boolean isScalar() {
    return scalar;
  }

  /** Is it one string without brackets, which may be the bytes of all elements? */
  boolean isHexadecimal() {
    return text != null;
  }

  /** The shape that the brackets make. */
  List<Long> shape() {
    return shape == null ? List.of() : shape;
  }

  private List<Long> tree() {
    if (!parser.at("[")) {
      leaves.add(lexer.start());
      skipLeaf();
      return List.of();
    }
    parser.expect("[");
    long count = 0;
    List<Long> inner = List.of();
    if (!parser.at("]")) {
      do {
        List<Long> next = parser.nested(this::tree);
        if (count > 0 && !next.equals(inner)) {
          throw parser.unexpected(
              "tensor literal is invalid; ranks are not consistent between elements");
        }
        inner = next;
        count++;
      } while (parser.accept(","));
    }
    parser.expect("]");
    List<Long> dimensions = new ArrayList<>(inner.size() + 1);
    dimensions.add(count);
    dimensions.addAll(inner);
    return dimensions;
  }

  private void skipLeaf() {
    if (parser.accept("(")) {
      skipNumber();
      parser.expect(",", "expected ',' between complex elements");
      skipNumber();
      parser.expect(")", "expected ')' to close a complex element");
    } else if (lexer.kind() == TokenKind.STRING) {
      lexer.next();
    } else {
      skipNumber();
    }
  }

  private void skipNumber() {
    boolean negative = parser.accept("-");
    boolean isNumber = lexer.kind() == TokenKind.INTEGER || lexer.kind() == TokenKind.FLOAT;
    if (!isNumber && (negative || !(parser.at("true") || parser.at("false")))) {
      throw parser.unexpected(
          negative
              ? "expected integer or floating point literal"
              : "expected element literal of primitive type");
    }
    lexer.next();
  }

  /** The elements, once their type is known. */
  DenseAttr elements(Location start, ShapedType type) {
    Type element = type.elementType();
    boolean isNumber =
        element instanceof IntegerType
            || element instanceof FloatType
            || element instanceof IndexType
            || element instanceof ComplexType;
    if (isNumber && text != null && textPlace != null) {
      return DenseElementsAttr.ofBytes(type, bytes(start, textPlace, text, type));
    }
    checkShape(start, type);
    int next = lexer.start();
    int previous = lexer.previousEnd();
    DenseAttr elements = isNumber ? numbers(start, type) : strings(start, type);
    lexer.rewind(next, previous);
    return elements;
  }

  private void checkShape(Location start, ShapedType type) {
    List<Long> wanted = Arrays.stream(type.shape()).boxed().toList();
    if (shape == null) {
      if (!wanted.contains(0L)) {
        throw parser.error(
            start,
            "parsed zero elements, but type ('%s') expected at least 1",
            AsmText.ofType(type));
      }
    } else if (!scalar && !shape.equals(wanted)) {
      throw parser.error(
          start, "inferred shape of elements literal (%s) does not match type (%s)", shape, wanted);
    }
  }

  private DenseAttr numbers(Location start, ShapedType type) {
    List<BigInteger> numbers = new ArrayList<>(leaves.size());
    Type element = type.elementType();
    int bytes = DenseElementsAttr.elementBytes(element);
    if (bytes > 2 * Long.SIZE
        && ShapedType.saturatedProduct(leaves.size(), bytes) > MAX_WIDE_BYTES) {
      throw parser.error(start, "the elements take more than %d bytes", MAX_WIDE_BYTES);
    }
    Type number = element instanceof ComplexType complex ? complex.elementType() : element;
    for (int i = 0; i < leaves.size(); i++) {
      lexer.rewind(leaves.get(i), leaves.get(i));
      boolean isPair = parser.at("(");
      if (isPair != element instanceof ComplexType) {
        throw isPair
            ? parser.unexpected("expected scalar elements, but parsed a complex number")
            : parser.error(
                start,
                "parsed %d elements, but type ('%s') expected %d elements",
                leaves.size(),
                AsmText.ofType(element),
                2 * leaves.size());
      }
      parser.accept("(");
      numbers.add(number(number));
      if (isPair) {
        parser.expect(",");
        numbers.add(number(number));
      }
    }
    return DenseElementsAttr.of(type, numbers);
  }

  private BigInteger number(Type type) {
    if (lexer.kind() == TokenKind.STRING) {
      throw parser.unexpected("expected a number, but parsed a string");
    }
    return NumberParser.bits(parser.numbers().parse(type, NumberParser.Context.ELEMENT));
  }

  private DenseAttr strings(Location start, ShapedType type) {
    List<String> strings = new ArrayList<>(leaves.size());
    for (int i = 0; i < leaves.size(); i++) {
      lexer.rewind(leaves.get(i), leaves.get(i));
      if (lexer.kind() != TokenKind.STRING) {
        throw parser.error(start, "expected string token, got %s", lexer.spelling());
      }
      strings.add(lexer.stringValue());
    }
    return DenseStringElementsAttr.of(type, strings);
  }

  /** The bytes of one element or of all, of truth values eight in a byte. */
  private byte[] bytes(Location start, Location place, String hex, ShapedType type) {
    boolean wellFormed =
        hex.startsWith("0x")
            && hex.length() % 2 == 0
            && hex.chars().skip(2).allMatch(HexFormat::isHexDigit);
    if (!wellFormed) {
      throw parser.error(place, "expected string containing hex digits starting with `0x`");
    }
    byte[] data = HexFormat.of().parseHex(hex, 2, hex.length());
    long count = type.elementCount();
    boolean packed = type.elementType().equals(IntegerType.I1);
    int bytes = DenseElementsAttr.elementBytes(type.elementType());
    long wanted =
        packed ? count / 8 + (count % 8 == 0 ? 0 : 1) : ShapedType.saturatedProduct(count, bytes);
    if (packed && count != 0 && data.length == 1 && (data[0] == 0 || data[0] == -1)) {
      return new byte[] {data[0]};
    }
    boolean splat = !packed && data.length == bytes && count != 0;
    if ((data.length != wanted && !splat) || (packed && count > MAX_UNPACKED)) {
      throw parser.error(
          start, "elements hex data size is invalid for provided type: '%s'", AsmText.ofType(type));
    }
    return packed ? unpacked(data, (int) count) : data;
  }

  private static byte[] unpacked(byte[] packed, int count) {
    byte[] bits = new byte[count];
    for (int i = 0; i < count; i++) {
      bits[i] = (byte) (packed[i / 8] >> i % 8 & 1);
    }
    return bits;
  }
}
