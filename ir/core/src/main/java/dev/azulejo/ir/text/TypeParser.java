// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.ComplexType;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.NoneType;
import dev.azulejo.ir.builtin.OpaqueAttr;
import dev.azulejo.ir.builtin.OpaqueType;
import dev.azulejo.ir.builtin.RankedTensorType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.StridedLayoutAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.TupleType;
import dev.azulejo.ir.builtin.UnrankedMemRefType;
import dev.azulejo.ir.builtin.UnrankedTensorType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.number.FloatFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.api.list.primitive.MutableBooleanList;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.BooleanLists;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.jspecify.annotations.Nullable;

/** Reads types. */
final class TypeParser {
  private final AttributeParser parser;
  private final Lexer lexer;

  TypeParser(AttributeParser parser) {
    this.parser = parser;
    this.lexer = parser.lexer();
  }

  Type parse() {
    if (parser.at("(")) {
      return function();
    }
    if (lexer.kind() == TokenKind.BANG_ID) {
      return aliasOrDialect();
    }
    if (lexer.kind() != TokenKind.BARE_ID) {
      throw parser.unexpected("expected non-function type");
    }
    String word = lexer.spelling();
    Type simple = simple(word);
    if (simple != null) {
      lexer.next();
      return simple;
    }
    return switch (word) {
      case "vector" -> vector();
      case "tensor" -> tensor();
      case "memref" -> memref();
      case "complex" -> complex();
      case "tuple" -> tuple();
      default -> throw parser.unexpected("expected non-function type");
    };
  }

  /** Does a word begin a type? */
  boolean isTypeWord(String word) {
    return switch (word) {
      case "vector", "tensor", "memref", "complex", "tuple", "index", "none" -> true;
      default -> isInteger(word) || FloatFormat.named(word).isPresent();
    };
  }

  private @Nullable Type simple(String word) {
    if (word.equals("index")) {
      return IndexType.INSTANCE;
    }
    if (word.equals("none")) {
      return NoneType.INSTANCE;
    }
    if (isInteger(word)) {
      return integer(word);
    }
    Optional<FloatFormat> format = FloatFormat.named(word);
    return format.isPresent() ? FloatType.of(format.get()) : null;
  }

  private static boolean isInteger(String word) {
    int start = word.startsWith("si") || word.startsWith("ui") ? 2 : 1;
    return (start == 2 || word.startsWith("i"))
        && word.length() > start
        && word.substring(start).chars().allMatch(Lexer::isDigit);
  }

  private Type integer(String word) {
    IntegerType.Signedness signedness =
        switch (word.charAt(0)) {
          case 's' -> IntegerType.Signedness.SIGNED;
          case 'u' -> IntegerType.Signedness.UNSIGNED;
          default -> IntegerType.Signedness.SIGNLESS;
        };
    String digits = word.substring(signedness.prefix().length());
    int width = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (width > IntegerType.MAX_WIDTH) {
      throw parser.error(
          parser.location(), "integer bitwidth is limited to %d bits", IntegerType.MAX_WIDTH);
    }
    return IntegerType.of(width, signedness);
  }

  private Type function() {
    List<Type> inputs = new ArrayList<>();
    parser.list("(", ")", () -> inputs.add(parser.type()));
    parser.expect("->");
    List<Type> results = new ArrayList<>();
    if (parser.at("(")) {
      parser.list("(", ")", () -> results.add(parser.type()));
    } else {
      results.add(parser.type());
    }
    return FunctionType.of(inputs, results);
  }

  private Type aliasOrDialect() {
    Location place = parser.location();
    String name = lexer.spellingFrom(1);
    boolean isDialect = name.indexOf('.') >= 0 || lexer.at(lexer.end()) == '<';
    if (!isDialect) {
      Type alias = parser.typeAlias(name);
      lexer.next();
      return alias;
    }
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
    parser.expect("<");
    Location place = parser.location();
    Type element = parser.type();
    if (!(element instanceof IntegerType) && !(element instanceof FloatType)) {
      throw parser.error(place, "invalid element type for complex");
    }
    parser.expect(">");
    return new ComplexType(element);
  }

  private Type tuple() {
    lexer.next();
    List<Type> types = new ArrayList<>();
    parser.list("<", ">", () -> types.add(parser.type()));
    return new TupleType(types);
  }

  private Type vector() {
    lexer.next();
    parser.expect("<");
    MutableLongList shape = LongLists.mutable.empty();
    MutableBooleanList scalable = BooleanLists.mutable.empty();
    while (lexer.kind() == TokenKind.INTEGER || parser.at("[")) {
      Location place = parser.location();
      boolean scaled = parser.accept("[");
      if (lexer.kind() != TokenKind.INTEGER) {
        throw parser.unexpected("expected integer in scalable dimension");
      }
      long size = scaled ? parser.checked(place, parser.magnitude()) : parser.dimensionNumber();
      if (scaled && !parser.accept("]")) {
        throw parser.unexpected("missing ']' closing scalable dimension");
      }
      if (size <= 0) {
        throw parser.error(place, "vector types must have positive constant sizes but got %d", size);
      }
      shape.add(size);
      scalable.add(scaled);
      parser.dimensionSeparator();
    }
    Location place = parser.location();
    Type element = parser.type();
    if (!isScalar(element)) {
      throw parser.error(place, "vector elements must be int/index/float type");
    }
    parser.expect(">");
    return VectorType.of(shape.toArray(), scalable.toArray(), element);
  }

  private static boolean isScalar(Type type) {
    return type instanceof IntegerType || type instanceof FloatType || type instanceof IndexType;
  }

  private static boolean isBuiltin(Type type) {
    return type.getClass().getPackage().equals(IntegerType.class.getPackage())
        && !(type instanceof OpaqueType);
  }

  private Type tensor() {
    lexer.next();
    parser.expect("<");
    boolean unranked = parser.accept("*");
    long[] shape = new long[0];
    if (unranked) {
      parser.dimensionSeparator();
    } else {
      shape = parser.dimensions();
    }
    Location place = parser.location();
    Type element = parser.type();
    boolean isElement =
        isScalar(element)
            || element instanceof ComplexType
            || element instanceof VectorType
            || !isBuiltin(element);
    if (!isElement) {
      throw parser.error(place, "invalid tensor element type");
    }
    Attribute encoding = parser.accept(",") ? parser.attribute() : null;
    if (!parser.accept(">")) {
      throw parser.unexpected("expected '>' in tensor type");
    }
    if (unranked && encoding != null) {
      throw parser.error(place, "cannot apply encoding to unranked tensor");
    }
    return unranked
        ? new UnrankedTensorType(element)
        : RankedTensorType.of(shape, element, encoding);
  }

  private Type memref() {
    Location start = parser.location();
    lexer.next();
    parser.expect("<");
    boolean unranked = parser.accept("*");
    long[] shape = new long[0];
    if (unranked) {
      parser.dimensionSeparator();
    } else {
      shape = parser.dimensions();
    }
    Location place = parser.location();
    Type element = parser.type();
    boolean isElement =
        isScalar(element)
            || element instanceof ComplexType
            || element instanceof VectorType
            || element instanceof MemRefType
            || element instanceof UnrankedMemRefType;
    if (!isElement) {
      throw parser.error(place, "invalid memref element type");
    }
    Attribute layout = null;
    Attribute space = null;
    while (parser.accept(",")) {
      Attribute part = parser.attribute();
      if (part instanceof StridedLayoutAttr strided) {
        if (layout != null || space != null) {
          throw parser.error(start, "expected memory space to be last in memref type");
        }
        if (strided.strides().size() != shape.length) {
          throw parser.error(start, "expected the number of strides to match the rank");
        }
        layout = part;
      } else if (space != null) {
        throw parser.error(start, "multiple memory spaces specified in memref type");
      } else {
        space = checkedSpace(start, part);
      }
    }
    if (!parser.accept(">")) {
      throw parser.unexpected("expected ',' or '>' in memref type");
    }
    return unranked
        ? new UnrankedMemRefType(element, orDefault(space))
        : MemRefType.of(shape, element, layout, orDefault(space));
  }

  private Attribute checkedSpace(Location place, Attribute space) {
    boolean possible =
        space instanceof IntegerAttr
            || space instanceof StringAttr
            || space instanceof DictionaryAttr
            || (!space.getClass().getPackage().equals(IntegerAttr.class.getPackage())
                && !(space instanceof OpaqueAttr));
    if (!possible) {
      throw parser.error(place, "unsupported memory space Attribute");
    }
    return space;
  }

  /** Space 0 is the default space. */
  private static @Nullable Attribute orDefault(@Nullable Attribute space) {
    return space instanceof IntegerAttr number && number.value().signum() == 0 ? null : space;
  }

  /** Takes {@code strided<[8, 1], offset: 3>}. */
  Attribute strided() {
    lexer.next();
    parser.expect("<");
    List<Long> strides = new ArrayList<>();
    parser.list("[", "]", () -> strides.add(stride()));
    long offset = 0;
    if (parser.accept(",")) {
      parser.expect("offset");
      parser.expect(":");
      offset = stride();
    }
    parser.expect(">");
    return StridedLayoutAttr.of(strides, offset);
  }

  private long stride() {
    return parser.accept("?") ? ShapedType.DYNAMIC : parser.integer();
  }
}
