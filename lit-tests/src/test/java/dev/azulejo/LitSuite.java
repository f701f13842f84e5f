// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import dev.azulejo.lit.Discovery;
import dev.azulejo.lit.LitException;
import dev.azulejo.lit.TestFile;
import dev.azulejo.lit.TestResult;
import dev.azulejo.lit.TestRun;
import dev.azulejo.lit.TestRunner;
import dev.azulejo.lit.script.ScriptException;
import dev.azulejo.lit.script.ScriptReader;
import dev.azulejo.lit.script.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The suite in {@code lit-tests}, for tests that run all of it or look at each of its files. */
final class LitSuite {
  private static final Path ROOT = SourceTree.ROOT.resolve("lit-tests");
  private static final Pattern READS_THE_FILE =
      Pattern.compile("%roundtrip\\b|\\btile-(?:opt|run)\\b[^|;&]* %s");
  private static final Pattern EXPECTS_ERRORS =
      Pattern.compile("verify-diagnostics|\\bnot\\s|!\\s");

  private LitSuite() {}

  static List<TestFile> tests() throws LitException {
    return new Discovery(System.getenv(), new TreeSet<>()).find(List.of(ROOT));
  }

  /** Runs all of it, in parallel. */
  static List<TestResult> run(dev.azulejo.lit.shell.Programs programs)
      throws LitException, InterruptedException {
    var runner = new TestRunner(programs, System.getenv(), Optional.empty());
    return new TestRun(runner, Runtime.getRuntime().availableProcessors(), 0)
        .run(tests(), result -> {});
  }

  /**
   * The lines that run a test, where the file is a program without mistakes: they read it, and none
   * of them expects errors.
   */
  static Optional<String> linesOfProgram(TestFile test) {
    String lines = lines(test);
    return READS_THE_FILE.matcher(lines).find() && !EXPECTS_ERRORS.matcher(lines).find()
        ? Optional.of(lines)
        : Optional.empty();
  }

  private static String lines(TestFile test) {
    try {
      var lines = new StringBuilder();
      for (Step step : ScriptReader.read(SourceTree.read(test.file())).steps()) {
        if (step instanceof Step.Run run) {
          lines.append(run.text()).append('\n');
        }
      }
      return lines.toString();
    } catch (ScriptException e) {
      return "";
    }
  }
}
