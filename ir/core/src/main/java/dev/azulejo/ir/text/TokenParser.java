// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import java.math.BigInteger;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.jspecify.annotations.Nullable;

/** Reads tokens: the part of the parser that knows neither types nor attributes. */
abstract class TokenParser implements AsmParser {
  private static final int MAX_DIMENSIONS = 64;

  /** The source of tokens. */
  protected final Lexer lexer;

  TokenParser(Lexer lexer) {
    this.lexer = lexer;
  }

  @Override
  public Location location() {
    return lexer.source().location(lexer.start());
  }

  @Override
  public ParseFailure error(Location place, String format, Object... arguments) {
    return new ParseFailure(Diagnostic.error(place, format, arguments));
  }

  /**
   * An error about the next token. One that is the first of its line stands for something that is
   * missing at the end of the line before, and that is where the error points.
   */
  ParseFailure unexpected(String message) {
    boolean atEnd = lexer.kind() == TokenKind.END;
    int offset =
        (atEnd || lexer.isFirstOnLine()) && lexer.previousEnd() > 0
            ? lexer.previousEnd()
            : lexer.start();
    return new ParseFailure(Diagnostic.error(lexer.source().location(offset), "%s", message));
  }

  @Override
  public void expect(String token) {
    if (!accept(token)) {
      throw unexpected("expected '" + token + "'");
    }
  }

  /** Takes a punctuation mark or a keyword; the message says what its absence means. */
  void expect(String token, String message) {
    if (!accept(token)) {
      throw unexpected(message);
    }
  }

  /** Takes items with commas between them; messages say in what they stand. */
  void listIn(String context, String open, String close, Runnable item) {
    expect(open, "expected '" + open + "' in " + context);
    if (accept(close)) {
      return;
    }
    do {
      item.run();
    } while (accept(","));
    expect(close, "expected '" + close + "' in " + context);
  }

  @Override
  public boolean accept(String token) {
    if (!lexer.is(token)) {
      return false;
    }
    lexer.next();
    return true;
  }

  @Override
  public boolean at(String token) {
    return lexer.is(token);
  }

  @Override
  public String keyword(String what) {
    String word = acceptKeyword();
    if (word == null) {
      throw unexpected("expected " + what);
    }
    return word;
  }

  @Override
  public @Nullable String acceptKeyword() {
    if (lexer.kind() != TokenKind.BARE_ID) {
      return null;
    }
    String word = lexer.spelling();
    lexer.next();
    return word;
  }

  @Override
  public String string() {
    String value = acceptString();
    if (value == null) {
      throw unexpected("expected string");
    }
    return value;
  }

  @Override
  public @Nullable String acceptString() {
    if (lexer.kind() != TokenKind.STRING) {
      return null;
    }
    String value = lexer.stringValue();
    lexer.next();
    return value;
  }

  @Override
  public long integer() {
    Long value = acceptInteger();
    if (value == null) {
      throw unexpected("expected integer value");
    }
    return value;
  }

  @Override
  public @Nullable Long acceptInteger() {
    boolean negative = at("-");
    if (!negative && lexer.kind() != TokenKind.INTEGER) {
      return null;
    }
    Location place = location();
    accept("-");
    if (lexer.kind() != TokenKind.INTEGER) {
      throw unexpected("expected integer value");
    }
    BigInteger value = magnitude();
    return checked(place, negative ? value.negate() : value);
  }

  long checked(Location place, BigInteger value) {
    if (value.bitLength() >= Long.SIZE) {
      throw error(place, "integer value too large");
    }
    return value.longValue();
  }

  /** Takes an integer literal without a sign. */
  BigInteger magnitude() {
    String digits = lexer.spelling();
    boolean hexadecimal = digits.startsWith("0x");
    if (digits.length() > NumberParser.MAX_DIGITS) {
      throw error(location(), "number literals have at most %d digits", NumberParser.MAX_DIGITS);
    }
    BigInteger value =
        hexadecimal ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
    lexer.next();
    return value;
  }

  @Override
  public String symbolName() {
    String name = acceptSymbolName();
    if (name == null) {
      throw unexpected("expected symbol name");
    }
    return name;
  }

  @Override
  public @Nullable String acceptSymbolName() {
    if (lexer.kind() != TokenKind.AT_ID) {
      return null;
    }
    boolean quoted = lexer.at(lexer.start() + 1) == '"';
    String name = quoted ? lexer.stringValue() : lexer.spellingFrom(1);
    if (name.isEmpty()) {
      throw unexpected("a symbol name can't be empty");
    }
    lexer.next();
    return name;
  }

  @Override
  public long[] dimensions() {
    MutableLongList shape = LongLists.mutable.empty();
    while (lexer.kind() == TokenKind.INTEGER || at("?")) {
      shape.add(dimension());
      dimensionSeparator();
      checkRank(shape.size());
    }
    return shape.toArray();
  }

  /** Refuses shapes of more dimensions than any program has. */
  void checkRank(int rank) {
    if (rank > MAX_DIMENSIONS) {
      throw unexpected("shapes have at most " + MAX_DIMENSIONS + " dimensions");
    }
  }

  private long dimension() {
    if (accept("?")) {
      return ShapedType.DYNAMIC;
    }
    return dimensionNumber();
  }

  /** Takes a number of a dimension list; {@code 0x4} is a zero and an {@code x}. */
  long dimensionNumber() {
    Location place = location();
    if (lexer.at(lexer.start()) == '0' && lexer.at(lexer.start() + 1) == 'x') {
      lexer.resumeAt(lexer.start() + 1);
      return 0;
    }
    BigInteger value = magnitude();
    if (value.bitLength() >= Long.SIZE) {
      throw error(place, "invalid dimension");
    }
    return value.longValue();
  }

  /** Takes the {@code x} behind a dimension, which may be the beginning of a longer word. */
  void dimensionSeparator() {
    if (lexer.kind() != TokenKind.BARE_ID || lexer.at(lexer.start()) != 'x') {
      throw unexpected("expected 'x' in dimension list");
    }
    lexer.resumeAt(lexer.start() + 1);
  }
}
