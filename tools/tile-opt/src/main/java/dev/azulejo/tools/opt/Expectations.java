// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.diag.Severity;
import dev.azulejo.ir.diag.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is said with the comments {@code // expected-error@+1 {{text}}} of an input. What
 * was not expected is reported at once, what did not come at the end.
 */
final class Expectations {
  private static final Pattern COMMENT =
      Pattern.compile(
          "expected-(error|note|remark|warning)(-re)? *"
              + "(?:@([+-][0-9]{1,9}|above|below|unknown))? *\\{\\{(.*)\\}\\}$");

  private final SourceText source;
  private final boolean onlyExpected;
  private final Diagnostics report;
  private final List<Expectation> open = new ArrayList<>();

  /**
   * Reads the comments of an input.
   *
   * @param onlyExpected whether nothing is said about what no comment expects
   * @param report takes what is wrong
   */
  Expectations(SourceText source, boolean onlyExpected, Diagnostics report) {
    this.source = source;
    this.onlyExpected = onlyExpected;
    this.report = report;
    read();
  }

  private void read() {
    int plainLine = source.firstLine();
    List<Expectation> below = new ArrayList<>();
    for (int i = 0; i < source.lineCount(); i++) {
      int line = source.firstLine() + i;
      String text = source.line(line).stripTrailing();
      Matcher comment = COMMENT.matcher(text);
      if (!comment.find()) {
        for (Expectation each : below) {
          open.add(at(each, line));
        }
        below.clear();
        plainLine = line;
        continue;
      }
      Expectation expectation = expectation(comment, text, line, plainLine);
      if (expectation != null) {
        ("below".equals(comment.group(3)) ? below : open).add(expectation);
      }
    }
    open.addAll(below);
  }

  private @Nullable Expectation expectation(
      Matcher comment, String line, int number, int plainLine) {
    Location.FileRange place =
        new Location.FileRange(
            source.name(),
            number,
            column(line, comment.start()),
            number,
            column(line, comment.end()));
    boolean isExpression = comment.group(2) != null;
    Pattern pattern = Expectation.pattern(comment.group(4), isExpression);
    if (pattern == null) {
      report.error(place, "invalid regex: %s", comment.group(4));
      return null;
    }
    String where = comment.group(3);
    int about =
        where == null
            ? number
            : switch (where) {
              case "above" -> plainLine;
              case "below" -> number + 1;
              case "unknown" -> 0;
              default -> number + Integer.parseInt(where);
            };
    Severity severity = Severity.valueOf(comment.group(1).toUpperCase(Locale.ROOT));
    return new Expectation(severity, place, comment.group(4), pattern, about);
  }

  private static Expectation at(Expectation each, int line) {
    return new Expectation(each.severity(), each.comment(), each.text(), each.pattern(), line);
  }

  private static int column(String line, int index) {
    return line.substring(0, index).getBytes(StandardCharsets.UTF_8).length + 1;
  }

  /** Takes something that was said, with its notes. */
  void take(Diagnostic said) {
    takeOne(said);
    said.notes().forEach(this::takeOne);
  }

  private void takeOne(Diagnostic said) {
    Location.FileRange place = said.location().position();
    boolean isHere = place == null || place.file().equals(source.name());
    int line = place == null ? 0 : place.line();
    Iterator<Expectation> each = open.iterator();
    while (isHere && each.hasNext()) {
      Expectation expected = each.next();
      if (expected.line() == line
          && expected.severity() == said.severity()
          && expected.pattern().matcher(said.message()).find()) {
        each.remove();
        return;
      }
    }
    if (!onlyExpected) {
      report.error(said.location(), "unexpected %s: %s", said.severity().word(), said.message());
    }
  }

  /** Reports what did not come. */
  void finish() {
    open.sort((one, other) -> Integer.compare(one.comment().line(), other.comment().line()));
    for (Expectation expected : open) {
      report.error(
          expected.comment(),
          "expected %s \"%s\" was not produced",
          expected.severity().word(),
          expected.text());
    }
    open.clear();
  }
}
