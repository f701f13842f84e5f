// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

/** What stands between or around printed elements. */
public enum Punctuation {
  /** Nothing. */
  NO_PUNCTUATION,
  /** The end of a line. */
  NEWLINE,
  /** A comma. */
  COMMA,
  /** An opening parenthesis. */
  OPEN,
  /** A closing parenthesis. */
  CLOSE
}
