// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.shell;

import java.util.List;
import java.util.regex.Pattern;

/** What was executed and what it wrote, in lit's layout. Safe to read while it is written. */
public final class Transcript {
  private static final Pattern PLAIN = Pattern.compile("[-\\w@%+=:,./]+");
  private static final int WIDTH = 31;

  private final StringBuilder text = new StringBuilder();

  /** Notes a line of its own. */
  public synchronized void line(String line) {
    text.append(line).append('\n');
  }

  /** Notes a command that has ended. */
  synchronized void executed(
      boolean negated, List<String> words, String out, String err, int status) {
    var entry = new StringBuilder("# executed command: ");
    entry.append(negated ? "! " : "").append(quoted(words)).append('\n');
    section(entry, "stdout", out);
    section(entry, "stderr", err);
    if (status != 0 && !negated) {
      if (out.isEmpty() && err.isEmpty()) {
        entry.append("# note: command had no output on stdout or stderr\n");
      }
      entry.append("# error: command failed with exit status: ").append(status).append('\n');
    }
    text.append(entry);
  }

  private static void section(StringBuilder entry, String name, String content) {
    if (!content.isEmpty()) {
      String head = "# .---command " + name;
      entry.append(head).append("-".repeat(WIDTH + 1 - head.length())).append('\n');
      content.lines().forEach(line -> entry.append("# | ").append(line).append('\n'));
      entry.append("# `").append("-".repeat(WIDTH - 2)).append('\n');
    }
  }

  /** Words as a shell would take them back. */
  static String quoted(List<String> words) {
    var result = new StringBuilder();
    for (String word : words) {
      result.append(result.isEmpty() ? "" : " ");
      result.append(
          PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\"'\"'") + "'");
    }
    return result.toString();
  }

  @Override
  public synchronized String toString() {
    return text.toString();
  }
}
