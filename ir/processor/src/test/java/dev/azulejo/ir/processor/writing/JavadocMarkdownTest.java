// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocMarkdownTest {
  @Test
  void separatesParagraphs() {
    assertThat(JavadocMarkdown.convert(" One.\n\n <p>Two,\n still two.\n @since 1\n"))
        .isEqualTo("One.\n\nTwo,\nstill two.");
  }

  @Test
  void keepsCode() {
    assertThat(JavadocMarkdown.convert("{@code a{b}c} and {@code `x`} and <code>y</code>"))
        .isEqualTo("`a{b}c` and `` `x` `` and `y`");
  }

  @Test
  void namesWhatLinksPointTo() {
    assertThat(
            JavadocMarkdown.convert(
                "{@link a.b.Value#type() its type}, {@link Value}, {@link a.B#c}, {@link #d}"))
        .isEqualTo("its type, `Value`, `B.c`, `d`");
  }

  @Test
  void fencesPreformattedText() {
    assertThat(
            JavadocMarkdown.convert(
                " So:\n <pre>{@code\n   if (a < b) {\n     c\n   }\n }</pre>\n Done."))
        .isEqualTo("So:\n\n```\nif (a < b) {\n  c\n}\n```\n\nDone.");
  }

  @Test
  void leavesComparisonsAlone() {
    assertThat(JavadocMarkdown.convert("a < b > c & d; e &amp; f &lt; g &copy; h"))
        .isEqualTo("a < b > c & d; e & f < g &copy; h");
  }

  @Test
  void endsWhereTagsAreNotClosed() {
    assertThat(JavadocMarkdown.convert("{@code a")).isEqualTo("`a`");
    assertThat(JavadocMarkdown.convert("<pre>a")).isEqualTo("```\na\n```");
    assertThat(JavadocMarkdown.convert("a <")).isEqualTo("a <");
  }

  @Test
  void findsTheFirstSentence() {
    assertThat(JavadocMarkdown.firstSentence("Adds\ntwo. Then three.")).isEqualTo("Adds two.");
    assertThat(JavadocMarkdown.firstSentence("Adds `a.b`")).isEqualTo("Adds `a.b`");
  }
}
