// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.text;

/**
 * A piece of a text.
 *
 * @param offset where it begins
 * @param text what it is; empty at the end
 */
record Token(Kind kind, int offset, String text) {
  enum Kind {
    NUMBER,
    WORD,
    SIGN,
    WRONG,
    END
  }

  boolean is(String expected) {
    return text.equals(expected) && (kind == Kind.WORD || kind == Kind.SIGN);
  }

  String described() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }

  /** The token at an offset, behind blanks. */
  static Token at(String source, int from) {
    int start = from;
    while (start < source.length() && Character.isWhitespace(source.charAt(start))) {
      start++;
    }
    if (start == source.length()) {
      return new Token(Kind.END, start, "");
    }
    char first = source.charAt(start);
    if (isDigit(first)) {
      return token(Kind.NUMBER, source, start, Token::isDigit);
    }
    if (isLetter(first)) {
      return token(Kind.WORD, source, start, c -> isLetter(c) || isDigit(c));
    }
    if (source.startsWith("->", start)) {
      return new Token(Kind.SIGN, start, "->");
    }
    Kind kind = "[](),+-*".indexOf(first) >= 0 ? Kind.SIGN : Kind.WRONG;
    int length = Character.charCount(source.codePointAt(start));
    return new Token(kind, start, source.substring(start, start + length));
  }

  private interface CharPredicate {
    boolean test(char c);
  }

  private static Token token(Kind kind, String source, int start, CharPredicate belongs) {
    int end = start + 1;
    while (end < source.length() && belongs.test(source.charAt(end))) {
      end++;
    }
    return new Token(kind, start, source.substring(start, end));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
