// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shows passes at work. */
final class WatchingTest {
  private static final String TWO =
      """
      func.func @a() { return }
      func.func @b() { return }
      """;

  private static final String MARK = "--pass=test-nothing,test-mark";

  @TempDir private Path folder;

  private List<String> headers(String... args) {
    return Outcome.of(folder, TWO, args).err().lines().filter(l -> l.startsWith("// ---")).toList();
  }

  @Test
  void printsAroundPasses() {
    Outcome outcome = Outcome.of(folder, TWO, "--pass=test-mark", "--print-ir-after=test-mark");
    assertThat(outcome.err())
        .startsWith(
            """
            // -----// IR Dump After TestMark (test-mark) //----- //
            func.func @a() attributes {tile.target = "sm_90a"} {
              return
            }

            // -----// IR Dump After\
            """);
  }

  @Test
  void choosesPassesAndMoments() {
    String nothing = "// -----// IR Dump %s TestNothing (test-nothing) //----- //";
    String mark = "// -----// IR Dump %s TestMark (test-mark) //----- //";
    assertThat(headers(MARK, "--mlir-print-ir-after-all"))
        .containsExactly(
            nothing.formatted("After"),
            mark.formatted("After"),
            nothing.formatted("After"),
            mark.formatted("After"));
    assertThat(headers(MARK, "--print-ir-before=test-nothing"))
        .containsExactly(nothing.formatted("Before"), nothing.formatted("Before"));
    assertThat(headers(MARK, "--print-ir-before-all")).hasSize(4);
    assertThat(headers(MARK, "--print-ir-after-change"))
        .containsExactly(mark.formatted("After"), mark.formatted("After"));
    assertThat(headers("--pass=test-mark,test-fail", "--print-ir-after-failure"))
        .contains("// -----// IR Dump After TestFail Failed (test-fail) //----- //");
    assertThat(headers(MARK, "--print-ir-after=test-mark", "--print-ir-module-scope"))
        .containsExactly(
            "// -----// IR Dump After TestMark (test-mark) ('func.func' operation: @a) //----- //",
            "// -----// IR Dump After TestMark (test-mark) ('func.func' operation: @b) //----- //");
  }

  @Test
  void printsWhatIsWrongInGenericForm() {
    Outcome outcome = Outcome.of(folder, TWO, "--pass=test-spoil", "--print-ir-after-failure");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("IR Dump After TestSpoil Failed")
        .contains("\"func.func\"() <{function_type = () -> ()}> ({");
  }

  @Test
  void refusesNamesOfNoPass() {
    assertThat(Outcome.of(folder, TWO, "--mlir-print-ir-after=cse,nope"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                "tile-opt: for the --mlir-print-ir-after option: Cannot find option named"
                    + " 'nope'!\n"));
  }

  @Test
  void printsIntoFiles() throws IOException {
    Outcome outcome =
        Outcome.of(folder, TWO, MARK, "--print-ir-after-all", "--print-ir-tree-dir=t");
    assertThat(outcome.err()).isEmpty();
    try (Stream<Path> files = Files.walk(folder.resolve("t"))) {
      assertThat(files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()))
          .containsExactlyInAnyOrder(
              "t/builtin_module_no-symbol-name/func_func_a/0_0_test-nothing.mlir",
              "t/builtin_module_no-symbol-name/func_func_a/0_1_test-mark.mlir",
              "t/builtin_module_no-symbol-name/func_func_b/0_0_test-nothing.mlir",
              "t/builtin_module_no-symbol-name/func_func_b/0_1_test-mark.mlir");
    }
  }

  @Test
  void measures() {
    assertThat(Outcome.of(folder, TWO, MARK, "--mlir-timing").err())
        .contains("... Execution time report ...")
        .containsSubsequence("  Parser\n", "  'func.func' Pipeline\n", "    TestMark\n", "Total\n");
    assertThat(Outcome.of(folder, TWO, MARK, "--mlir-pass-statistics").err())
        .contains("... Pass statistics report ...", "    (S) 2 marks - functions marked\n");
  }

  @Test
  void showsThePipeline() {
    assertThat(Outcome.of(folder, TWO, "--pass=test-mark,cse", "--dump-pass-pipeline").err())
        .isEqualTo(
            """
            Pass Manager with 2 passes:
            builtin.module(
              func.func(
                test-mark
              ),
              cse
            )

            """);
  }
}
