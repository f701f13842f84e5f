// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.affine.AffineExpr;
import dev.azulejo.ir.affine.AffineMap;
import dev.azulejo.ir.affine.AffineOperator;
import dev.azulejo.ir.affine.IntegerSet;
import dev.azulejo.ir.builtin.AffineMapAttr;
import dev.azulejo.ir.builtin.IntegerSetAttr;
import dev.azulejo.ir.diag.Location;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code affine_map<...>} and {@code affine_set<...>}, one of them. */
final class AffineParser {
  // Walks over expressions are recursive.
  private static final int MAX_DEPTH = 1000;

  private final AttributeParser parser;
  private final Lexer lexer;
  private final Map<String, AffineExpr> names = new HashMap<>();
  private int dimensions;
  private int symbols;

  AffineParser(AttributeParser parser) {
    this.parser = parser;
    this.lexer = parser.lexer();
  }

  AffineMapAttr map() {
    lexer.next();
    parser.expect("<", "expected '<' in affine map");
    AffineMap map = bareMap();
    parser.expect(">", "expected '>' in affine map");
    return AffineMapAttr.of(map);
  }

  AffineMap bareMap() {
    Location start = parser.location();
    space();
    if (parser.at(":")) {
      throw parser.error(start, "expected AffineMap, but got IntegerSet");
    }
    parser.expect("->", "expected '->' or ':'");
    List<AffineExpr> results = new ArrayList<>();
    parser.listIn("affine map range", "(", ")", () -> results.add(sum()));
    return AffineMap.of(dimensions, symbols, results);
  }

  IntegerSetAttr set() {
    lexer.next();
    parser.expect("<", "expected '<' in integer set");
    Location start = parser.location();
    space();
    if (parser.at("->")) {
      throw parser.error(start, "expected IntegerSet, but got AffineMap");
    }
    parser.expect(":", "expected '->' or ':'");
    List<IntegerSet.Constraint> constraints = new ArrayList<>();
    parser.listIn("integer set constraint list", "(", ")", () -> constraints.add(constraint()));
    parser.expect(">", "expected '>' in integer set");
    return IntegerSetAttr.of(IntegerSet.of(dimensions, symbols, constraints));
  }

  private void space() {
    parser.listIn(
        "dimensional identifier list", "(", ")", () -> name(AffineExpr.dimension(dimensions++)));
    if (parser.at("[")) {
      parser.listIn("symbol list", "[", "]", () -> name(AffineExpr.symbol(symbols++)));
    }
  }

  private void name(AffineExpr expr) {
    Location place = parser.location();
    String name = parser.keyword("bare identifier");
    if (names.put(name, expr) != null) {
      throw parser.error(place, "redefinition of identifier '%s'", name);
    }
  }

  /** {@code a >= b}, {@code a <= b} or {@code a == b}. */
  private IntegerSet.Constraint constraint() {
    AffineExpr lhs = sum();
    boolean less = parser.at("<");
    boolean equal = parser.at("=");
    boolean known = parser.accept(">") || parser.accept("<") || parser.accept("=");
    if (!known || !parser.accept("=")) {
      throw parser.unexpected(
          "expected '== affine-expr' or '>= affine-expr' at end of affine constraint");
    }
    AffineExpr rhs = sum();
    return new IntegerSet.Constraint(less ? rhs.minus(lhs) : lhs.minus(rhs), equal);
  }

  // --- Expressions ------------------------------------------------------------------------------

  private AffineExpr sum() {
    AffineExpr left = product(false);
    while (parser.at("+") || parser.at("-")) {
      boolean minus = parser.at("-");
      lexer.next();
      AffineExpr right = product(true);
      left = bounded(minus ? left.minus(right) : left.plus(right));
    }
    return left;
  }

  private AffineExpr product(boolean isRight) {
    AffineExpr left = factor(isRight);
    AffineOperator operator = productOperator();
    while (operator != null) {
      Location place = parser.location();
      lexer.next();
      AffineExpr right = factor(true);
      if (operator == AffineOperator.MUL) {
        if (!left.isSymbolic() && !right.isSymbolic()) {
          throw parser.error(
              place,
              "non-affine expression: at least one of the multiply operands has to be either a"
                  + " constant or symbolic");
        }
      } else if (!right.isSymbolic()) {
        throw parser.error(
            place,
            "non-affine expression: right operand of %s has to be either a constant or symbolic",
            operator.spelling());
      }
      left = bounded(AffineExpr.of(operator, left, right));
      operator = productOperator();
    }
    return left;
  }

  private @Nullable AffineOperator productOperator() {
    return switch (lexer.kind()) {
      case BARE_ID, PUNCTUATION ->
          parser.at("*")
              ? AffineOperator.MUL
              : parser.at("floordiv")
                  ? AffineOperator.FLOOR_DIV
                  : parser.at("ceildiv")
                      ? AffineOperator.CEIL_DIV
                      : parser.at("mod") ? AffineOperator.MOD : null;
      default -> null;
    };
  }

  private AffineExpr factor(boolean isRight) {
    if (lexer.kind() == TokenKind.INTEGER) {
      return constant();
    }
    if (lexer.kind() == TokenKind.BARE_ID) {
      AffineExpr expr = names.get(lexer.spelling());
      if (expr == null) {
        throw parser.unexpected("use of undeclared identifier");
      }
      lexer.next();
      return expr;
    }
    if (parser.accept("-")) {
      return bounded(parser.nested(() -> factor(false)).negated());
    }
    if (parser.accept("(")) {
      if (parser.at(")")) {
        throw parser.unexpected("no expression inside parentheses");
      }
      AffineExpr inner = parser.nested(this::sum);
      parser.expect(")");
      return inner;
    }
    if (isRight) {
      throw parser.unexpected("missing right operand of binary operator");
    }
    throw parser.unexpected(
        parser.at("+") || parser.at("*")
            ? "missing left operand of binary operator"
            : "expected affine expression");
  }

  private AffineExpr constant() {
    Location place = parser.location();
    BigInteger value = parser.magnitude();
    if (value.bitLength() >= Long.SIZE) {
      throw parser.error(place, "constant too large for index");
    }
    return AffineExpr.constant(value.longValue());
  }

  private AffineExpr bounded(AffineExpr expr) {
    if (expr.depth() > MAX_DEPTH) {
      throw parser.unexpected("affine expressions are nested more than " + MAX_DEPTH + " deep");
    }
    return expr;
  }
}
