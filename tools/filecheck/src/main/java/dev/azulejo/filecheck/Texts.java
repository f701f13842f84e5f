// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.util.Arrays;

/** Functions on texts whose characters are bytes. */
final class Texts {
  private Texts() {}

  /** The first place of a text between two offsets, or -1; case means ASCII letters only. */
  static int indexOf(String text, String wanted, int from, int to, boolean ignoreCase) {
    if (!ignoreCase) {
      return text.indexOf(wanted, from, to);
    }
    for (int at = from; at + wanted.length() <= to; at++) {
      if (matchesAt(text, at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean matchesAt(String text, int at, String wanted) {
    for (int i = 0; i < wanted.length(); i++) {
      if (lower(text.charAt(at + i)) != lower(wanted.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  /**
   * How many characters must be inserted, removed or replaced to turn one text into the other, or
   * something above {@code limit} if it is more than that.
   *
   * <p>Row by row over the table of all prefixes (Wagner and Fischer, "The string-to-string
   * correction problem", 1974).
   */
  static int editDistance(CharSequence one, CharSequence other, int limit) {
    int[] above = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return least;
      }
      int[] swapped = above;
      above = row;
      row = swapped;
    }
    return above[other.length()];
  }

  /** A text with quotes, backslashes and all but printable ASCII written as escapes. */
  static String escape(String text) {
    var result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> result.append("\\\\");
        case '"' -> result.append("\\\"");
        case '\t' -> result.append("\\t");
        case '\n' -> result.append("\\n");
        default -> {
          if (c >= ' ' && c <= '~') {
            result.append(c);
          } else {
            result.append("\\%02X".formatted((int) c));
          }
        }
      }
    }
    return result.toString();
  }
}
