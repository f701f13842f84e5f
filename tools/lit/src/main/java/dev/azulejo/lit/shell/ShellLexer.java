// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.shell;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line into words and operators. */
final class ShellLexer {
  /** A word, or an operator where {@code word} says nothing but its spelling. */
  record Token(boolean operator, Word word) {
    boolean is(String spelling) {
      return operator && word.text().equals(spelling);
    }
  }

  /** Longest first. */
  private static final List<String> OPERATORS =
      List.of(
          "2>&1", "1>&2", "&>>", "2>>", "1>>", "&&", "||", "|&", "2>", "1>", "&>", ">>", ">&", "<<",
          ">", "<", "|", ";", "&");

  private final String line;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private ShellLexer(String line) {
    this.line = line;
  }

  static List<Token> read(String line) throws ShellSyntaxException {
    var lexer = new ShellLexer(line);
    while (lexer.skipBlanks()) {
      lexer.token();
    }
    return lexer.tokens;
  }

  private boolean skipBlanks() {
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at < line.length();
  }

  private void token() throws ShellSyntaxException {
    for (String operator : OPERATORS) {
      if (line.startsWith(operator, at)) {
        at += operator.length();
        tokens.add(new Token(true, Word.plain(operator)));
        return;
      }
    }
    if (line.charAt(at) == '(' || line.charAt(at) == ')') {
      throw new ShellSyntaxException(
          "there are no subshells here, quote '" + line.charAt(at) + "'");
    }
    tokens.add(new Token(false, word()));
  }

  private Word word() throws ShellSyntaxException {
    var text = new StringBuilder();
    var glob = new StringBuilder();
    boolean wild = false;
    while (at < line.length() && !endsWord(line.charAt(at))) {
      char c = line.charAt(at++);
      switch (c) {
        case '\'' -> quoted(line, c, text, glob);
        case '"' -> quoted(line, c, text, glob);
        case '\\' -> {
          if (at == line.length()) {
            throw new ShellSyntaxException("nothing follows the backslash");
          }
          literal(line.charAt(at++), text, glob);
        }
        case '`' -> throw new ShellSyntaxException("there is no `command` here");
        case '*', '?', '[', ']' -> {
          wild |= c == '*' || c == '?' || (c == '[' && line.indexOf(']', at) > 0);
          text.append(c);
          glob.append(c);
        }
        default -> {
          if (c == '$' && line.startsWith("(", at)) {
            throw new ShellSyntaxException("there is no $(command) here");
          }
          literal(c, text, glob);
        }
      }
    }
    return new Word(text.toString(), wild ? glob.toString() : "");
  }

  private static boolean endsWord(char c) {
    return Character.isWhitespace(c) || "|&;<>".indexOf(c) >= 0;
  }

  private void quoted(String from, char quote, StringBuilder text, StringBuilder glob)
      throws ShellSyntaxException {
    while (at < from.length()) {
      char c = from.charAt(at++);
      if (c == quote) {
        return;
      }
      boolean escapes = quote == '"' && c == '\\' && at < from.length();
      if (escapes && "\"\\$`".indexOf(from.charAt(at)) >= 0) {
        c = from.charAt(at++);
      }
      literal(c, text, glob);
    }
    throw new ShellSyntaxException("a quote is not closed: " + quote);
  }

  private static void literal(char c, StringBuilder text, StringBuilder glob) {
    text.append(c);
    if ("*?[]{}\\".indexOf(c) >= 0) {
      glob.append('\\');
    }
    glob.append(c);
  }
}
