// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import dev.azulejo.filecheck.CheckStep.Check;

/**
 * Something the input dump shows: a stretch of the input and what a check has to do with it.
 *
 * @param start offset of the stretch
 * @param end offset behind it
 * @param note what to say; empty for what the kind says
 */
record Finding(Check check, Kind kind, int start, int end, String note) {
  /** How a stretch is marked. */
  enum Kind {
    FOUND('^', "", "\033[0;1;32m"),
    FOUND_EXCLUDED('!', "error: no match expected", Finding.RED),
    FOUND_ON_WRONG_LINE('!', "error: match on wrong line", Finding.RED),
    DISCARDED('!', "discard: overlaps earlier match", "\033[0;1;36m"),
    NOT_FOUND('X', "error: no match found", Finding.RED),
    NOT_FOUND_AS_WANTED('X', "", "\033[0;1;32m"),
    INVALID('X', "error: match failed for invalid pattern", Finding.RED),
    SIMILAR('?', "possible intended match", "\033[0;1;35m");

    private final char mark;
    private final String note;
    private final String color;

    Kind(char mark, String note, String color) {
      this.mark = mark;
      this.note = note;
      this.color = color;
    }

    char mark() {
      return mark;
    }

    String note() {
      return note;
    }

    String color() {
      return color;
    }

    /** Whether it belongs to an error, so that the dump shows its line in any case. */
    boolean isError() {
      return color.equals(RED) || this == SIMILAR;
    }
  }

  private static final String RED = "\033[0;1;31m";

  Finding withKind(Kind newKind) {
    return new Finding(check, newKind, start, end, note);
  }

  /** Whether it only says something about another finding and has no place of its own. */
  boolean isPlaceless() {
    return !note.isEmpty() && start == end;
  }
}
