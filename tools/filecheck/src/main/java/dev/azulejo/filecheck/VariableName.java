// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

/**
 * A name at the start of a text, and what follows it.
 *
 * @param isPseudo whether it begins with {@code @}
 */
record VariableName(Slice name, boolean isPseudo, Slice rest) {
  static boolean startsHere(Slice text) {
    return !text.isEmpty() && isStart(text.charAt(hasMark(text) ? 1 : 0));
  }

  /**
   * Reads a name.
   *
   * @throws CheckException if there is none
   */
  static VariableName parse(Slice text) {
    if (text.isEmpty()) {
      throw new CheckException(text, "empty variable name");
    }
    if (!startsHere(text)) {
      throw new CheckException(text, "invalid variable name");
    }
    int length = hasMark(text) ? 2 : 1;
    while (isPart(text.charAt(length))) {
      length++;
    }
    return new VariableName(text.first(length), text.charAt(0) == '@', text.from(length));
  }

  String text() {
    return name.text();
  }

  private static boolean hasMark(Slice text) {
    return text.charAt(0) == '$' || text.charAt(0) == '@';
  }

  private static boolean isStart(char c) {
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isPart(char c) {
    return isStart(c) || (c >= '0' && c <= '9');
  }
}
