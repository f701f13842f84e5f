// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

/** A named text whose characters are bytes, with lines and columns that count from 1. */
record TextBuffer(String name, String text) {
  /** The number of newlines before an offset, plus one. */
  int line(int offset) {
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }

  int column(int offset) {
    return offset - lineStart(offset) + 1;
  }

  int lineStart(int offset) {
    int start = offset;
    while (start > 0 && !isLineBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  int lineEnd(int offset) {
    int end = offset;
    while (end < text.length() && !isLineBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  Slice whole() {
    return new Slice(this, 0, text.length());
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /**
   * A text as the checks see it: no carriage return before a newline, and, unless white space is
   * taken strictly, one space for each run of spaces and tabs.
   */
  static TextBuffer canonical(String name, String text, boolean strictWhiteSpace) {
    var result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : '\0';
      if (c == '\r' && next == '\n') {
        continue;
      }
      if (strictWhiteSpace || !Slice.isBlank(c)) {
        result.append(c);
      } else if (!Slice.isBlank(next)) {
        result.append(' ');
      }
    }
    return new TextBuffer(name, result.toString());
  }
}
