// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import java.util.ArrayList;
import java.util.List;

/** Splits the text of a format. */
final class FormatLexer {

  /** The kinds of tokens. */
  enum Kind {
    /** Text in back quotes, without them. */
    LITERAL,
    /** A name with a dollar sign before it, without that. */
    VARIABLE,
    /** A word of the format language. */
    WORD,
    /** One of {@code ( ) ? : ^ ,}. */
    MARK,
    /** The end. */
    END
  }

  /**
   * A token.
   *
   * @param column where it begins, from 1
   */
  record Token(Kind kind, String text, int column) {
    @Override
    public String toString() {
      return switch (kind) {
        case LITERAL -> "`" + text + "`";
        case VARIABLE -> "'$" + text + "'";
        case WORD, MARK -> "'" + text + "'";
        case END -> "the end";
      };
    }
  }

  private static final String MARKS = "()?:^,";

  private final String text;
  private int at;

  private FormatLexer(String text) {
    this.text = text;
  }

  /** The tokens, the last of which is the end. */
  static List<Token> tokens(String text) {
    FormatLexer lexer = new FormatLexer(text);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.getLast().kind() != Kind.END);
    return tokens;
  }

  private Token next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    int start = at;
    if (at == text.length()) {
      return new Token(Kind.END, "", start + 1);
    }
    char c = text.charAt(at++);
    if (c == '`') {
      int close = text.indexOf('`', at);
      if (close < 0) {
        throw new FormatFailure("column %d: this back quote is never closed".formatted(start + 1));
      }
      at = close + 1;
      return new Token(Kind.LITERAL, text.substring(start + 1, close), start + 1);
    }
    if (MARKS.indexOf(c) >= 0) {
      return new Token(Kind.MARK, String.valueOf(c), start + 1);
    }
    if (c == '$') {
      skipName();
      if (at == start + 1) {
        throw new FormatFailure("column %d: a name is missing behind '$'".formatted(start + 1));
      }
      return new Token(Kind.VARIABLE, text.substring(start + 1, at), start + 1);
    }
    if (isNamePart(c)) {
      skipName();
      return new Token(Kind.WORD, text.substring(start, at), start + 1);
    }
    throw new FormatFailure(
        "column %d: '%s' has no meaning here; literals stand in back quotes"
            .formatted(start + 1, Character.toString(text.codePointAt(start))));
  }

  private void skipName() {
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c == '-' || Character.isLetterOrDigit(c);
  }
}
