// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLineTest {
  @TempDir private Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String environmentOptions = "";
  private String input = "a b\n";

  @BeforeEach
  void writeChecks() throws IOException {
    Files.writeString(directory.resolve("c.txt"), "CHECK: a\nFOO: b\nBAR: a b\n");
    Files.writeString(directory.resolve("i.txt"), "b\n");
  }

  private int run(String... args) {
    return FileCheck.run(
        List.of(args),
        directory,
        Map.of("FILECHECK_OPTS", environmentOptions),
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out),
        new PrintStream(err));
  }

  private String messages() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void prefixesAccumulate() {
    assertThat(run("c.txt")).isZero();
    assertThat(run("c.txt", "--check-prefix=BAR")).isZero();
    assertThat(run("c.txt", "--check-prefix", "CHECK", "-check-prefixes=FOO,BAR")).isEqualTo(1);
    assertThat(messages()).startsWith("c.txt:3:6: error: BAR: expected string not found");
  }

  @Test
  void everyPrefixMustOccurUnlessAllowed() {
    assertThat(run("c.txt", "--check-prefixes=FOO,NO")).isEqualTo(2);
    assertThat(messages()).isEqualTo("error: no check strings found with prefix 'NO:'\n");
    assertThat(run("c.txt", "--check-prefixes=FOO,NO", "--allow-unused-prefixes")).isZero();
  }

  @Test
  void badPrefixesAreRefused() {
    assertThat(run("c.txt", "--check-prefix=")).isEqualTo(2);
    assertThat(run("c.txt", "--check-prefix=A B")).isEqualTo(2);
    assertThat(run("c.txt", "--check-prefixes=CHECK,CHECK")).isEqualTo(2);
    assertThat(run("c.txt", "--comment-prefixes=CHECK")).isEqualTo(2);
    assertThat(run("c.txt", "--check-prefix=COM")).isEqualTo(2);
    assertThat(messages().lines())
        .containsExactly(
            "error: empty check prefix",
            "error: a check prefix has letters, digits, '-' and '_' only: 'A B'",
            "error: prefix given twice: 'CHECK'",
            "error: prefix given twice: 'CHECK'",
            "error: prefix given twice: 'COM'");
  }

  @Test
  void inputCanBeAFile() {
    assertThat(run("c.txt", "--input-file=i.txt")).isEqualTo(1);
    assertThat(messages()).contains("i.txt:1:1: note: scanning from here", "Input file: i.txt");
  }

  @Test
  void implicitNotStandsBetweenTheChecks() {
    assertThat(run("c.txt", "--implicit-check-not=b")).isEqualTo(1);
    assertThat(messages())
        .startsWith(
            """
            command line:1:22: error: IMPLICIT-CHECK-NOT: excluded string found in input
            -implicit-check-not='b'
                                 ^
            """)
        .contains("not:imp1");
    assertThat(run("c.txt", "--implicit-check-not={{")).isEqualTo(2);
  }

  @Test
  void unreadableFilesAndEmptyInputsAreRefused() {
    assertThat(run("none.txt")).isEqualTo(2);
    assertThat(run("c.txt", "--input-file=none.txt")).isEqualTo(2);
    input = "";
    assertThat(run("c.txt")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(messages().lines())
        .containsExactly(
            "Could not open check file 'none.txt': No such file or directory",
            "Could not open input file 'none.txt': No such file or directory",
            "FileCheck error: '<stdin>' is empty.",
            "<check-file> not specified");
    assertThat(run("c.txt", "--allow-empty", "--dump-input=never")).isEqualTo(1);
  }

  @Test
  void usageErrorsAreStatusOne() {
    assertThat(run("c.txt", "--nope")).isEqualTo(1);
    assertThat(run("c.txt", "d.txt")).isEqualTo(1);
    assertThat(run("c.txt", "--dump-input=nope")).isEqualTo(1);
    assertThat(run("c.txt", "--dump-input-context=x")).isEqualTo(1);
    assertThat(run("c.txt", "--allow-empty=perhaps")).isEqualTo(1);
    assertThat(run("c.txt", "--check-prefix")).isEqualTo(1);
    assertThat(run("c.txt", "-D")).isEqualTo(1);
    assertThat(messages().lines()).hasSize(7).allMatch(line -> line.startsWith("filecheck: "));
  }

  @Test
  void theEnvironmentAddsOptions() {
    environmentOptions = " --check-prefix='FOO' \"--implicit-check-not=a b\" ";
    assertThat(run("c.txt")).isZero();
    environmentOptions = "--implicit-check-not=a\\ ";
    assertThat(run("c.txt", "--check-prefix=FOO")).isEqualTo(1);
  }

  @Test
  void helpGoesToStandardOutput() {
    assertThat(run("--help")).isZero();
    assertThat(run("--dump-input=help", "--dump-input=never")).isZero();
    assertThat(run("--version")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("USAGE: filecheck", "How to read the input dump.", "filecheck (Azulejo)");
    assertThat(messages()).isEmpty();
  }

  @Test
  void definitionsMustBeWellFormed() {
    assertThat(run("c.txt", "-DX")).isEqualTo(2);
    assertThat(run("c.txt", "-D=1")).isEqualTo(2);
    assertThat(run("c.txt", "-D#X=")).isEqualTo(2);
    assertThat(run("c.txt", "-D#X=Y")).isEqualTo(2);
    assertThat(run("c.txt", "-DX=a", "-D#X=1")).isEqualTo(2);
    assertThat(messages())
        .contains(
            "Missing equal sign in command-line definition '-DX'",
            "Missing variable name in command-line definition '-D=1'",
            "Global defines:1:38: error: numeric definition without a value",
            "undefined variable: Y",
            "Global defines:2:39: error: string variable with name 'X' already exists");
  }
}
