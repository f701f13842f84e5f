// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * Compares the errors of a compilation with comments that begin with {@code //~}: one stands on the
 * line of each error, and holds what javac says.
 */
final class Marks {
  private static final Pattern EXPECTED = Pattern.compile("//~ (.*)$");

  private record Mark(long line, String text) {}

  private Marks() {}

  /** Checks that the errors are those that the source marks. */
  static void check(String source, Compilation compilation) {
    List<Mark> reported =
        compilation.messages().stream()
            .filter(message -> message.kind() == Diagnostic.Kind.ERROR)
            // Where nothing could be generated, javac misses it.
            .filter(message -> !message.text().contains("cannot find symbol"))
            .map(message -> new Mark(message.line(), message.text()))
            .toList();
    assertThat(reported).isEqualTo(marks(source));
  }

  private static List<Mark> marks(String source) {
    List<Mark> marks = new ArrayList<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = EXPECTED.matcher(lines.get(i));
      if (matcher.find()) {
        marks.add(new Mark(i + 1, matcher.group(1)));
      }
    }
    assertThat(marks).as("the marks").isNotEmpty();
    return marks;
  }
}
