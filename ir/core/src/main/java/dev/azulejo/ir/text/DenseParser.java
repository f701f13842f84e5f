// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.diag.Location;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code dense<[[1, 2], [3, 4]]> : tensor<2x2xi32>}. The type stands behind the elements, so
 * these are kept as they are written until it is known.
 */
final class DenseParser {
  private static final long MAX_ELEMENTS = 1L << 26;

  private final AttributeParser parser;
  private final Lexer lexer;
  private final List<int[]> literals = new ArrayList<>();
  private @Nullable List<Long> shape;
  private @Nullable String hex;
  private boolean scalar;

  DenseParser(AttributeParser parser) {
    this.parser = parser;
    this.lexer = parser.lexer();
  }

  Attribute parse() {
    Location place = parser.location();
    lexer.next();
    parser.expect("<");
    if (lexer.kind() == TokenKind.STRING) {
      hex = parser.string();
    } else if (!parser.at(">")) {
      scalar = !parser.at("[");
      shape = tree();
    }
    parser.expect(">");
    parser.expect(":");
    Location typeAt = parser.location();
    if (!(parser.type() instanceof ShapedType type)) {
      throw parser.error(typeAt, "elements literal must be a shaped type");
    }
    if (!type.hasStaticShape()) {
      throw parser.error(typeAt, "elements literal type must have static shape");
    }
    boolean isPossible =
        type.elementType() instanceof IntegerType
            || type.elementType() instanceof FloatType
            || type.elementType() instanceof IndexType;
    if (!isPossible) {
      throw parser.error(typeAt, "elements literal must have integer or floating-point elements");
    }
    if (hex != null) {
      return DenseElementsAttr.of(type, fromHex(place, type, hex));
    }
    checkShape(place, type);
    int end = lexer.start();
    int previous = lexer.previousEnd();
    List<BigInteger> elements = new ArrayList<>(literals.size());
    for (int[] range : literals) {
      elements.add(element(range[0], type.elementType()));
    }
    lexer.rewind(end, previous);
    return DenseElementsAttr.of(type, elements);
  }

  /** Remembers where the literals stand, and returns the shape that their brackets make. */
  private List<Long> tree() {
    if (!parser.at("[")) {
      int start = lexer.start();
      parser.accept("-");
      boolean isLiteral =
          lexer.kind() == TokenKind.INTEGER
              || lexer.kind() == TokenKind.FLOAT
              || parser.at("true")
              || parser.at("false");
      if (!isLiteral) {
        throw parser.unexpected("expected element literal of primitive type");
      }
      literals.add(new int[] {start});
      lexer.next();
      return new ArrayList<>();
    }
    List<List<Long>> inner = new ArrayList<>();
    parser.list("[", "]", () -> inner.add(parser.nested(this::tree)));
    for (List<Long> other : inner) {
      if (!other.equals(inner.getFirst())) {
        throw parser.unexpected(
            "tensor literal is invalid; ranks are not consistent between elements");
      }
    }
    List<Long> dimensions = new ArrayList<>();
    dimensions.add((long) inner.size());
    if (!inner.isEmpty()) {
      dimensions.addAll(inner.getFirst());
    }
    return dimensions;
  }

  private void checkShape(Location place, ShapedType type) {
    if (shape == null || literals.isEmpty()) {
      if (type.elementCount() != 0) {
        throw parser.error(
            place,
            "parsed zero elements, but type ('%s') expected at least 1",
            AsmText.ofType(type));
      }
      return;
    }
    List<Long> wanted = Arrays.stream(type.shape()).boxed().toList();
    if (!scalar && !shape.equals(wanted)) {
      throw parser.error(
          place,
          "inferred shape of elements literal (%s) does not match type (%s)",
          shape,
          wanted);
    }
  }

  private BigInteger element(int start, Type type) {
    lexer.rewind(start, start);
    Location place = parser.location();
    if (parser.at("true") || parser.at("false")) {
      if (!type.equals(IntegerType.I1)) {
        throw parser.error(place, "expected i1 type for 'true' or 'false' values");
      }
      return parser.at("true") ? BigInteger.ONE.negate() : BigInteger.ZERO;
    }
    return switch (parser.attribute(type)) {
      case FloatAttr real -> real.bits();
      case IntegerAttr integer -> integer.value();
      default -> throw parser.error(place, "expected integer elements");
    };
  }

  private List<BigInteger> fromHex(Location place, ShapedType type, String text) {
    boolean wellFormed =
        text.startsWith("0x")
            && text.length() % 2 == 0
            && text.substring(2).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    if (!wellFormed) {
      throw parser.error(place, "expected string containing hex digits starting with `0x`");
    }
    int bytes = DenseElementsAttr.elementBytes(type.elementType());
    byte[] data = java.util.HexFormat.of().parseHex(text.substring(2));
    long count = type.elementCount();
    boolean packed = type.elementType().equals(IntegerType.I1);
    long wanted = packed ? (count + 7) / 8 : count * bytes;
    boolean splat = data.length == bytes && count != 0;
    if ((data.length != wanted && !splat) || count > MAX_ELEMENTS) {
      throw parser.error(
          place,
          "elements hex data size is invalid for provided type: '%s'",
          AsmText.ofType(type));
    }
    List<BigInteger> elements = new ArrayList<>();
    if (packed && !splat) {
      for (int i = 0; i < count; i++) {
        boolean bit = (data[i / 8] >> i % 8 & 1) != 0;
        elements.add(bit ? BigInteger.ONE.negate() : BigInteger.ZERO);
      }
      return elements;
    }
    for (int i = 0; i < data.length; i += bytes) {
      byte[] big = new byte[bytes];
      for (int b = 0; b < bytes; b++) {
        big[bytes - 1 - b] = data[i + b];
      }
      BigInteger bits = new BigInteger(1, big);
      elements.add(
          type.elementType() instanceof FloatType
              ? bits
              : IntegerAttr.of(type.elementType(), bits).value());
    }
    return elements;
  }
}
