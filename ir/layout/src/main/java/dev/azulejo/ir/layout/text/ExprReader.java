// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.text;

import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.IndexOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions. Products, quotients and remainders bind tightest and from the left, then sums,
 * then bit operations, of which different ones may not meet without parentheses.
 *
 * <pre>
 * expr    ::= sum (bitwise sum)*          bitwise ::= `and` | `or` | `xor`
 * sum     ::= product ((`+` | `-`) product)*
 * product ::= atom ((`*` | `floordiv` | `mod`) atom)*
 * atom    ::= number | `-` atom | `d`N | `s`N | `r` | `(` expr `)`
 *           | (`min` | `max` | `lt` | `eq`) `(` expr `,` expr `)`
 *           | `select` `(` expr `,` expr `,` expr `)`
 * </pre>
 *
 * <p>After a failure all methods return quickly and what they return means nothing; the first
 * failure is the one that counts.
 */
final class ExprReader {
  /** How deep parentheses may nest, and how many operations there may be: no layout needs more. */
  private static final int DEEPEST = 100;

  private static final int LARGEST = 1000;

  private final String source;
  private Token token;
  private int depth;
  private int size;
  private Reading.@Nullable Failed failure;

  ExprReader(String source) {
    this.source = source;
    this.token = Token.at(source, 0);
  }

  // --- Tokens -----------------------------------------------------------------------------------

  Token token() {
    return token;
  }

  Reading.@Nullable Failed failure() {
    return failure;
  }

  boolean hasFailed() {
    return failure != null;
  }

  /** Notes a failure, unless there was one, and goes to the end of the text. */
  void fail(int offset, String message) {
    if (failure == null) {
      failure = new Reading.Failed(offset, message);
      token = new Token(Token.Kind.END, source.length(), "");
    }
  }

  void next() {
    token = Token.at(source, token.offset() + token.text().length());
  }

  /** Takes a word or sign if it comes next. */
  boolean take(String text) {
    if (!token.is(text)) {
      return false;
    }
    next();
    return true;
  }

  void expect(String text) {
    if (!take(text)) {
      fail(token.offset(), "expected '" + text + "', but found " + token.described());
    }
  }

  /** Reads a number that is not negative. */
  long number() {
    if (token.kind() != Token.Kind.NUMBER) {
      fail(token.offset(), "expected a number, but found " + token.described());
      return 1;
    }
    try {
      long value = Long.parseLong(token.text());
      next();
      return value;
    } catch (NumberFormatException _) {
      fail(token.offset(), "'" + token.text() + "' does not fit in 64 bits");
      return 1;
    }
  }

  // --- Expressions ------------------------------------------------------------------------------

  IndexExpr expr() {
    if (++depth > DEEPEST) {
      fail(token.offset(), "expressions may not nest deeper than " + DEEPEST);
      return IndexExpr.constant(0);
    }
    IndexExpr left = sum();
    IndexOperator first = null;
    IndexOperator operator = bitwise();
    while (operator != null) {
      if (first != null && first != operator) {
        fail(
            token.offset(),
            "'" + first.spelling() + "' and '" + operator.spelling() + "' need parentheses");
      }
      first = operator;
      next();
      left = binary(operator, left, sum());
      operator = bitwise();
    }
    depth--;
    return left;
  }

  private @Nullable IndexOperator bitwise() {
    for (IndexOperator operator : IndexOperator.values()) {
      if (operator.isBitwise() && token.is(operator.spelling())) {
        return operator;
      }
    }
    return null;
  }

  private IndexExpr binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) {
    if (++size > LARGEST) {
      fail(token.offset(), "an expression may not have more than " + LARGEST + " operations");
    }
    return new IndexExpr.Binary(operator, lhs, rhs);
  }

  private IndexExpr sum() {
    IndexExpr left = product();
    while (token.is("+") || token.is("-")) {
      boolean subtracts = token.is("-");
      next();
      IndexExpr right = product();
      left = binary(IndexOperator.ADD, left, subtracts ? negated(right) : right);
    }
    return left;
  }

  private IndexExpr product() {
    IndexExpr left = atom();
    IndexOperator operator = multiplicative();
    while (operator != null) {
      next();
      left = binary(operator, left, atom());
      operator = multiplicative();
    }
    return left;
  }

  private @Nullable IndexOperator multiplicative() {
    if (token.is(IndexOperator.MUL.spelling())) {
      return IndexOperator.MUL;
    }
    if (token.is(IndexOperator.DIV.spelling())) {
      return IndexOperator.DIV;
    }
    return token.is(IndexOperator.MOD.spelling()) ? IndexOperator.MOD : null;
  }

  private static IndexExpr negated(IndexExpr expr) {
    return expr instanceof IndexExpr.Constant(long value)
        ? IndexExpr.constant(-value)
        : expr.times(-1);
  }

  private IndexExpr atom() {
    if (token.kind() == Token.Kind.NUMBER) {
      return IndexExpr.constant(number());
    }
    if (token.is("-")) {
      next();
      return nested(this::negatedAtom);
    }
    if (take("(")) {
      IndexExpr inner = expr();
      expect(")");
      return inner;
    }
    return token.kind() == Token.Kind.WORD ? word() : unexpected();
  }

  private interface Rule {
    IndexExpr read();
  }

  private IndexExpr nested(Rule rule) {
    if (++depth > DEEPEST) {
      fail(token.offset(), "expressions may not nest deeper than " + DEEPEST);
      return IndexExpr.constant(0);
    }
    IndexExpr expr = rule.read();
    depth--;
    return expr;
  }

  private IndexExpr negatedAtom() {
    return negated(atom());
  }

  private IndexExpr unexpected() {
    fail(token.offset(), "expected an expression, but found " + token.described());
    return IndexExpr.constant(0);
  }

  private IndexExpr word() {
    Token name = token;
    String text = name.text();
    if (text.equals("r")) {
      next();
      return IndexExpr.replica();
    }
    int number = numberOf(text);
    if (number >= 0) {
      next();
      return text.charAt(0) == 'd' ? IndexExpr.input(number) : IndexExpr.symbol(number);
    }
    if (text.equals("select")) {
      next();
      return select();
    }
    for (IndexOperator operator : IndexOperator.values()) {
      if (operator.isFunction() && text.equals(operator.spelling())) {
        next();
        return function(operator);
      }
    }
    fail(name.offset(), "'" + text + "' is not an index, a size or a function");
    return IndexExpr.constant(0);
  }

  /** The number of {@code d0} or {@code s0}; -1 for other words. */
  private static int numberOf(String text) {
    boolean isVariable = text.matches("[ds](0|[1-9][0-9]{0,3})");
    return isVariable ? Integer.parseInt(text.substring(1)) : -1;
  }

  private IndexExpr function(IndexOperator operator) {
    expect("(");
    IndexExpr left = expr();
    expect(",");
    IndexExpr right = expr();
    expect(")");
    return binary(operator, left, right);
  }

  private IndexExpr select() {
    expect("(");
    IndexExpr condition = expr();
    expect(",");
    IndexExpr nonZero = expr();
    expect(",");
    IndexExpr zero = expr();
    expect(")");
    size++;
    return new IndexExpr.Select(condition, nonZero, zero);
  }
}
