// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.lit.script.Substitutions.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubstitutionsTest {
  private final Substitutions substitutions =
      new Substitutions(
          Map.of("%s", "/a/%t.mlir", "%t", "/o/t.tmp", "%basename_t", "t", "%{pathsep}", ":"),
          List.of(new Rule("%trip", "trip %s"), new Rule("%opt", "%tripping")),
          Set.of("cuda"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "cat %s > %t.1; cat /a/%t.mlir > /o/t.tmp.1",
        "%basename_t %{pathsep}; t :",
        "100%% %%s; 100% %s",
        "%trip --x; trip /a/%t.mlir --x",
        "%tripping; /o/t.tmpripping",
        "%arg0 %; %arg0 %",
        "a %if cuda %{ yes %} %else %{ no %} b; a  yes  b",
        "a %if hip %{ yes %} %else %{ no %} b; a  no  b",
        "a %if hip %{ yes %} b; a  b",
        "%if cuda %{ %if !hip %{ %s %} %else %{ n %} %} %else %{ o %}; `  /a/%t.mlir  `",
      })
  void expands(String text, String expected) throws ScriptException {
    assertThat(expand(text)).isEqualTo(expected);
  }

  @Test
  void expandsDefinitionsWhereTheyAreUsed() throws ScriptException {
    define("%{outer}", "[%{inner} %s 5%%]", false);
    define("%{inner}", "1", false);
    assertThat(expand("%{outer}")).isEqualTo("[1 /a/%t.mlir 5%]");
    define("%{inner}", "2", true);
    assertThat(expand("%{outer}")).isEqualTo("[2 /a/%t.mlir 5%]");
  }

  @Test
  void refusesDefinitionsInTheWrongOrder() throws ScriptException {
    assertThatThrownBy(() -> define("%{a}", "", true)).hasMessageContaining("No substitution for");
    define("%{a}", "", false);
    assertThatThrownBy(() -> define("%{a}", "", false)).hasMessageContaining("already defined");
    assertThatThrownBy(() -> define("%{pathsep}", "", false))
        .hasMessageContaining("already defined");
  }

  @Test
  void refusesDefinitionsWithoutEnd() throws ScriptException {
    define("%{a}", "%{a}%{a}", false);
    assertThatThrownBy(() -> expand("%{a}")).hasMessageContaining("without end");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "%T; %T is no longer supported",
        "%{nothing}; unknown substitution '%{nothing}'",
        "%if cuda %{ a; '%}' is missing",
        "%if cuda; '%{' is missing for %if",
        "%if cuda %{ a %} %else b; '%{' is missing for %else",
        "%if && %{ a %}; expected:",
      })
  void refuses(String text, String message) {
    assertThatThrownBy(() -> expand(text))
        .isInstanceOfSatisfying(ScriptException.class, e -> assertThat(e.line()).isEqualTo(3))
        .hasMessageContaining(message);
  }

  private String expand(String text) throws ScriptException {
    return substitutions.expand(new Step.Run(3, text));
  }

  private void define(String name, String value, boolean again) throws ScriptException {
    substitutions.define(new Step.Define(1, name, value, again));
  }
}
