// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of the command line, as upstream's lit spells them. */
@Command(
    name = "lit",
    mixinStandardHelpOptions = true,
    version = "lit of Azulejo 0.1.0",
    sortOptions = false,
    description = "Runs the tests that live in text files.",
    footer = "LIT_OPTS in the environment holds further options.")
final class LitOptions {
  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders of tests.")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = {"-v", "-vv", "--verbose"},
      description = "Show the output of tests that fail.")
  boolean verbose;

  @Option(
      names = {"-a", "--show-all"},
      description = "Show the output of all tests.")
  boolean all;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show failures only.")
  boolean quiet;

  @Option(
      names = {"-s", "--succinct"},
      description = "No line for a test unless it fails.")
  boolean succinct;

  @Option(
      names = {"-j", "--workers"},
      paramLabel = "N",
      description = "Number of threads; default: as many as processors.")
  int workers = Runtime.getRuntime().availableProcessors();

  @Option(names = "--filter", paramLabel = "REGEX", description = "Only tests with such names.")
  Optional<Pattern> filter = Optional.empty();

  @Option(names = "--filter-out", paramLabel = "REGEX", description = "No tests with such names.")
  Optional<Pattern> filterOut = Optional.empty();

  @Option(names = "--max-failures", paramLabel = "N", description = "Stop after N failures.")
  int maxFailures;

  @Option(names = "--max-tests", paramLabel = "N", description = "Run at most N tests.")
  int maxTests = Integer.MAX_VALUE;

  @Option(names = "--num-shards", paramLabel = "N", description = "Cut the tests into N parts,")
  int shards = 1;

  @Option(names = "--run-shard", paramLabel = "K", description = "and run part K, from 1.")
  int shard = 1;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Seconds that a test may take; 0 for ever; default: what the suite says.")
  Optional<Integer> timeout = Optional.empty();

  @Option(
      names = {"-D", "--param"},
      paramLabel = "NAME=VALUE",
      description = "features=a,b: what there is beside what is found.")
  Map<String, String> params = new LinkedHashMap<>();

  @Option(names = "--time-tests", description = "Show how long tests took.")
  boolean timeTests;

  @Option(names = "--show-tests", description = "List the tests and run none.")
  boolean showTests;

  @Option(names = "--show-suites", description = "List the suites and run nothing.")
  boolean showSuites;

  @Option(names = "--show-unsupported", description = "List the tests that are unsupported.")
  boolean showUnsupported;

  @Option(names = "--show-xfail", description = "List the tests that failed expectedly.")
  boolean showXfail;

  @Option(names = "--show-pass", description = "List the tests that passed.")
  boolean showPass;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write results as JSON.")
  Optional<Path> output = Optional.empty();

  @Option(names = "--ignore-fail", description = "Exit with 0 though tests fail.")
  boolean ignoreFail;

  @Option(names = "--allow-empty-runs", description = "Exit with 0 though nothing is run.")
  boolean allowEmptyRuns;

  boolean shows(Outcome outcome) {
    return switch (outcome) {
      case UNSUPPORTED -> showUnsupported;
      case XFAIL -> showXfail;
      case PASS -> showPass;
      case FAIL, TIMEOUT, UNRESOLVED, XPASS -> true;
      case EXCLUDED, SKIPPED, FLAKYPASS -> false;
    };
  }

  SortedSet<String> features() {
    var features = new TreeSet<String>();
    for (String name : params.getOrDefault("features", "").split(",")) {
      if (!name.isBlank()) {
        features.add(name.strip());
      }
    }
    return features;
  }

  Optional<Duration> limit() {
    return timeout.map(Duration::ofSeconds);
  }

  /** What is wrong with the values, each for itself understood. */
  Optional<String> complaint() {
    if (workers < 1) {
      return Optional.of("'-j' takes a positive number, but got " + workers);
    }
    if (shards < 1 || shard < 1 || shard > shards) {
      return Optional.of("'--run-shard' takes a number from 1 to the number of shards");
    }
    if (maxFailures < 0 || maxTests < 1 || timeout.orElse(0) < 0) {
      return Optional.of("'--max-failures', '--max-tests' and '--timeout' take positive numbers");
    }
    for (String name : params.keySet()) {
      if (!name.equals("features")) {
        return Optional.of("unknown parameter '" + name + "': there is features=a,b");
      }
    }
    return Optional.empty();
  }
}
