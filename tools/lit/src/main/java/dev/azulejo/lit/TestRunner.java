// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import dev.azulejo.lit.script.Condition;
import dev.azulejo.lit.script.ScriptException;
import dev.azulejo.lit.script.ScriptReader;
import dev.azulejo.lit.script.Step;
import dev.azulejo.lit.script.Substitutions;
import dev.azulejo.lit.script.TestScript;
import dev.azulejo.lit.shell.Programs;
import dev.azulejo.lit.shell.Shell;
import dev.azulejo.lit.shell.ShellLine;
import dev.azulejo.lit.shell.ShellParser;
import dev.azulejo.lit.shell.ShellSyntaxException;
import dev.azulejo.lit.shell.Transcript;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs one test after another; has no state, so any number of threads may share it. */
public final class TestRunner {
  private final Programs programs;
  private final Map<String, String> environment;
  private final Optional<Duration> limit;

  /**
   * Runs tests with these programs.
   *
   * @param environment of which tests see what does not change what tools say
   * @param limit how long a test may take, zero for ever; empty for what its suite says
   */
  public TestRunner(Programs programs, Map<String, String> environment, Optional<Duration> limit) {
    this.programs = programs;
    this.environment = Machine.environment(environment);
    this.limit = limit;
  }

  /** A line, expanded and understood. */
  private record Line(int number, String text, ShellLine parsed) {}

  /** Runs a test, and again where it says so. */
  public TestResult run(TestFile test) throws InterruptedException {
    long start = System.nanoTime();
    TestScript script;
    List<Line> lines;
    try {
      script = ScriptReader.read(text(test.file()));
      if (!script.hasRunLines()) {
        return TestResult.notRun(test, Outcome.UNRESOLVED, "Test has no 'RUN:' line\n");
      }
      String missing = missing(script, test.suite());
      if (!missing.isEmpty()) {
        return TestResult.notRun(test, Outcome.UNSUPPORTED, missing);
      }
      lines = lines(test, script);
      prepare(test);
    } catch (ScriptException e) {
      String message = "%s:%d: error: %s%n".formatted(test.file(), e.line(), e.getMessage());
      return TestResult.notRun(test, Outcome.UNRESOLVED, message);
    } catch (IOException e) {
      return TestResult.notRun(
          test, Outcome.UNRESOLVED, "%s: error: %s%n".formatted(test.file(), e));
    }
    return run(test, script, lines, start);
  }

  private TestResult run(TestFile test, TestScript script, List<Line> lines, long start)
      throws InterruptedException {
    boolean failureExpected =
        script.expectedFailures().stream().anyMatch(it -> it.holds(test.suite().features()));
    Attempt attempt;
    int attempts = 0;
    int status;
    do {
      attempts++;
      attempt = new Attempt(test);
      status = attempt.run(lines);
    } while (status != 0 && attempts <= script.retries() && !attempt.outOfTime);
    Outcome outcome;
    if (attempt.outOfTime) {
      outcome = Outcome.TIMEOUT;
    } else if (failureExpected) {
      outcome = status == 0 ? Outcome.XPASS : Outcome.XFAIL;
    } else if (status != 0) {
      outcome = Outcome.FAIL;
    } else {
      outcome = attempts == 1 ? Outcome.PASS : Outcome.FLAKYPASS;
    }
    String output =
        "Exit Code: %d\n%s\nCommand Output (stdout):\n--\n%s\n--\n"
            .formatted(status, attempt.note(), attempt.transcript);
    return new TestResult(
        test, outcome, output, Duration.ofNanos(System.nanoTime() - start), attempts);
  }

  /** One attempt at a test. */
  private final class Attempt {
    private final TestFile test;
    private final Transcript transcript = new Transcript();
    private boolean outOfTime;

    Attempt(TestFile test) {
      this.test = test;
    }

    int run(List<Line> lines) throws InterruptedException {
      if (limit().isZero()) {
        return execute(lines);
      }
      var status = new int[] {1};
      // A thread of its own: a tool that does not end is left behind, and may not take a worker.
      Thread thread =
          Thread.ofPlatform()
              .daemon()
              .name("lit " + test.path())
              .start(() -> {
                try {
                  status[0] = execute(lines);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      try {
        outOfTime = !thread.join(limit());
        return outOfTime ? 1 : status[0];
      } finally {
        thread.interrupt();
      }
    }

    private Duration limit() {
      return limit.orElse(test.suite().timeout());
    }

    String note() {
      return outOfTime ? "Timeout: Reached timeout of " + limit().toSeconds() + " seconds\n" : "";
    }

    private int execute(List<Line> lines) throws InterruptedException {
      Path folder = test.folder();
      var variables = new TreeMap<String, String>(environment);
      variables.putAll(test.suite().environment());
      var shell = new Shell(programs, folder, variables, transcript);
      for (Line line : lines) {
        transcript.line("# RUN: at line " + line.number());
        transcript.line(line.text());
        int status = shell.run(line.parsed());
        if (status != 0) {
          return status;
        }
      }
      return 0;
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** Why the test can not be run here, or nothing where it can. */
  private static String missing(TestScript script, Suite suite) {
    String missing = names(script.requires(), suite, false);
    if (!missing.isEmpty()) {
      return "Test requires the following unavailable features: " + missing + "\n";
    }
    String present = names(script.unsupported(), suite, true);
    return present.isEmpty()
        ? ""
        : "Test does not support the following features and/or targets: " + present + "\n";
  }

  private static String names(List<Condition> conditions, Suite suite, boolean holding) {
    return conditions.stream()
        .filter(condition -> condition.holds(suite.features()) == holding)
        .map(Condition::text)
        .collect(Collectors.joining(", "));
  }

  private static List<Line> lines(TestFile test, TestScript script) throws ScriptException {
    var substitutions = substitutions(test);
    var lines = new ArrayList<Line>();
    for (Step step : script.steps()) {
      switch (step) {
        case Step.Define define -> substitutions.define(define);
        case Step.Run run -> {
          String text = substitutions.expand(run).strip();
          if (!text.isEmpty()) {
            lines.add(new Line(run.line(), text, parse(run.line(), text)));
          }
        }
      }
    }
    return lines;
  }

  private static ShellLine parse(int line, String text) throws ScriptException {
    try {
      return ShellParser.parse(text);
    } catch (ShellSyntaxException e) {
      throw new ScriptException(
          line,
          "shell parser error: %s%n# RUN: at line %d: %s".formatted(e.getMessage(), line, text));
    }
  }

  private static Substitutions substitutions(TestFile test) {
    Path file = test.file();
    Path temporary = temporary(test);
    var fixed = new TreeMap<String, String>();
    fixed.put("%s", file.toString());
    fixed.put("%S", String.valueOf(file.getParent()));
    fixed.put("%p", String.valueOf(file.getParent()));
    fixed.put("%t", temporary.toString());
    fixed.put("%basename_t", String.valueOf(file.getFileName()));
    fixed.put("%{s:basename}", String.valueOf(file.getFileName()));
    fixed.put("%{t:stem}", String.valueOf(file.getFileName()));
    fixed.put("%{pathsep}", File.pathSeparator);
    fixed.put("%{fs-sep}", File.separator);
    fixed.put("%{fs-src-root}", String.valueOf(file.getRoot()));
    fixed.put("%{fs-tmp-root}", String.valueOf(temporary.getRoot()));
    return new Substitutions(fixed, test.suite().rules(), test.suite().features());
  }

  private static Path temporary(TestFile test) {
    return test.outputFolder().resolve(test.file().getFileName() + ".tmp");
  }

  /** Makes the folder that the test writes to, and removes what it wrote there before. */
  private static void prepare(TestFile test) throws IOException {
    Path folder = test.outputFolder();
    Files.createDirectories(folder);
    Leftovers.remove(folder, temporary(test).getFileName().toString());
  }
}
