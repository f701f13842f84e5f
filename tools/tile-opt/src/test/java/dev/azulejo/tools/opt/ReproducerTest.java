// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReproducerTest {
  private static final String F = "func.func @f() { return }\n";

  private static final String FAILED =
      """
      <stdin>:1:1: error: 'func.func' op is not to my liking
      func.func @f() { return }
      ^
      """;

  @TempDir private Path folder;

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void failuresCanBeRepeated() throws IOException {
    Outcome failed =
        Outcome.of(
            folder,
            F,
            "--pass=cse,test-mark,test-fail",
            "--mlir-pass-pipeline-crash-reproducer=r.mlir",
            "--threads=3");
    assertThat(failed.status()).isOne();
    assertThat(failed.err())
        .startsWith(FAILED)
        .contains(
            "error: Failures have been detected while processing an MLIR pass pipeline\n",
            "note: Pipeline failed while executing [`TestFail` on 'func.func' operation: @f]:"
                + " reproducer generated at `r.mlir`\n");
    assertThat(file("r.mlir"))
        .startsWith("module {\n  func.func @f() {\n")
        .contains(
            "pipeline: \"builtin.module(cse, func.func(test-mark, test-fail))\"",
            "disable_threading: false",
            "verify_each: true");
    Outcome again = Outcome.of(folder, "", "r.mlir", "--run-reproducer");
    assertThat(again.status()).isOne();
    assertThat(again.err()).startsWith("r.mlir:2:3: error: 'func.func' op is not to my liking\n");
  }

  @Test
  void localOnesBeginBeforeTheFailure() throws IOException {
    Outcome.of(
        folder,
        F,
        "--pass=test-mark,test-fail",
        "--mlir-pass-pipeline-crash-reproducer=r.mlir",
        "--mlir-pass-pipeline-local-reproducer");
    assertThat(file("r.mlir"))
        .contains("tile.target = \"sm_90a\"", "\"builtin.module(func.func(test-fail))\"");
  }

  @Test
  void runsCanBeRepeated() throws IOException {
    Outcome first =
        Outcome.of(
            folder,
            F,
            "--pass=test-mark",
            "--mlir-generate-reproducer=r.mlir",
            "--verify-each=false",
            "--mlir-disable-threading");
    assertThat(file("r.mlir")).contains("disable_threading: true", "verify_each: false");
    assertThat(Outcome.of(folder, "", "--run-reproducer", "r.mlir")).isEqualTo(first);
  }

  @Test
  void thereMustBeOne() {
    assertThat(Outcome.of(folder, F, "--run-reproducer"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                "<unknown>:0: error: the input has no 'mlir_reproducer' in its metadata section\n"));
  }

  @Test
  void bugsAreOursAndWrittenDown() throws IOException {
    Outcome broken = Outcome.of(folder, F, "--pass=test-mark,test-break");
    assertThat(broken.status()).isOne();
    assertThat(broken.out()).isEmpty();
    assertThat(broken.err())
        .contains(
            "pass 'test-break' broke down on 'func.func' operation: @f: IllegalStateException: out"
                + " of chalk. This is a bug of the compiler, not of the input")
        .doesNotContain("\tat ");
    Matcher written = Pattern.compile("reproducer generated at `(.+)`").matcher(broken.err());
    assertThat(written.find()).isTrue();
    Path file = Path.of(written.group(1));
    assertThat(file).content().contains("func.func(test-mark, test-break)");
    Files.delete(file);
  }

  @Test
  void whatPassesSpoilIsFound() throws IOException {
    Outcome spoilt = Outcome.of(folder, F, "--pass=test-spoil");
    assertThat(spoilt.status()).isOne();
    assertThat(spoilt.err())
        .contains("requires attribute 'sym_name'", "pass 'test-spoil' left this behind");
    Matcher written = Pattern.compile("reproducer generated at `(.+)`").matcher(spoilt.err());
    assertThat(written.find()).isTrue();
    Files.delete(Path.of(written.group(1)));
    Outcome unverified = Outcome.of(folder, F, "--pass=test-spoil", "--verify-each=false");
    assertThat(unverified.status()).isZero();
    assertThat(unverified.out()).contains("\"func.func\"() <{function_type = () -> ()}> ({");
  }
}
