// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runner as its command line shows it. */
final class LitCommandTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Does not end by itself, and does not mind being interrupted. */
  private record Endless(CountDownLatch left) implements Tool {
    @Override
    public String name() {
      return "endless";
    }

    @Override
    public int run(Call call) {
      while (true) {
        try {
          left.await();
          return 0;
        } catch (InterruptedException e) {
          call.err().println("interrupted");
        }
      }
    }
  }

  /** Throws. */
  private record Broken() implements Tool {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public int run(Call call) {
      throw new StackOverflowError("deep");
    }
  }

  @BeforeEach
  void makeSuite() throws IOException {
    write("lit.properties", "name = demo\nsuffixes = .test\nexcludes = Inputs\nexec-root = out\n");
    write("pass.test", "RUN: echo hi | filecheck %s\nCHECK: hi\n");
    write("sub/fail.test", "RUN: echo hi && false\n");
    write("none.test", "nothing\n");
    write("xfail.test", "XFAIL: *\nRUN: false\n");
    write("xpass.test", "XFAIL: system-{{.*}}\nRUN: true\n");
    write("requires.test", "REQUIRES: mlir-opt && gone, also\nRUN: true\n");
    write("unsupported.test", "UNSUPPORTED: system-{{.*}}\nRUN: true\n");
    write("throws.test", "RUN: broken\n");
    write("Inputs/not-a.test", "RUN: false\n");
    write("other.txt", "RUN: false\n");
  }

  @Test
  void reportsAsLitDoes() throws Exception {
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("Time: .*s", "Time: #"))
        .isEqualTo(
            """
            -- Testing: 8 tests, 2 workers --
            UNRESOLVED: demo :: none.test (1 of 8)
            PASS: demo :: pass.test (2 of 8)
            UNSUPPORTED: demo :: requires.test (3 of 8)
            FAIL: demo :: sub/fail.test (4 of 8)
            FAIL: demo :: throws.test (5 of 8)
            UNSUPPORTED: demo :: unsupported.test (6 of 8)
            XFAIL: demo :: xfail.test (7 of 8)
            XPASS: demo :: xpass.test (8 of 8)
            ********************
            Unresolved Tests (1):
              demo :: none.test

            ********************
            Failed Tests (2):
              demo :: sub/fail.test
              demo :: throws.test

            ********************
            Unexpectedly Passed Tests (1):
              demo :: xpass.test


            Testing Time: #

            Total Discovered Tests: 8
              Unsupported        : 2 (25.00%)
              Passed             : 1 (12.50%)
              Expectedly Failed  : 1 (12.50%)
              Unresolved         : 1 (12.50%)
              Failed             : 2 (25.00%)
              Unexpectedly Passed: 1 (12.50%)
            """);
  }

  @Test
  void saysTheSameWhateverTheNumberOfThreads() throws Exception {
    for (int i = 0; i < 40; i++) {
      write("many/%02d.test".formatted(i), "RUN: echo %s | filecheck %s\nCHECK: many/" + i % 7);
    }
    run("-v", "-j", "1");
    String alone = out.toString(StandardCharsets.UTF_8);
    out.reset();
    run("-v", "-j", "8");
    assertThat(comparable(out.toString(StandardCharsets.UTF_8))).isEqualTo(comparable(alone));
  }

  private static String comparable(String text) {
    return text.replaceAll("Time: .*s|, \\d+ workers", "");
  }

  @Test
  void showsWhatFailed() throws Exception {
    assertThat(run("-v", "--filter", "sub/fail")).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            """
            FAIL: demo :: sub/fail.test (1 of 1)
            ******************** TEST 'demo :: sub/fail.test' FAILED ********************
            Exit Code: 1

            Command Output (stdout):
            --
            # RUN: at line 1
            echo hi && false
            # executed command: echo hi
            # .---command stdout------------
            # | hi
            # `-----------------------------
            # executed command: false
            # note: command had no output on stdout or stderr
            # error: command failed with exit status: 1

            --

            ********************
            """)
        .contains("Excluded: 7 (87.50%)");
  }

  @Test
  void showsTheTraceOfAToolThatThrew() throws Exception {
    assertThat(run("-v", "--filter", "throws")).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("# | java.lang.StackOverflowError: deep", "Broken.run", "exit status: 134");
  }

  @Test
  void namesMissingFeatures() throws Exception {
    assertThat(run("-a", "--filter", "requires")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("unavailable features: mlir-opt && gone, also");
    out.reset();
    assertThat(run("--filter", "requires", "-D", "features=mlir-opt,gone,also")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("PASS: demo :: requires.test");
  }

  @Test
  void leavesBehindWhatDoesNotEnd() throws Exception {
    write("endless.test", "RUN: echo before\nRUN: endless\n");
    assertThat(run("-v", "--timeout", "1", "--filter", "endless|pass")).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("TIMEOUT: demo :: endless.test", "# | before", "Reached timeout of 1 seconds")
        .contains("Timed Out Tests (1)")
        .contains("PASS: demo :: pass.test");
  }

  @Test
  void killsProcessesThatDoNotEnd() throws Exception {
    write("sleeps.test", "RUN: bash -c 'echo $$ > %t; exec sleep 100'\n");
    assertThat(run("--timeout", "1", "--filter", "sleeps")).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("TIMEOUT: demo :: sleeps.test");
    long process =
        Long.parseLong(Files.readString(folder.resolve("out/Output/sleeps.test.tmp")).strip());
    var handle = ProcessHandle.of(process);
    if (handle.isPresent()) {
      assertThat(handle.get().onExit().get(10, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void runsAgainWhereAllowed() throws Exception {
    write("again.test", "ALLOW_RETRIES: 1\nRUN: bash -c 'test -e %t || { touch %t; false; }'\n");
    assertThat(run("--filter", "again")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("FLAKYPASS: demo :: again.test (1 of 1, 2 attempts)", "Passed With Retry: 1");
  }

  @Test
  void stopsAfterFailures() throws Exception {
    assertThat(run("--max-failures", "1")).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Skipped   : 7")
        .contains("Unresolved: 1");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("reached maximum number");
  }

  @Test
  void startsAfreshEachTime() throws Exception {
    write("fresh.test", "RUN: mkdir %t && echo a > %t.x\n");
    assertThat(run("--filter", "fresh")).isZero();
    assertThat(run("--filter", "fresh")).isZero();
  }

  @Test
  void writesResultsAsJson() throws Exception {
    run("-o", folder.resolve("r.json").toString(), "--filter", "pass.test");
    assertThat(Files.readString(folder.resolve("r.json")))
        .contains(
            "\"code\": \"PASS\"", "\"name\": \"demo :: pass.test\"", "\\n# RUN: at line 1\\n");
  }

  @Test
  void cutsIntoShards() throws Exception {
    run("--num-shards", "3", "--run-shard", "2");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("-- Testing: 3 of 8 tests", "pass.test", "throws.test", "xpass.test")
        .doesNotContain("none.test");
  }

  @Test
  void takesMoreOptionsFromTheEnvironment() throws Exception {
    assertThat(runWith(Map.of("LIT_OPTS", "-q --filter xfail.test"), folder.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--unknown; Unknown option: '--unknown'",
        "-j 0; takes a positive number",
        "--filter nothing; filter did not match any tests (of 8 discovered)",
        "--filter [; --filter",
        "-D colour=red; unknown parameter 'colour'",
        "--run-shard 2; takes a number from 1",
      })
  void refuses(String options, String message) throws Exception {
    assertThat(run(options.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "colour = red; 2: error: unknown setting 'colour'",
        "no equals sign; 2: error: expected 'setting = value'",
        "timeout = soon; 2: error: 'timeout' takes seconds",
        "substitute opt = x; 2: error: what is substituted begins with '%'",
        "program = x; 2: error: 'program' takes a name",
      })
  void refusesSettings(String setting, String message) throws Exception {
    write("lit.properties", "suffixes = .test\n" + setting + "\n");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("lit.properties:" + message);
  }

  @Test
  void saysWhereThereIsNothing() throws Exception {
    assertThat(runWith(Map.of(), folder.resolve("nosuch").toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no such file or folder");
    err.reset();
    assertThat(runWith(Map.of(), "/")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("no lit.properties stands in or above '/'", "did not discover any tests");
  }

  private int run(String... options) throws InterruptedException {
    var args = new ArrayList<String>(List.of("-j", "2"));
    args.addAll(List.of(options));
    if (List.of(options).contains("-j")) {
      args.subList(0, 2).clear();
    }
    args.add(folder.toString());
    return runWith(Map.of("PATH", System.getenv("PATH")), args.toArray(String[]::new));
  }

  private int runWith(Map<String, String> environment, String... args) throws InterruptedException {
    try (var toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        var toErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      return LitCommand.run(
          new Call(List.of(args), folder, environment, InputStream.nullInputStream(), toOut, toErr),
          LitTools.with(List.of(new Broken(), new Endless(new CountDownLatch(1)))));
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
