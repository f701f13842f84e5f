// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

/** A place in a text. */
record Location(TextBuffer buffer, int offset) {
  int line() {
    return buffer.line(offset);
  }

  int column() {
    return buffer.column(offset);
  }
}
