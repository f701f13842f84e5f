// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import dev.azulejo.filecheck.posix.RegexNode.Assertion;

/** The stretch of a text that is searched; its ends count as ends of lines. */
record Subject(String text, int from, int to) {
  boolean holds(Assertion.Kind kind, int position) {
    return switch (kind) {
      case LINE_START -> position == from || text.charAt(position - 1) == '\n';
      case LINE_END -> position == to || text.charAt(position) == '\n';
      case WORD_START -> !wordBefore(position) && wordAfter(position);
      case WORD_END -> wordBefore(position) && !wordAfter(position);
    };
  }

  private boolean wordBefore(int position) {
    return position > from && isWord(text.charAt(position - 1));
  }

  private boolean wordAfter(int position) {
    return position < to && isWord(text.charAt(position));
  }

  private static boolean isWord(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
