// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads numbers as attributes. */
final class NumberParser {
  /** The most digits of a number: reading takes time in their square. */
  static final int MAX_DIGITS = 10_000;

  private final AttributeParser parser;
  private final Lexer lexer;

  NumberParser(AttributeParser parser) {
    this.parser = parser;
    this.lexer = parser.lexer();
  }

  /** Where a number stands, which decides the words of errors. */
  enum Context {
    /** An attribute of its own. */
    ATTRIBUTE(
        "integer constant out of range for attribute",
        "negative integer literal not valid for unsigned integer type",
        "floating point value not valid for specified type"),
    /** In {@code array<...>}. */
    ARRAY(
        "integer constant out of range",
        "negative integer literal not valid for unsigned integer type",
        "expected integer literal"),
    /** In {@code dense<...>} or {@code sparse<...>}. */
    ELEMENT(
        "integer constant out of range for type",
        "expected unsigned integer elements, but parsed negative value",
        "expected integer elements, but parsed floating-point");

    private final String outOfRange;
    private final String negative;
    private final String notInteger;

    Context(String outOfRange, String negative, String notInteger) {
      this.outOfRange = outOfRange;
      this.negative = negative;
      this.notInteger = notInteger;
    }
  }

  /** A number as it is written; the place is that of its digits. */
  private record Literal(Location place, boolean negative, String text, boolean isFloat) {
    boolean isHexadecimal() {
      return !isFloat && text.startsWith("0x");
    }

    BigInteger magnitude() {
      return isHexadecimal() ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
    }

    BigInteger integer() {
      return negative ? magnitude().negate() : magnitude();
    }
  }

  /** Does a number come next? */
  boolean isNext() {
    return lexer.kind() == TokenKind.INTEGER
        || lexer.kind() == TokenKind.FLOAT
        || parser.at("-")
        || parser.at("true")
        || parser.at("false");
  }

  /** Takes a number with an optional type behind it. */
  Attribute parse() {
    Literal literal = literal("expected constant integer or floating point value");
    Type type =
        parser.accept(":") ? parser.type() : literal.isFloat() ? FloatType.F64 : IntegerType.I64;
    return value(literal, type, Context.ATTRIBUTE);
  }

  /** Takes a number whose type is known. */
  TypedAttr parse(Type type, Context context) {
    boolean isFloat = type instanceof FloatType;
    if (parser.at("true") || parser.at("false")) {
      if (!type.equals(IntegerType.I1)) {
        throw parser.unexpected(
            isFloat
                ? "expected floating point literal"
                : "expected i1 type for 'true' or 'false' values");
      }
      return IntegerAttr.bool("true".equals(parser.acceptKeyword()));
    }
    if (context == Context.ARRAY && type.equals(IntegerType.I1)) {
      throw parser.unexpected("expected 'true' or 'false' values for i1 type");
    }
    Literal literal =
        literal(isFloat ? "expected floating point literal" : "expected integer literal");
    return value(literal, type, context);
  }

  private Literal literal(String message) {
    boolean negative = parser.accept("-");
    if (lexer.kind() != TokenKind.INTEGER && lexer.kind() != TokenKind.FLOAT) {
      throw parser.unexpected(message);
    }
    Location place = parser.location();
    Literal literal =
        new Literal(place, negative, lexer.spelling(), lexer.kind() == TokenKind.FLOAT);
    if (literal.text().length() > MAX_DIGITS) {
      throw parser.error(place, "number literals have at most %d digits", MAX_DIGITS);
    }
    lexer.next();
    return literal;
  }

  private TypedAttr value(Literal literal, Type type, Context context) {
    return switch (type) {
      case FloatType real -> real(literal, real);
      case IntegerType _, IndexType _ -> integer(literal, type, context);
      default ->
          throw parser.error(
              literal.place(),
              literal.isFloat()
                  ? "floating point value not valid for specified type"
                  : "integer literal not valid for specified type");
    };
  }

  private TypedAttr integer(Literal literal, Type type, Context context) {
    if (literal.isFloat()) {
      throw parser.error(literal.place(), "%s", context.notInteger);
    }
    BigInteger value = literal.integer();
    if (type instanceof IntegerType integer && integer.isUnsigned() && literal.negative()) {
      throw parser.error(literal.place(), "%s", context.negative);
    }
    if (!fits(value, type)) {
      throw parser.error(literal.place(), "%s", context.outOfRange);
    }
    return IntegerAttr.of(type, value);
  }

  private static boolean fits(BigInteger value, Type type) {
    if (!(type instanceof IntegerType integer)) {
      return value.bitLength() < Long.SIZE;
    }
    int width = integer.width();
    return switch (integer.signedness()) {
      case SIGNED -> width > 0 ? value.bitLength() < width : value.signum() == 0;
      case UNSIGNED -> value.bitLength() <= width;
      case SIGNLESS -> value.signum() >= 0 ? value.bitLength() <= width : value.bitLength() < width;
    };
  }

  private TypedAttr real(Literal literal, FloatType type) {
    if (literal.isHexadecimal()) {
      if (literal.negative()) {
        throw parser.error(
            literal.place(), "hexadecimal float literal should not have a leading minus");
      }
      BigInteger bits = literal.magnitude();
      if (bits.bitLength() > type.width()) {
        throw parser.error(literal.place(), "hexadecimal float constant out of range for type");
      }
      return FloatAttr.ofBits(type, bits);
    }
    if (!literal.isFloat()) {
      throw new ParseFailure(
          Diagnostic.error(
                  literal.place(), "unexpected decimal integer literal for a floating point value")
              .note(literal.place(), "add a trailing dot to make the literal a float"));
    }
    String sign = literal.negative() ? "-" : "";
    return FloatAttr.ofBits(type, type.format().readDecimal(sign + literal.text()));
  }

  /** Takes {@code array<i32: 1, 2>}. */
  Attribute array() {
    lexer.next();
    parser.expect("<", "expected '<' after 'array'");
    Location place = parser.location();
    Type type = parser.type();
    checkElement(place, type);
    List<BigInteger> bits = new ArrayList<>();
    if (!parser.accept(">")) {
      parser.expect(":", "expected ':' after dense array type");
      do {
        bits.add(bits(parse(type, Context.ARRAY)));
      } while (parser.accept(","));
      parser.expect(">", "expected '>' to close an array attribute");
    }
    return DenseArrayAttr.of(type, bits);
  }

  private void checkElement(Location place, Type type) {
    int width =
        switch (type) {
          case IntegerType integer -> integer.width() == 1 ? 8 : integer.width();
          case FloatType real -> real.width();
          default ->
              throw parser.error(
                  place, "expected integer or float type, got: '%s'", AsmText.ofType(type));
        };
    if (width % 8 != 0) {
      throw parser.error(place, "element type bitwidth must be a multiple of 8");
    }
  }

  /** An integer as it is, a floating-point number as its bits. */
  static BigInteger bits(TypedAttr number) {
    return switch (number) {
      case FloatAttr real -> real.bits();
      case IntegerAttr integer -> integer.value();
      default -> throw new IllegalArgumentException("not a number: " + number);
    };
  }
}
