// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeatureExpressionTest {
  private static final Set<String> FEATURES = Set.of("cuda", "sm_90", "system-linux", "clang++");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cuda; true",
        "hip; false",
        "!hip; true",
        "!!cuda; true",
        "cuda && hip; false",
        "cuda || hip; true",
        "hip && hip || cuda; true",
        "hip && (hip || cuda); false",
        "!cuda || cuda; true",
        "!(cuda || cuda); false",
        "true; true",
        "false || false; false",
        "clang++; true",
        "{{sm_[0-9]+}}; true",
        "sm_{{8.}}; false",
        "s{{.*}}-linux; true",
        "{{cud}}; false",
        "*; true",
      })
  void holds(String text, boolean expected) throws ScriptException {
    assertThat(Condition.parse(1, text).holds(FEATURES)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cuda &&; <end of expression>",
        "&& cuda; '&&'",
        "(cuda; ')'",
        "cuda hip; 'hip'",
        "cuda & hip; '&'",
        "''; <end of expression>",
        "cuda); ')'",
        "{{[}}; bad regular expression",
      })
  void refuses(String text, String message) {
    assertThatThrownBy(() -> Condition.parse(7, text))
        .isInstanceOfSatisfying(ScriptException.class, e -> assertThat(e.line()).isEqualTo(7))
        .hasMessageContaining(message);
  }

  @Test
  void refusesWhatNestsTooDeeply() {
    assertThatThrownBy(() -> Condition.parse(1, "!".repeat(100_000) + "cuda"))
        .hasMessage("expression nests too deeply");
  }
}
