// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptReaderTest {

  @Test
  void findsKeywordsAnywhere() throws ScriptException {
    TestScript script =
        ScriptReader.read(
            """
            // RUN: first
            text ; RUN:   second  \s
            // REQUIRES: a, b && c
            // UNSUPPORTED: d
            // XFAIL: *
            // ALLOW_RETRIES: 3
            // DEFINE: %{x} = one two
            # REDEFINE: %{x} = three
            """);
    assertThat(script.steps())
        .containsExactly(
            new Step.Run(1, "first"),
            new Step.Run(2, "second"),
            new Step.Define(7, "%{x}", "one two", false),
            new Step.Define(8, "%{x}", "three", true));
    assertThat(script.requires()).extracting(Condition::text).containsExactly("a", "b && c");
    assertThat(script.unsupported()).extracting(Condition::text).containsExactly("d");
    assertThat(script.expectedFailures().getFirst().holds(Set.of())).isTrue();
    assertThat(script.retries()).isEqualTo(3);
  }

  @Test
  void joinsLinesAndCountsThem() throws ScriptException {
    TestScript script =
        ScriptReader.read(
            """
            // RUN: a %(line) \\
            // CHECK: between
            // RUN:   b %(line+10) \\
            // RUN: c %( line - 1 )
            """);
    assertThat(script.steps()).containsExactly(new Step.Run(1, "a 1    b 13  c 3"));
  }

  @Test
  void looksAtNothingBehindTheEnd() throws ScriptException {
    assertThat(ScriptReader.read("// RUN: a\n// END.\n// RUN: b\n").steps())
        .containsExactly(new Step.Run(1, "a"));
  }

  @Test
  void saysWhetherThereIsAnythingToRun() throws ScriptException {
    assertThat(ScriptReader.read("// DEFINE: %{a} = b\n").hasRunLines()).isFalse();
    assertThat(ScriptReader.read("// RUN: a\n").hasRunLines()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "RUN: a \\; 1; unterminated 'RUN:'",
        "RUN: a \\|DEFINE: %{b} = c; 1; unterminated 'RUN:'",
        "DEFINE: x = y; 1; needs '%{name} = value'",
        "RUN: a|DEFINE: %{0} = y; 2; is not a name",
        "ALLOW_RETRIES: many; 1; takes a number",
        "XFAIL: a,,b; 1; <end of expression>",
      })
  void refuses(String text, int line, String message) {
    assertThatThrownBy(() -> ScriptReader.read(text.replace('|', '\n')))
        .isInstanceOfSatisfying(ScriptException.class, e -> assertThat(e.line()).isEqualTo(line))
        .hasMessageContaining(message);
  }
}
