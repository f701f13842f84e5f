// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of the command line, as upstream's lit spells them. They are declared by calls, not
 * by annotations, so that the module need not be open to anyone.
 */
record LitOptions(ParseResult parsed) {
  /** What there is to ask for. */
  static CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create()
            .name("lit")
            .version("lit of Azulejo 0.1.0")
            .mixinStandardHelpOptions(true)
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("PATH")
                    .arity("1..*")
                    .type(List.class)
                    .auxiliaryTypes(Path.class)
                    .description("Files and folders of tests.")
                    .build());
    spec.usageMessage()
        .sortOptions(false)
        .description("Runs the tests that live in text files.")
        .footer("LIT_OPTS in the environment holds further options.");
    addOutput(spec);
    addSelection(spec);
    addLists(spec);
    return spec;
  }

  private static void addOutput(CommandSpec spec) {
    flag(spec, "Show the output of tests that fail.", "-v", "-vv", "--verbose");
    flag(spec, "Show the output of all tests.", "-a", "--show-all");
    flag(spec, "Show failures only.", "-q", "--quiet");
    flag(spec, "No line for a test unless it fails.", "-s", "--succinct");
    flag(spec, "Show how long tests took.", "--time-tests");
    value(spec, Path.class, "FILE", "Write results as JSON.", "-o", "--output");
    flag(spec, "Exit with 0 though tests fail.", "--ignore-fail");
    flag(spec, "Read and print again all that tile-opt prints, in both forms.", "--paranoid");
    flag(spec, "Exit with 0 though nothing is run.", "--allow-empty-runs");
  }

  private static void addSelection(CommandSpec spec) {
    value(
        spec, Integer.class, "N", "Number of threads; else that of processors.", "-j", "--workers");
    value(spec, Pattern.class, "REGEX", "Only tests with such names.", "--filter");
    value(spec, Pattern.class, "REGEX", "No tests with such names.", "--filter-out");
    value(spec, Integer.class, "N", "Stop after N failures.", "--max-failures");
    value(spec, Integer.class, "N", "Run at most N tests.", "--max-tests");
    value(spec, Integer.class, "N", "Cut the tests into N parts,", "--num-shards");
    value(spec, Integer.class, "K", "and run part K, from 1.", "--run-shard");
    value(
        spec,
        Integer.class,
        "S",
        "Seconds that a test may take, 0 for ever; else what its suite says.",
        "--timeout");
    spec.addOption(
        OptionSpec.builder("-D", "--param")
            .type(Map.class)
            .auxiliaryTypes(String.class, String.class)
            .paramLabel("NAME=VALUE")
            .description("features=a,b: what there is beside what is found.")
            .build());
  }

  private static void addLists(CommandSpec spec) {
    flag(spec, "List the tests and run none.", "--show-tests");
    flag(spec, "List the suites and run nothing.", "--show-suites");
    flag(spec, "List the tests that are unsupported.", "--show-unsupported");
    flag(spec, "List the tests that failed expectedly.", "--show-xfail");
    flag(spec, "List the tests that passed.", "--show-pass");
  }

  private static void flag(CommandSpec spec, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names[0], names)
            .type(boolean.class)
            .arity("0")
            .description(description)
            .build());
  }

  private static void value(
      CommandSpec spec, Class<?> type, String label, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names[0], names)
            .type(type)
            .arity("1")
            .paramLabel(label)
            .description(description)
            .build());
  }

  /** True where this flag was given. */
  boolean has(String name) {
    return parsed.hasMatchedOption(name);
  }

  private int number(String name, int otherwise) {
    return parsed.matchedOptionValue(name, otherwise);
  }

  private <T> Optional<T> maybe(String name) {
    return parsed.hasMatchedOption(name)
        ? Optional.of(parsed.matchedOption(name).getValue())
        : Optional.empty();
  }

  List<Path> paths() {
    return parsed.matchedPositionalValue(0, List.of());
  }

  boolean quiet() {
    return has("-q");
  }

  boolean showsAll() {
    return has("-a");
  }

  boolean showsFailures() {
    return has("-v");
  }

  boolean succinct() {
    return has("-s");
  }

  int workers() {
    return number("-j", Runtime.getRuntime().availableProcessors());
  }

  int maxFailures() {
    return number("--max-failures", 0);
  }

  int maxTests() {
    return number("--max-tests", Integer.MAX_VALUE);
  }

  int shards() {
    return number("--num-shards", 1);
  }

  int shard() {
    return number("--run-shard", 1);
  }

  Optional<Path> output() {
    return maybe("-o");
  }

  /** True where the filters let a test of this name through. */
  boolean selects(String name) {
    Optional<Pattern> in = maybe("--filter");
    Optional<Pattern> out = maybe("--filter-out");
    return in.map(pattern -> pattern.matcher(name).find()).orElse(true)
        && out.map(pattern -> !pattern.matcher(name).find()).orElse(true);
  }

  /** True where the report lists the tests that ended so. */
  boolean lists(Outcome outcome) {
    return switch (outcome) {
      case UNSUPPORTED -> has("--show-unsupported");
      case XFAIL -> has("--show-xfail");
      case PASS -> has("--show-pass");
      case FAIL, TIMEOUT, UNRESOLVED, XPASS -> true;
      case EXCLUDED, SKIPPED, FLAKYPASS -> false;
    };
  }

  private Map<String, String> params() {
    return this.<Map<String, String>>maybe("-D").orElse(Map.of());
  }

  SortedSet<String> features() {
    var features = new TreeSet<String>();
    for (String name : params().getOrDefault("features", "").split(",")) {
      if (!name.isBlank()) {
        features.add(name.strip());
      }
    }
    return features;
  }

  /** How long a test may take, where that is said. */
  Optional<Duration> limit() {
    return this.<Integer>maybe("--timeout").map(Duration::ofSeconds);
  }

  /** What is wrong with the values, each for itself understood. */
  Optional<String> complaint() {
    if (workers() < 1) {
      return Optional.of("'-j' takes a positive number, but got " + workers());
    }
    if (shards() < 1 || shard() < 1 || shard() > shards()) {
      return Optional.of("'--run-shard' takes a number from 1 to the number of shards");
    }
    if (maxFailures() < 0 || maxTests() < 1 || number("--timeout", 0) < 0) {
      return Optional.of("'--max-failures', '--max-tests' and '--timeout' take positive numbers");
    }
    for (String name : new TreeSet<>(params().keySet())) {
      if (!name.equals("features")) {
        return Optional.of("unknown parameter '" + name + "': there is features=a,b");
      }
    }
    return Optional.empty();
  }
}
