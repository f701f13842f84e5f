// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Text in Markdown, paragraph by paragraph. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  /** A heading of a depth from 1. */
  Markdown heading(int depth, String words) {
    return paragraph("#".repeat(depth) + " " + words);
  }

  /** A paragraph; an empty one is left out. */
  Markdown paragraph(String words) {
    if (!words.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n").append(words).append('\n');
    }
    return this;
  }

  /** A block of code. */
  Markdown fenced(String language, String code) {
    return paragraph("```" + language + "\n" + code + "\n```");
  }

  /** A table; one without rows is left out. */
  Markdown table(List<String> header, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return this;
    }
    StringBuilder table = new StringBuilder();
    table.append(row(header)).append("|");
    table.append(" --- |".repeat(header.size())).append('\n');
    rows.forEach(cells -> table.append(row(cells)));
    return paragraph(table.toString().stripTrailing());
  }

  /** Text as code. */
  static String code(String words) {
    return "`" + words + "`";
  }

  /** Several texts as code. */
  static String codes(Collection<String> words) {
    return words.stream().map(Markdown::code).collect(Collectors.joining(", "));
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> JavadocMarkdown.inOneLine(cell).replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
