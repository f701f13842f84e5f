// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.execution;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.diag.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of values, which IR does not keep: they are read from the text where they stand. */
final class SourceNames {
  private static final Pattern NAME = Pattern.compile("%([A-Za-z_$.-][\\w$.-]*)");

  private SourceNames() {}

  /**
   * The name at a place of a text, without the percent sign; {@code otherwise} if there is none.
   */
  static String at(Location location, SourceText source, String otherwise) {
    Location.FileRange place = location.position();
    if (place == null
        || !place.file().equals(source.name())
        || place.line() < source.firstLine()
        || place.line() >= source.firstLine() + source.lineCount()) {
      return otherwise;
    }
    byte[] line = source.line(place.line()).getBytes(StandardCharsets.UTF_8);
    int start = Math.clamp(place.column() - 1L, 0, line.length);
    String rest = new String(line, start, line.length - start, StandardCharsets.UTF_8);
    Matcher matcher = NAME.matcher(rest);
    return matcher.lookingAt() ? matcher.group(1) : otherwise;
  }
}
