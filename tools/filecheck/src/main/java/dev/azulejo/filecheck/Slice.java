// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

/** A stretch of a text that knows where it stands. */
record Slice(TextBuffer buffer, int start, int end) {
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  int length() {
    return end - start;
  }

  boolean isEmpty() {
    return start == end;
  }

  String text() {
    return buffer.text().substring(start, end);
  }

  /** The character at an index, or NUL behind the end. */
  char charAt(int index) {
    return index < length() ? buffer.text().charAt(start + index) : '\0';
  }

  boolean startsWith(String prefix) {
    return prefix.length() <= length() && buffer.text().startsWith(prefix, start);
  }

  /** The index of a text in this stretch, or -1. */
  int indexOf(String wanted) {
    int found = buffer.text().indexOf(wanted, start, end);
    return found < 0 ? -1 : found - start;
  }

  Location location() {
    return new Location(buffer, start);
  }

  Location locationAt(int index) {
    return new Location(buffer, start + index);
  }

  /** What follows the first {@code count} characters. */
  Slice from(int count) {
    return new Slice(buffer, Math.min(start + count, end), end);
  }

  /** The first {@code count} characters. */
  Slice first(int count) {
    return new Slice(buffer, start, Math.min(start + count, end));
  }

  /** Without spaces and tabs at its start. */
  Slice trimStart() {
    int from = start;
    while (from < end && isBlank(buffer.text().charAt(from))) {
      from++;
    }
    return new Slice(buffer, from, end);
  }

  /** Without spaces and tabs at its end. */
  Slice trimEnd() {
    int to = end;
    while (to > start && isBlank(buffer.text().charAt(to - 1))) {
      to--;
    }
    return new Slice(buffer, start, to);
  }

  Slice trim() {
    return trimStart().trimEnd();
  }
}
