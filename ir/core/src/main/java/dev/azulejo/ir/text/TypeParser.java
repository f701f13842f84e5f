// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.ComplexType;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.NoneType;
import dev.azulejo.ir.builtin.OpaqueType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.StridedLayoutAttr;
import dev.azulejo.ir.builtin.TupleType;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.number.FloatFormat;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads types. */
final class TypeParser {
  private static final int MOST_WIDTH_DIGITS = 9;

  private final AttributeParser parser;
  private final Lexer lexer;
  private final ShapedTypeParser shaped;
  private final Map<String, Type> words = new HashMap<>();
  private final Map<Type, Type> interned = new HashMap<>();

  TypeParser(AttributeParser parser) {
    this.parser = parser;
    this.lexer = parser.lexer();
    this.shaped = new ShapedTypeParser(parser);
    words.put("index", IndexType.INSTANCE);
    words.put("none", NoneType.INSTANCE);
    for (FloatFormat format : FloatFormat.values()) {
      words.put(format.keyword(), FloatType.of(format));
    }
  }

  /** Takes a type; equal types come out as one object. */
  Type parse() {
    if (lexer.kind() == TokenKind.BARE_ID) {
      Type simple = simple(lexer.spelling());
      if (simple != null) {
        lexer.next();
        return simple;
      }
    }
    Type read = compound();
    Type earlier = interned.putIfAbsent(read, read);
    return earlier == null ? read : earlier;
  }

  private Type compound() {
    if (parser.at("(")) {
      return function();
    }
    if (lexer.kind() == TokenKind.BANG_ID) {
      return aliasOrDialect();
    }
    if (parser.at("vector")) {
      return shaped.vector();
    }
    if (parser.at("tensor")) {
      return shaped.tensor();
    }
    if (parser.at("memref")) {
      return shaped.memref();
    }
    if (parser.at("complex")) {
      return complex();
    }
    if (parser.at("tuple")) {
      return tuple();
    }
    throw parser.unexpected("expected non-function type");
  }

  /** Does a word begin a type? */
  boolean isTypeWord(String word) {
    return switch (word) {
      case "vector", "tensor", "memref", "complex", "tuple" -> true;
      default -> words.containsKey(word) || isInteger(word);
    };
  }

  private @Nullable Type simple(String word) {
    Type known = words.get(word);
    if (known != null || !isInteger(word)) {
      return known;
    }
    Type type = integer(word);
    words.put(word, type);
    return type;
  }

  private static boolean isInteger(String word) {
    int start = word.startsWith("si") || word.startsWith("ui") ? 2 : 1;
    if (word.length() <= start || (start == 1 && word.charAt(0) != 'i')) {
      return false;
    }
    for (int i = start; i < word.length(); i++) {
      if (!Lexer.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private Type integer(String word) {
    IntegerType.Signedness signedness =
        switch (word.charAt(0)) {
          case 's' -> IntegerType.Signedness.SIGNED;
          case 'u' -> IntegerType.Signedness.UNSIGNED;
          default -> IntegerType.Signedness.SIGNLESS;
        };
    String digits = word.substring(signedness.prefix().length());
    if (digits.length() > MOST_WIDTH_DIGITS) {
      throw parser.error(parser.location(), "invalid integer width");
    }
    int width = Integer.parseInt(digits);
    if (width > IntegerType.MAX_WIDTH) {
      throw parser.error(
          parser.location(), "integer bitwidth is limited to %d bits", IntegerType.MAX_WIDTH);
    }
    return IntegerType.of(width, signedness);
  }

  private Type function() {
    List<Type> inputs = types();
    parser.expect("->", "expected '->' in function type");
    return FunctionType.of(inputs, parser.at("(") ? types() : List.of(parser.type()));
  }

  private List<Type> types() {
    List<Type> types = new ArrayList<>();
    parser.list("(", ")", () -> types.add(parser.type()));
    return types;
  }

  private Type aliasOrDialect() {
    String name = lexer.spellingFrom(1);
    boolean isDialect = name.indexOf('.') >= 0 || lexer.at(lexer.end()) == '<';
    return isDialect ? dialectType(name) : parser.aliases().type();
  }

  private Type dialectType(String name) {
    Location place = parser.location();
    DialectText text = DialectText.read(parser, name);
    Dialect dialect = parser.known().dialect(text.dialect());
    if (dialect != null) {
      Type type = text.parse(parser, mnemonic -> dialect.parseType(parser, mnemonic));
      if (type == null) {
        throw parser.error(
            place, "unknown type '%s' in dialect '%s'", text.mnemonic(), text.dialect());
      }
      return type;
    }
    parser.requireUnregistered(
        place, "!" + text.dialect() + "<" + AsmText.quote(text.body()) + "> type");
    text.skip(parser);
    return new OpaqueType(text.dialect(), text.body());
  }

  private Type complex() {
    lexer.next();
    parser.expect("<", "expected '<' in complex type");
    Location place = parser.location();
    Type element = parser.type();
    if (!(element instanceof IntegerType) && !(element instanceof FloatType)) {
      throw parser.error(place, "invalid element type for complex");
    }
    parser.expect(">", "expected '>' in complex type");
    return ComplexType.of(element);
  }

  private Type tuple() {
    lexer.next();
    List<Type> types = new ArrayList<>();
    parser.listIn("tuple type", "<", ">", () -> types.add(parser.type()));
    return TupleType.of(types);
  }

  /** Takes {@code strided<[8, 1], offset: 3>}. */
  Attribute strided() {
    lexer.next();
    parser.expect("<", "expected '<' after 'strided'");
    List<Long> strides = new ArrayList<>();
    parser.list("[", "]", () -> strides.add(stride()));
    long offset = 0;
    if (!parser.at(">")) {
      parser.expect(",");
      parser.expect("offset", "expected 'offset' after comma");
      parser.expect(":", "expected ':' after 'offset'");
      offset = stride();
    }
    parser.expect(">");
    return StridedLayoutAttr.of(strides, offset);
  }

  private long stride() {
    if (parser.accept("?")) {
      return ShapedType.DYNAMIC;
    }
    boolean negative = parser.accept("-");
    Location place = parser.location();
    BigInteger size = lexer.kind() == TokenKind.INTEGER ? parser.magnitude() : null;
    if (size == null || size.bitLength() >= Long.SIZE) {
      throw parser.error(place, "expected a 64-bit signed integer or '?'");
    }
    return negative ? -size.longValue() : size.longValue();
  }
}
