// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import dev.azulejo.lit.shell.Programs;
import dev.azulejo.tool.Call;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Does what a command line asks for. */
public final class LitCommand {
  private static final int GOOD = 0;
  private static final int FAILED = 1;
  private static final int WRONG = 2;

  private final LitOptions options;
  private final Call call;
  private final Programs programs;

  private LitCommand(LitOptions options, Call call, Programs programs) {
    this.options = options;
    this.call = call;
    this.programs = programs;
  }

  /**
   * Runs the tests that a command line names.
   *
   * @param programs what tests call without a process of their own
   * @return 0 where none failed, 1 where one did, 2 where nothing could be run
   */
  public static int run(Call call, Programs programs) throws InterruptedException {
    var line = new CommandLine(LitOptions.spec());
    var all = new ArrayList<String>(call.args());
    String more = call.environment().getOrDefault("LIT_OPTS", "").strip();
    if (!more.isEmpty()) {
      all.addAll(List.of(more.split("\\s+")));
    }
    try {
      var options = new LitOptions(line.parseArgs(all.toArray(String[]::new)));
      if (line.isUsageHelpRequested() || line.isVersionHelpRequested()) {
        var writer = new PrintWriter(call.out(), false, StandardCharsets.UTF_8);
        if (line.isUsageHelpRequested()) {
          line.usage(writer);
        } else {
          line.printVersionHelp(call.out());
        }
        writer.flush();
        return GOOD;
      }
      String complaint = options.complaint().orElse("");
      if (!complaint.isEmpty()) {
        call.err().println("lit: error: " + complaint);
        return WRONG;
      }
      var used = options.has("--paranoid") ? LitTools.paranoid(programs) : programs;
      return new LitCommand(options, call, used).run();
    } catch (ParameterException e) {
      call.err().println("lit: error: " + e.getMessage());
      return WRONG;
    } catch (LitException e) {
      call.err().println(e.getMessage());
      return WRONG;
    } catch (IOException e) {
      call.err().println("lit: error: " + e);
      return WRONG;
    }
  }

  private int run() throws LitException, IOException, InterruptedException {
    long start = System.nanoTime();
    var discovery = new Discovery(call.environment(), options.features());
    List<TestFile> found =
        discovery.find(options.paths().stream().map(call.directory()::resolve).toList());
    discovery.warnings().forEach(warning -> call.err().println("lit: warning: " + warning));
    if (found.isEmpty()) {
      call.err().println("error: did not discover any tests for provided path(s)");
      return WRONG;
    }
    if (options.has("--show-suites")) {
      showSuites(found);
      return GOOD;
    }
    if (options.has("--show-tests")) {
      call.out().println("-- Available Tests --");
      found.forEach(test -> call.out().println("  " + test.name()));
      return GOOD;
    }
    List<TestFile> selected = select(found);
    if (selected.isEmpty() && !options.has("--allow-empty-runs")) {
      call.err()
          .printf(
              "error: filter did not match any tests (of %d discovered).  Use '--allow-empty-runs' to"
                  + " suppress this error.%n",
              found.size());
      return WRONG;
    }
    int workers = Math.max(1, Math.min(options.workers(), selected.size()));
    var report = new Report(options, call.out(), found.size(), selected.size(), workers);
    report.begin();
    var runner = new TestRunner(programs, call.environment(), options.limit());
    List<TestResult> results =
        new TestRun(runner, workers, options.maxFailures()).run(selected, report::result);
    if (results.stream().anyMatch(result -> result.outcome() == Outcome.SKIPPED)) {
      call.err()
          .println("warning: reached maximum number of test failures, skipping remaining tests");
    }
    report.end(results, System.nanoTime() - start);
    if (options.output().isPresent()) {
      JsonReport.write(
          call.directory().resolve(options.output().get()), results, System.nanoTime() - start);
    }
    return status(results);
  }

  private int status(List<TestResult> results) {
    if (results.stream().noneMatch(result -> result.outcome().isFailure())) {
      return GOOD;
    }
    if (options.has("--ignore-fail")) {
      call.err()
          .println("Exiting with status 0 instead of 1 because '--ignore-fail' was specified.");
      return GOOD;
    }
    return FAILED;
  }

  private List<TestFile> select(List<TestFile> found) {
    var filtered = new ArrayList<TestFile>();
    for (TestFile test : found) {
      if (options.selects(test.name())) {
        filtered.add(test);
      }
    }
    var selected = new ArrayList<TestFile>();
    for (int i = options.shard() - 1; i < filtered.size(); i += options.shards()) {
      selected.add(filtered.get(i));
    }
    if (options.shards() > 1) {
      call.err()
          .printf(
              "note: Selecting shard %d/%d = size %d/%d%n",
              options.shard(), options.shards(), selected.size(), filtered.size());
    }
    return selected.subList(0, Math.min(selected.size(), options.maxTests()));
  }

  private void showSuites(List<TestFile> found) {
    call.out().println("-- Test Suites --");
    for (Suite suite : found.stream().map(TestFile::suite).distinct().toList()) {
      long count = found.stream().filter(test -> test.suite().equals(suite)).count();
      call.out().printf("  %s - %d tests%n", suite.name(), count);
      call.out().println("    Source Root: " + suite.root());
      call.out().println("    Exec Root  : " + suite.execRoot());
      call.out().println("    Available Features: " + String.join(" ", suite.features()));
      for (var rule : suite.rules()) {
        call.out().println("    Substitution: " + rule.name() + " => " + rule.value());
      }
    }
  }
}
