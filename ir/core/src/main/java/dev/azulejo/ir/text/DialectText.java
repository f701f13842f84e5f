// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.diag.Location;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The text of a dialect's type or attribute: {@code dialect.mnemonic}, {@code
 * dialect.mnemonic<...>} or {@code dialect<...>}.
 *
 * @param dialect the part before the first dot
 * @param mnemonic the part behind it; for the form in brackets, the word that begins the body
 * @param bodyStart where the text between the brackets begins, or -1 without brackets
 * @param end where all of it ends
 * @param body what an unknown dialect's type keeps
 */
record DialectText(String dialect, String mnemonic, int bodyStart, int end, String body) {

  /** Reads the extent of it, with the lexer at the token with the name; takes nothing. */
  static DialectText read(AttributeParser parser, String name) {
    Lexer lexer = parser.lexer();
    int dot = name.indexOf('.');
    int nameEnd = lexer.end();
    boolean brackets = lexer.at(nameEnd) == '<';
    int end = brackets ? matching(parser, nameEnd) : nameEnd;
    if (dot < 0) {
      String body = lexer.text(nameEnd + 1, end - 1);
      return new DialectText(name, firstWord(body), nameEnd + 1, end, body);
    }
    String dialect = name.substring(0, dot);
    String mnemonic = name.substring(dot + 1);
    String body = mnemonic + lexer.text(nameEnd, end);
    int start = brackets ? nameEnd : -1;
    return new DialectText(dialect, mnemonic, start, end, body);
  }

  private static String firstWord(String body) {
    int end = 0;
    while (end < body.length()
        && (Character.isLetterOrDigit(body.charAt(end)) || "_.$".indexOf(body.charAt(end)) >= 0)) {
      end++;
    }
    return body.substring(0, end);
  }

  /** Hands the body to a registered dialect; for an unknown one the lexer goes behind it. */
  <T> @Nullable T parse(AttributeParser parser, Function<String, @Nullable T> reader) {
    Lexer lexer = parser.lexer();
    boolean bracketForm = bodyStart >= 0 && lexer.at(bodyStart) != '<';
    if (!bracketForm) {
      lexer.next();
      T result = reader.apply(mnemonic);
      if (result != null && lexer.previousEnd() > end) {
        throw parser.error(
            lexer.source().location(end), "'%s.%s' ends here, without a body", dialect, mnemonic);
      }
      return result;
    }
    lexer.next();
    parser.expect("<");
    parser.keyword("the name of a type or attribute");
    T result = reader.apply(mnemonic);
    if (result != null) {
      parser.expect(">");
    }
    return result;
  }

  /** Takes all of it as raw text. */
  void skip(AttributeParser parser) {
    parser.lexer().resumeAt(end);
  }

  /** Where the bracket that matches the one at an offset ends. */
  static int matching(AttributeParser parser, int open) {
    Lexer lexer = parser.lexer();
    StringBuilder stack = new StringBuilder();
    int position = open;
    int limit = lexer.source().bytes().length;
    while (position < limit) {
      int c = lexer.at(position);
      switch (c) {
        case '<', '[', '(', '{' -> stack.append((char) c);
        case '-' -> position += lexer.at(position + 1) == '>' ? 1 : 0;
        case '"' -> position = endOfString(lexer, position);
        case '>', ']', ')', '}' -> {
          char opened = stack.charAt(stack.length() - 1);
          if ("<[({".indexOf(opened) != ">])}".indexOf(c)) {
            throw unbalanced(parser, open, opened);
          }
          stack.setLength(stack.length() - 1);
          if (stack.isEmpty()) {
            return position + 1;
          }
        }
        default -> {}
      }
      position++;
    }
    throw unbalanced(parser, open, stack.charAt(stack.length() - 1));
  }

  private static int endOfString(Lexer lexer, int open) {
    int position = open + 1;
    int limit = lexer.source().bytes().length;
    while (position < limit && lexer.at(position) != '"') {
      position += lexer.at(position) == '\\' ? 2 : 1;
    }
    return position;
  }

  private static ParseFailure unbalanced(AttributeParser parser, int open, char opened) {
    Location place = parser.lexer().source().location(open);
    return parser.error(place, "unbalanced '%s' character in pretty dialect name", opened);
  }
}
