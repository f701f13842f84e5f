// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

/** A position in the text of a regular expression. */
final class RegexScanner {
  private final String text;
  private int position;

  RegexScanner(String text) {
    this.text = text;
  }

  boolean more() {
    return position < text.length();
  }

  boolean hasTwo() {
    return position + 1 < text.length();
  }

  char peek() {
    return text.charAt(position);
  }

  char next() {
    return text.charAt(position++);
  }

  boolean at(String expected) {
    return text.startsWith(expected, position);
  }

  boolean atDigit() {
    return more() && peek() >= '0' && peek() <= '9';
  }

  /** Whether a character and then a digit come next. */
  boolean digitFollows() {
    return hasTwo() && text.charAt(position + 1) >= '0' && text.charAt(position + 1) <= '9';
  }

  boolean eat(char expected) {
    if (more() && peek() == expected) {
      position++;
      return true;
    }
    return false;
  }

  boolean eat(String expected) {
    if (at(expected)) {
      position += expected.length();
      return true;
    }
    return false;
  }
}
