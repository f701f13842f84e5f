// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

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
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/** Reads numbers as attributes. */
final class NumberParser {
  private final AttributeParser parser;
  private final Lexer lexer;

  NumberParser(AttributeParser parser) {
    this.parser = parser;
    this.lexer = parser.lexer();
  }

  /** A number as it is written. */
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
    Literal literal = literal();
    if (parser.accept(":")) {
      return value(literal, parser.type());
    }
    return value(literal, literal.isFloat() ? FloatType.F64 : IntegerType.I64);
  }

  /** Takes a number whose type is known. */
  TypedAttr parse(Type type) {
    if (parser.at("true") || parser.at("false")) {
      if (!type.equals(IntegerType.I1)) {
        throw parser.unexpected("expected i1 type for 'true' or 'false' values");
      }
      return IntegerAttr.bool("true".equals(parser.acceptKeyword()));
    }
    return value(literal(), type);
  }

  private Literal literal() {
    Location place = parser.location();
    boolean negative = parser.accept("-");
    if (lexer.kind() != TokenKind.INTEGER && lexer.kind() != TokenKind.FLOAT) {
      throw parser.unexpected(
          negative
              ? "expected constant integer or floating point value"
              : "expected integer literal");
    }
    Literal literal =
        new Literal(place, negative, lexer.spelling(), lexer.kind() == TokenKind.FLOAT);
    if (literal.text().length() > 10_000) {
      throw parser.error(place, "integer constant out of range for attribute");
    }
    lexer.next();
    return literal;
  }

  private TypedAttr value(Literal literal, Type type) {
    return switch (type) {
      case FloatType real -> real(literal, real);
      case IntegerType _, IndexType _ -> integer(literal, type);
      default ->
          throw parser.error(
              literal.place(),
              literal.isFloat()
                  ? "floating point value not valid for specified type"
                  : "integer literal not valid for specified type");
    };
  }

  private TypedAttr integer(Literal literal, Type type) {
    if (literal.isFloat()) {
      throw parser.error(literal.place(), "floating point value not valid for specified type");
    }
    BigInteger value = literal.integer();
    if (type instanceof IntegerType integer && integer.isUnsigned() && literal.negative()) {
      throw parser.error(
          literal.place(), "negative integer literal not valid for unsigned integer type");
    }
    if (!fits(value, type)) {
      throw parser.error(literal.place(), "integer constant out of range for attribute");
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
      case SIGNLESS ->
          value.signum() >= 0 ? value.bitLength() <= width : value.bitLength() < width;
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
                  literal.place(),
                  "unexpected decimal integer literal for a floating point value")
              .note(literal.place(), "add a trailing dot to make the literal a float"));
    }
    String sign = literal.negative() ? "-" : "";
    return FloatAttr.ofBits(type, type.format().readDecimal(sign + literal.text()));
  }

  /** Takes {@code array<i32: 1, 2>}. */
  Attribute array() {
    lexer.next();
    parser.expect("<");
    Location place = parser.location();
    Type type = parser.type();
    boolean isPossible =
        type instanceof FloatType real && real.width() <= Long.SIZE
            || type instanceof IntegerType integer
                && integer.width() <= Long.SIZE
                && (integer.width() == 1 || integer.width() % 8 == 0)
                && integer.width() > 0;
    if (!isPossible) {
      throw parser.error(
          place,
          type instanceof IntegerType
              ? "element type bitwidth must be a multiple of 8"
              : "element type must be an integer or floating-point type");
    }
    MutableLongList bits = LongLists.mutable.empty();
    if (parser.accept(">")) {
      return DenseArrayAttr.of(type);
    }
    if (!parser.accept(":")) {
      throw parser.unexpected("expected ':' after dense array type");
    }
    do {
      bits.add(bits(parse(type)));
    } while (parser.accept(","));
    parser.expect(">");
    return DenseArrayAttr.of(type, bits.toArray());
  }

  private static long bits(TypedAttr value) {
    return switch (value) {
      case FloatAttr real -> real.bits().longValue();
      case IntegerAttr integer -> integer.longValue();
      default -> 0;
    };
  }
}
