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

final class TileOptTest {
  private static final String OP =
      """
      "toy.op"() : () -> ()
      """;

  private static final String PRINTED =
      """
      module {
        "toy.op"() : () -> ()
      }

      """;

  private static final String[] NOTHING = {};

  @TempDir private Path folder;

  private Outcome run(String input, String... args) {
    return Outcome.of(folder, input, args);
  }

  private Outcome lenient(String input, String... args) {
    return run(
        input,
        Stream.concat(Stream.of("--allow-unregistered-dialect"), Stream.of(args))
            .toArray(String[]::new));
  }

  private List<String> filesThere() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void readsStandardInput() {
    assertThat(lenient(OP)).isEqualTo(new Outcome(0, PRINTED, ""));
    assertThat(lenient(OP, "-")).isEqualTo(new Outcome(0, PRINTED, ""));
  }

  @Test
  void readsFile() throws IOException {
    Files.writeString(folder.resolve("in.mlir"), OP);
    assertThat(lenient("", "in.mlir")).isEqualTo(new Outcome(0, PRINTED, ""));
  }

  @Test
  void writesFile() throws IOException {
    assertThat(lenient(OP, "-o", "out.mlir")).isEqualTo(new Outcome(0, "", ""));
    assertThat(filesThere()).containsExactly("out.mlir");
    assertThat(folder.resolve("out.mlir")).hasContent(PRINTED);
  }

  @Test
  void replacesFile() throws IOException {
    Files.writeString(folder.resolve("out.mlir"), "old");
    assertThat(lenient(OP, "-o=out.mlir").status()).isZero();
    assertThat(folder.resolve("out.mlir")).hasContent(PRINTED);
  }

  @Test
  void leavesFileAloneAfterErrors() throws IOException {
    Files.writeString(folder.resolve("out.mlir"), "old");
    assertThat(run(OP, "-o", "out.mlir").status()).isOne();
    assertThat(filesThere()).containsExactly("out.mlir");
    assertThat(folder.resolve("out.mlir")).hasContent("old");
  }

  @Test
  void runsPasses() {
    String twice =
        """
        module {
          module {
          }
          "builtin.module"() ({
            %0 = "builtin.unrealized_conversion_cast"() : () -> i32
          }) : () -> ()
        }
        """;
    Outcome outcome = run(twice, "--pass=cse,canonicalize{max-iterations=3}");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).doesNotContain("cast");
    assertThat(run(twice, "-cse", "--canonicalize=max-iterations=3")).isEqualTo(outcome);
    assertThat(run(twice, "--pass-pipeline=builtin.module(cse,canonicalize)")).isEqualTo(outcome);
    assertThat(run(twice, "--cleanup")).isEqualTo(outcome);
  }

  @Test
  void namesTheNearestOption() {
    assertThat(run("", "--split-input-fil"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                """
                tile-opt: Unknown command line argument '--split-input-fil'.  Try: 'tile-opt --help'
                tile-opt: Did you mean '--split-input-file'?
                """));
  }

  @Test
  void listsWhatThereIs() {
    assertThat(run("", "--show-dialects").out()).startsWith("Available Dialects: ");
    assertThat(run("", "--list-dialects").out()).contains("\n  builtin\n");
    assertThat(run("", "--list-passes").out()).contains("  --cse ").contains("--max-iterations=");
    assertThat(run("", "--help").out())
        .startsWith("OVERVIEW: ")
        .contains("\nUSAGE: tile-opt [options] <input file>\n", "\nOPTIONS:\n", "\n  --cse ");
    assertThat(run("", "--version").out()).matches("tile-opt of Azulejo \\d+\\.\\d+.*\n");
  }

  @Test
  void needsNoArguments() {
    assertThat(run("", NOTHING)).isEqualTo(new Outcome(0, "module {\n}\n\n", ""));
  }
}
