// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.diag;

import java.nio.charset.StandardCharsets;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.impl.factory.primitive.IntLists;

/** The bytes of an input with its name, and where its lines begin. */
public final class SourceText {
  private final String name;
  private final byte[] bytes;
  private final int firstLine;
  private final MutableIntList lineStarts = IntLists.mutable.of(0);

  /** The line of the latest question: the next one is mostly about the same or the one behind. */
  private int latest;

  /** An input that begins on line 1. */
  public SourceText(String name, byte[] bytes) {
    this(name, bytes, 1);
  }

  /**
   * An input that is a piece of a file.
   *
   * @param firstLine the number that its first line has in the file
   */
  public SourceText(String name, byte[] bytes, int firstLine) {
    this.name = name;
    this.bytes = bytes;
    this.firstLine = firstLine;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lineStarts.add(i + 1);
      }
    }
  }

  /** An input from a string, as UTF-8. */
  public static SourceText of(String name, String text) {
    return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The name that diagnostics print. */
  public String name() {
    return name;
  }

  /** The bytes themselves, not a copy; callers leave them alone. */
  public byte[] bytes() {
    return bytes;
  }

  /** The line and column of an offset in bytes. */
  public Location.FileRange location(int offset) {
    int line = lineIndex(offset);
    int column = offset - lineStarts.get(line) + 1;
    return new Location.FileRange(name, line + firstLine, column, line + firstLine, column);
  }

  /** The text of a line, without its end; empty for a line that this input doesn't have. */
  public String line(int number) {
    int index = number - firstLine;
    if (index < 0 || index >= lineStarts.size()) {
      return "";
    }
    int start = lineStarts.get(index);
    int end = index + 1 < lineStarts.size() ? lineStarts.get(index + 1) - 1 : bytes.length;
    if (end > start && bytes[end - 1] == '\r') {
      end--;
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** The number of the first line. */
  public int firstLine() {
    return firstLine;
  }

  /** How many lines there are. */
  public int lineCount() {
    return lineStarts.size();
  }

  private int lineIndex(int offset) {
    int line = latest;
    if (!isOnLine(line, offset) && !isOnLine(++line, offset)) {
      int found = lineStarts.binarySearch(offset);
      line = found >= 0 ? found : -found - 2;
    }
    latest = line;
    return line;
  }

  private boolean isOnLine(int line, int offset) {
    return line < lineStarts.size()
        && lineStarts.get(line) <= offset
        && (line + 1 == lineStarts.size() || offset < lineStarts.get(line + 1));
  }
}
