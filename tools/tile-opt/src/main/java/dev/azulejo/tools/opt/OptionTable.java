// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static dev.azulejo.tools.opt.Option.count;
import static dev.azulejo.tools.opt.Option.flag;
import static dev.azulejo.tools.opt.Option.text;
import static dev.azulejo.tools.opt.Option.texts;
import static dev.azulejo.tools.opt.Option.word;

import dev.azulejo.tools.program.ScheduleCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All options, in the groups and the order that help shows them in. */
final class OptionTable {
  static final String COLOR = "--color";
  static final String CHECK_SEMANTICS = "--check-semantics";
  static final String CRASH_REPRODUCER = "--mlir-pass-pipeline-crash-reproducer";
  static final String DISABLE_NOTES = "--mlir-disable-diagnostic-notes";
  static final String DISABLE_THREADING = "--mlir-disable-threading";
  static final String DUMP_PIPELINE = "--dump-pass-pipeline";
  static final String GENERATE_REPRODUCER = "--mlir-generate-reproducer";
  static final String HELP = "--help";
  static final String LIST_DIALECTS = "--list-dialects";
  static final String LIST_PASSES = "--list-passes";
  static final String LOAD_PLUGIN = "--load-plugin";
  static final String LOCAL_REPRODUCER = "--mlir-pass-pipeline-local-reproducer";
  static final String OUTPUT = "-o";
  static final String OUTPUT_MARKER = "--output-split-marker";
  static final String PASS = "--pass";
  static final String PASS_PIPELINE = "--pass-pipeline";
  static final String PRINT_AFTER = "--mlir-print-ir-after";
  static final String PRINT_AFTER_ALL = "--mlir-print-ir-after-all";
  static final String PRINT_AFTER_CHANGE = "--mlir-print-ir-after-change";
  static final String PRINT_AFTER_FAILURE = "--mlir-print-ir-after-failure";
  static final String PRINT_BEFORE = "--mlir-print-ir-before";
  static final String PRINT_BEFORE_ALL = "--mlir-print-ir-before-all";
  static final String PRINT_DEBUG_INFO = "--mlir-print-debuginfo";
  static final String PRINT_GENERIC = "--mlir-print-op-generic";
  static final String PRINT_LOCAL_SCOPE = "--mlir-print-local-scope";
  static final String PRINT_MODULE_SCOPE = "--mlir-print-ir-module-scope";
  static final String PRINT_ON_DIAGNOSTIC = "--mlir-print-op-on-diagnostic";
  static final String PRINT_TREE = "--mlir-print-ir-tree-dir";
  static final String PRINT_UNIQUE = "--mlir-print-unique-ssa-ids";
  static final String REMARKS = "--remarks";
  static final String REPORT = "--report";
  static final String RUN_REPRODUCER = "--run-reproducer";
  static final String SHOW_DIALECTS = "--show-dialects";
  static final String SHOW_SCHEDULE = "--show-schedule";
  static final String SKIP_REGIONS = "--mlir-print-skip-regions";
  static final String SPLIT = "--split-input-file";
  static final String STATISTICS = "--mlir-pass-statistics";
  static final String TARGET = "--target";
  static final String THREADS = "--threads";
  static final String TIMING = "--mlir-timing";
  static final String UNREGISTERED = "--allow-unregistered-dialect";
  static final String UNVERIFIED = "--mlir-very-unsafe-disable-verifier-on-parsing";
  static final String VERIFY_BARRIERS = "--" + ScheduleCheck.PASS;
  static final String VERBOSITY = "--mlir-diagnostic-verbosity-level";
  static final String VERIFY_DIAGNOSTICS = "--verify-diagnostics";
  static final String VERIFY_EACH = "--verify-each";
  static final String VERIFY_ROUND_TRIP = "--verify-roundtrip";
  static final String VERSION = "--version";

  /** What separates the pieces of a file. */
  static final String MARKER = "// -----";

  /** Options under one heading. */
  record Group(String heading, List<Option> options) {}

  /** The groups. */
  static final List<Group> GROUPS =
      List.of(
          new Group("General options", general()),
          new Group("Passes", passes()),
          new Group("Printing", printing()),
          new Group("Watching passes", watching()),
          new Group("Diagnostics", diagnostics()),
          new Group("Reproducers", reproducers()));

  private static final Map<String, Option> BY_NAME = byName();

  private OptionTable() {}

  private static List<Option> general() {
    return List.of(
        text("<file>", "write to a file, which is there only if all went well", OUTPUT),
        flag("accept operations, types and attributes of unknown dialects", UNREGISTERED),
        text("<arch>", "compile for this GPU, such as sm_80: write it on each function", TARGET),
        text("<marker>", "take the input as several, cut at each marker", SPLIT).implying(MARKER),
        text("<marker>", "what separates the outputs of a split input", OUTPUT_MARKER),
        flag("print, read again and compare", VERIFY_ROUND_TRIP),
        flag("don't verify what was read", UNVERIFIED),
        texts(
            "<jar>",
            "add the dialects and passes of a jar",
            LOAD_PLUGIN,
            "--load-dialect-plugin",
            "--load-pass-plugin"),
        flag("print the names of the dialects, separated by commas", SHOW_DIALECTS),
        flag("print the names of the dialects, one a line", LIST_DIALECTS),
        flag("print the passes and their options", LIST_PASSES),
        flag("print this", HELP, "--help-list", "--help-hidden", "--help-list-hidden", "-h"),
        flag("print the version", VERSION));
  }

  private static List<Option> passes() {
    return List.of(
        texts(
            "<passes>",
            "run passes, separated by commas, each where it belongs: --pass=a,b{x=1};"
                + " --a is short for --pass=a",
            PASS),
        text("<pipeline>", "run a pipeline: builtin.module(func.func(a,b{x=1}))", PASS_PIPELINE),
        flag("print the pipeline with all options spelled out", DUMP_PIPELINE),
        flag("verify after each pass that changed something (on)", VERIFY_EACH),
        flag(
            "refuse what can hang or race, behind the last pass that schedules (on); without a"
                + " value: as a pass",
            VERIFY_BARRIERS),
        flag(
            "run each public function before and after each pass: results must stay the same",
            CHECK_SEMANTICS),
        flag("work on one operation at a time", DISABLE_THREADING),
        count("work on so many operations at a time", THREADS));
  }

  private static List<Option> printing() {
    return List.of(
        flag("print everything in generic form", PRINT_GENERIC),
        flag("print locations", PRINT_DEBUG_INFO),
        flag("print no aliases", PRINT_LOCAL_SCOPE),
        flag("print {...} for regions", SKIP_REGIONS),
        flag("give every value a number of its own", PRINT_UNIQUE),
        word(
                "text|svg",
                "in place of the IR, print who does what when in each launch: roles, engines, slots"
                    + " of buffers",
                SHOW_SCHEDULE)
            .implying("text"));
  }

  private static List<Option> watching() {
    return List.of(
        texts("<passes>", "print IR before passes", PRINT_BEFORE, "--print-ir-before"),
        flag("print IR before each pass", PRINT_BEFORE_ALL, "--print-ir-before-all"),
        texts("<passes>", "print IR after passes", PRINT_AFTER, "--print-ir-after"),
        flag("print IR after each pass", PRINT_AFTER_ALL, "--print-ir-after-all"),
        flag(
            "not after passes that changed nothing", PRINT_AFTER_CHANGE, "--print-ir-after-change"),
        flag("only after passes that failed", PRINT_AFTER_FAILURE, "--print-ir-after-failure"),
        flag("print all the IR each time", PRINT_MODULE_SCOPE, "--print-ir-module-scope"),
        text("<folder>", "print to files in this folder", PRINT_TREE, "--print-ir-tree-dir"),
        flag("report how long everything took", TIMING),
        flag("report what passes counted", STATISTICS),
        word("text|json", "report what passes chose: asked, chosen, and why", REPORT)
            .implying("text"));
  }

  private static List<Option> diagnostics() {
    return List.of(
        word("all|only-expected", "check what is said against comments", VERIFY_DIAGNOSTICS)
            .implying("all"),
        word("show|hide|error", "what a remark is: shown, hidden or an error", REMARKS),
        word("errors|warnings|remarks", "say only what is this severe", VERBOSITY),
        flag("leave out notes", DISABLE_NOTES),
        flag("show the operation that an error is about (on)", PRINT_ON_DIAGNOSTIC),
        flag("use colours", COLOR));
  }

  private static List<Option> reproducers() {
    return List.of(
        text("<file>", "where a pass fails, write down how to come there again", CRASH_REPRODUCER),
        flag("begin right before the pass that fails", LOCAL_REPRODUCER),
        text("<file>", "write down how to come to this run again", GENERATE_REPRODUCER),
        flag("run the pipeline that is written in the input", RUN_REPRODUCER));
  }

  private static Map<String, Option> byName() {
    Map<String, Option> found = new TreeMap<>();
    GROUPS.forEach(group ->
        group.options().forEach(option -> option.names().forEach(n -> found.put(n, option))));
    return found;
  }

  /** The option of a name with its dashes, or null. */
  static @Nullable Option find(String name) {
    return BY_NAME.get(name);
  }

  /** All names, sorted. */
  static List<String> names() {
    return new ArrayList<>(BY_NAME.keySet());
  }
}
