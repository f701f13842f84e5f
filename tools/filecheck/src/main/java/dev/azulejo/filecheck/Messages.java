// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Prints messages with the line they are about and a caret under the place. */
final class Messages {
  enum Severity {
    ERROR("error", "\033[0;1;31m"),
    REMARK("remark", "\033[0;1;34m"),
    NOTE("note", "\033[0;1;30m");

    private final String word;
    private final String color;

    Severity(String word, String color) {
      this.word = word;
      this.color = color;
    }
  }

  private static final int TAB_STOP = 8;
  private static final String BOLD = "\033[1m";
  private static final String GREEN = "\033[0;1;32m";
  private static final String PLAIN = "\033[0m";

  private final PrintStream err;
  private final boolean color;

  Messages(PrintStream err, boolean color) {
    this.err = err;
    this.color = color;
  }

  /** Prints a text whose characters are bytes, in a color if colors are wanted. */
  void print(@Nullable String ansiColor, String text) {
    String shown = color && ansiColor != null ? ansiColor + text + PLAIN : text;
    err.writeBytes(shown.getBytes(StandardCharsets.ISO_8859_1));
  }

  void print(String text) {
    print(null, text);
  }

  void print(CheckException e) {
    Location location = e.location();
    if (location == null) {
      print(e.text() + "\n");
    } else {
      print(Severity.ERROR, location, e.text());
    }
  }

  void print(Severity severity, Location location, String message) {
    print(severity, location, location.offset(), message);
  }

  /** Prints a message about the stretch from {@code location} to an offset, as far as its line. */
  void print(Severity severity, Location location, int end, String message) {
    print(
        BOLD, "%s:%d:%d: ".formatted(location.buffer().name(), location.line(), location.column()));
    print(severity.color, severity.word + ": ");
    print(BOLD, message + "\n");
    TextBuffer buffer = location.buffer();
    int lineStart = buffer.lineStart(location.offset());
    int lineEnd = buffer.lineEnd(location.offset());
    String line = buffer.text().substring(lineStart, lineEnd);
    print(expandTabs(line, line) + "\n");
    // The columns of other characters are not known, so a caret would stand in the wrong place.
    if (line.chars().allMatch(c -> c < 0x80)) {
      var marks = new StringBuilder(" ".repeat(location.offset() - lineStart)).append('^');
      marks.append("~".repeat(Math.max(0, Math.min(end, lineEnd) - location.offset() - 1)));
      print(GREEN, expandTabs(marks.toString(), line) + "\n");
    }
  }

  /** Widens what stands at the place of each tab of {@code line} as the tab is widened. */
  private static String expandTabs(String shown, String line) {
    var result = new StringBuilder();
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i) == '\t' ? ' ' : shown.charAt(i);
      result.append(c);
      while (i < line.length() && line.charAt(i) == '\t' && result.length() % TAB_STOP != 0) {
        result.append(c);
      }
    }
    return result.toString();
  }
}
