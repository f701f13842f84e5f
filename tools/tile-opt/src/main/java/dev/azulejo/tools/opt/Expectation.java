// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.diag.Severity;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A diagnostic that a comment says will come.
 *
 * @param severity how severe
 * @param comment where the comment stands
 * @param text the text as written
 * @param pattern matches a part of the message
 * @param line the line that the diagnostic is about, 0 for no place
 */
record Expectation(
    Severity severity, Location.FileRange comment, String text, Pattern pattern, int line) {

  /** The pattern of a text, or null for a regular expression that is broken. */
  static @Nullable Pattern pattern(String text, boolean isExpression) {
    if (!isExpression) {
      return Pattern.compile(Pattern.quote(text));
    }
    StringBuilder all = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("{{", at);
      int close = open < 0 ? -1 : text.indexOf("}}", open);
      if (close < 0) {
        break;
      }
      all.append(Pattern.quote(text.substring(at, open)));
      all.append("(?:").append(text, open + 2, close).append(')');
      at = close + 2;
    }
    all.append(Pattern.quote(text.substring(at)));
    try {
      return Pattern.compile(all.toString());
    } catch (PatternSyntaxException _) {
      return null;
    }
  }
}
