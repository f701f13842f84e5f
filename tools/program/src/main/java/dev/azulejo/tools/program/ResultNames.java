// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.program;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.diag.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of results, which IR does not keep: they stand in the text before their operation. */
public final class ResultNames {
  private static final Pattern NAME = Pattern.compile("%([\\w$.-]+)(?::\\d+)?\\s*=\\s*$");

  private ResultNames() {}

  /** The name of the result of the operation at a place, without the percent sign, or nothing. */
  public static String at(Location location, SourceText source) {
    Location.FileRange place = location.position();
    if (place == null
        || !place.file().equals(source.name())
        || place.line() < source.firstLine()
        || place.line() >= source.firstLine() + source.lineCount()) {
      return "";
    }
    byte[] line = source.line(place.line()).getBytes(StandardCharsets.UTF_8);
    int end = Math.clamp(place.column() - 1L, 0, line.length);
    Matcher matcher = NAME.matcher(new String(line, 0, end, StandardCharsets.UTF_8));
    return matcher.find() ? matcher.group(1) : "";
  }
}
