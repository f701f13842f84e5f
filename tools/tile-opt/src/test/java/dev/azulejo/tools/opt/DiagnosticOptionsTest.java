// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiagnosticOptionsTest {
  private static final String F = "func.func @f() { return }\n";
  private static final String PRINTED = "module {\n  func.func @f() {\n    return\n  }\n}\n\n";
  private static final String REMARK =
      """
      <stdin>:1:1: %s: not improved: 0 follow
      func.func @f() { return }
      ^
      """;

  @TempDir private Path folder;

  private Outcome remark(String... more) {
    String[] args = new String[more.length + 1];
    args[0] = "--test-remark";
    System.arraycopy(more, 0, args, 1, more.length);
    return Outcome.of(folder, F, args);
  }

  @Test
  void remarksAreShownUnlessAskedOtherwise() {
    Outcome shown = new Outcome(0, PRINTED, REMARK.formatted("remark"));
    assertThat(remark()).isEqualTo(shown);
    assertThat(remark("--remarks=show")).isEqualTo(shown);
    assertThat(remark("--remarks=hide")).isEqualTo(new Outcome(0, PRINTED, ""));
    assertThat(remark("--mlir-diagnostic-verbosity-level=warnings"))
        .isEqualTo(new Outcome(0, PRINTED, ""));
  }

  @Test
  void remarksCanBeErrors() {
    assertThat(remark("--remarks=error")).isEqualTo(new Outcome(1, "", REMARK.formatted("error")));
    assertThat(remark("--remarks=loud").err())
        .isEqualTo("tile-opt: for the --remarks option: Cannot find option named 'loud'!\n");
  }

  @Test
  void errorsShowTheOperation() {
    String bad = "\"arith.constant\"() {value = 1 : i64} : () -> i32\n";
    String error =
        """
        <stdin>:1:1: error: 'arith.constant' op failed to verify that all of {value, result} have \
        same type
        "arith.constant"() {value = 1 : i64} : () -> i32
        ^
        """;
    String note =
        """
        <stdin>:1:1: note: see current operation: %0 = "arith.constant"() <{value = 1 : i64}> : () \
        -> i32
        """;
    assertThat(Outcome.of(folder, bad).err()).isEqualTo(error + note);
    assertThat(Outcome.of(folder, bad, "--mlir-disable-diagnostic-notes").err())
        .isEqualTo(error + note);
    assertThat(Outcome.of(folder, bad, "--mlir-print-op-on-diagnostic=false").err())
        .isEqualTo(error);
  }

  @Test
  void notesCanBeLeftOut() {
    String same = F + F;
    assertThat(Outcome.of(folder, same).err()).contains("note: see existing symbol definition");
    assertThat(Outcome.of(folder, same, "--mlir-disable-diagnostic-notes").err())
        .contains("redefinition of symbol")
        .doesNotContain("see existing");
  }

  @Test
  void coloursAreAskedFor() {
    assertThat(Outcome.of(folder, "}", "--color").err()).contains("\u001b[1;31merror: \u001b[0m");
    assertThat(Outcome.of(folder, "}", "--color=0").err()).doesNotContain("\u001b");
  }
}
