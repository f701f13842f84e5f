// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.diag;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints diagnostics: {@code file:line:col: severity: message}, the source line and a caret, then
 * the notes. The source line is not repeated for a note at the same place.
 */
public final class DiagnosticPrinter {
  private static final int TAB_STOP = 8;

  private final PrintStream out;
  private final List<SourceText> sources;

  /** Prints to {@code out}, showing lines of {@code sources}. */
  public DiagnosticPrinter(PrintStream out, List<SourceText> sources) {
    this.out = out;
    this.sources = List.copyOf(sources);
  }

  /** Prints one diagnostic and its notes. */
  public void print(Diagnostic diagnostic) {
    Location.@Nullable FileRange last = print(diagnostic, null);
    for (Diagnostic note : diagnostic.notes()) {
      last = print(note, last);
    }
    out.flush();
  }

  private Location.@Nullable FileRange print(
      Diagnostic diagnostic, Location.@Nullable FileRange last) {
    Location.FileRange at = diagnostic.location().position();
    StringBuilder text = new StringBuilder();
    if (at == null) {
      text.append("<unknown>:0: ");
    } else {
      text.append(at.file()).append(':').append(at.line()).append(':').append(at.column());
      text.append(": ");
    }
    text.append(diagnostic.severity().word()).append(": ").append(diagnostic.message());
    text.append('\n');
    if (at != null && !at.equals(last)) {
      showLine(at, text);
    }
    out.print(text);
    return at;
  }

  private void showLine(Location.FileRange at, StringBuilder text) {
    for (SourceText source : sources) {
      int index = at.line() - source.firstLine();
      if (source.name().equals(at.file()) && index >= 0 && index < source.lineCount()) {
        byte[] line = source.line(at.line()).getBytes(StandardCharsets.UTF_8);
        text.append(expand(line, line.length)).append('\n');
        String before = expand(line, Math.clamp(at.column() - 1L, 0, line.length));
        text.append(" ".repeat(before.codePointCount(0, before.length()))).append("^\n");
        return;
      }
    }
  }

  private static String expand(byte[] line, int length) {
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    if (text.indexOf('\t') < 0) {
      return text;
    }
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        wide.append(" ".repeat(TAB_STOP - wide.length() % TAB_STOP));
      } else {
        wide.append(c);
      }
    }
    return wide.toString();
  }
}
