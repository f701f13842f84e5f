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
  private static final String BOLD = "1";
  private static final String GREEN = "1;32";

  private final PrintStream out;
  private final List<SourceText> sources;
  private final boolean colored;

  /** Prints to {@code out}, showing lines of {@code sources}. */
  public DiagnosticPrinter(PrintStream out, List<SourceText> sources) {
    this(out, sources, false);
  }

  /**
   * Prints to {@code out}, showing lines of {@code sources}.
   *
   * @param colored whether {@code out} is a terminal that takes ANSI colours
   */
  public DiagnosticPrinter(PrintStream out, List<SourceText> sources, boolean colored) {
    this.out = out;
    this.sources = List.copyOf(sources);
    this.colored = colored;
  }

  /** Prints one diagnostic, who called what it is about, and its notes. */
  public void print(Diagnostic diagnostic) {
    Location.@Nullable FileRange last = print(diagnostic, null);
    for (Location caller : diagnostic.location().callers()) {
      last = print(new Diagnostic(Severity.NOTE, caller, "called from", List.of()), last);
    }
    for (Diagnostic note : diagnostic.notes()) {
      last = print(note, last);
    }
    out.flush();
  }

  private Location.@Nullable FileRange print(
      Diagnostic diagnostic, Location.@Nullable FileRange last) {
    Location.FileRange at = diagnostic.location().position();
    StringBuilder text = new StringBuilder();
    String place =
        at == null ? "<unknown>:0: " : at.file() + ":" + at.line() + ":" + at.column() + ": ";
    text.append(colored(BOLD, place));
    text.append(colored(color(diagnostic.severity()), diagnostic.severity().word() + ": "));
    text.append(diagnostic.message()).append('\n');
    if (at != null && !at.equals(last)) {
      showLine(at, text);
    }
    out.print(text);
    return at;
  }

  private static String color(Severity severity) {
    return switch (severity) {
      case ERROR -> "1;31";
      case WARNING -> "1;35";
      case REMARK -> "1;34";
      case NOTE -> "1;30";
    };
  }

  private String colored(String color, String text) {
    return colored ? "\u001b[" + color + "m" + text + "\u001b[0m" : text;
  }

  private void showLine(Location.FileRange at, StringBuilder text) {
    for (SourceText source : sources) {
      int index = at.line() - source.firstLine();
      if (source.name().equals(at.file()) && index >= 0 && index < source.lineCount()) {
        byte[] line = source.line(at.line()).getBytes(StandardCharsets.UTF_8);
        text.append(expand(line, line.length)).append('\n');
        String before = expand(line, Math.clamp(at.column() - 1L, 0, line.length));
        text.append(" ".repeat(before.codePointCount(0, before.length())));
        text.append(colored(GREEN, underline(at))).append('\n');
        return;
      }
    }
  }

  /** A caret, and under the rest of a range that ends on its line a wave. */
  private static String underline(Location.FileRange at) {
    int rest = at.line() == at.endLine() ? at.endColumn() - at.column() - 1 : 0;
    return "^" + "~".repeat(Math.max(0, rest));
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
