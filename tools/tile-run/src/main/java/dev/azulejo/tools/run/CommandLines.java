// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.simulator.SimulatorOptions;
import dev.azulejo.simulator.data.Comparison;
import dev.azulejo.simulator.data.DataSyntaxException;
import dev.azulejo.tools.execution.Given;
import dev.azulejo.tools.program.Report;
import dev.azulejo.tools.program.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as Picocli reads and explains it. */
final class CommandLines {
  private static final int WIDTH = 120;
  private static final int OPTION_COLUMNS = 36;
  private static final int MAX_RUNG = 4;

  private CommandLines() {}

  /** Reads arguments; null where they ask for help. */
  static @Nullable Options parse(List<String> args) throws UsageException {
    ParseResult given;
    try {
      given = commandLine().parseArgs(Report.spelledOut(args).toArray(String[]::new));
    } catch (ParameterException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
    if (given.hasMatchedOption("--help")) {
      return null;
    }
    return options(given);
  }

  /** What {@code --help} prints. */
  static String help() {
    return commandLine().getUsageMessage(Ansi.OFF);
  }

  private static Options options(ParseResult given) throws UsageException {
    int rung = given.matchedOptionValue("--rung", -1);
    if (rung < -1 || rung > MAX_RUNG) {
      throw new UsageException("--rung: there are the rungs 0 to " + MAX_RUNG);
    }
    int repeat = given.matchedOptionValue("--repeat", 1);
    if (repeat < 1) {
      throw new UsageException("--repeat: at least one run is needed");
    }
    String passes = given.matchedOptionValue("--pass", null);
    String pipeline = given.matchedOptionValue("--pass-pipeline", null);
    if (pipeline != null && (passes != null || rung >= 0)) {
      String other = passes != null ? "--pass" : "--rung";
      throw new UsageException(other + " and --pass-pipeline exclude each other");
    }
    String on = place(given.matchedOptionValue("--on", Options.SIMULATOR));
    int times = given.matchedOptionValue("--time", 0);
    if (on.equals(Options.CUDA)) {
      requireLowest(rung);
    } else if (given.hasMatchedOption("--time")) {
      throw new UsageException("--time: only a GPU's time is worth measuring, with --on=cuda");
    }
    if (times < 0) {
      throw new UsageException("--time: a number of launches is expected");
    }
    return new Options(
        given.matchedPositionalValue(0, "-"),
        given.matchedOptionValue("--entry", null),
        new Given(
            map(given, "--input"),
            shapes(map(given, "--shape")),
            given.matchedOptionValue("--seed", 0),
            false),
        map(given, "--output"),
        map(given, "--reference"),
        rule(given.matchedOptionValue("--compare", null)),
        given.matchedOptionValue("--print", List.of()),
        given.matchedOptionValue("--schedule-seed", SimulatorOptions.DEFAULT.seed()),
        repeat,
        given.matchedOptionValue("--max-steps", SimulatorOptions.DEFAULT.maxSteps()),
        passes,
        pipeline,
        rung,
        given.hasMatchedOption("--check-semantics"),
        given.matchedOptionValue("--verify-barriers", true),
        given.matchedOptionValue("--target", null),
        on,
        progress(given.matchedOptionValue("--progress", "auto")),
        times,
        given.matchedOptionValue("--report", null),
        given.matchedOptionValue("--load-plugin", List.of()));
  }

  private static void requireLowest(int rung) throws UsageException {
    if (rung >= 0 && rung < MAX_RUNG) {
      throw new UsageException("--rung: a GPU runs rung " + MAX_RUNG + " and no other");
    }
  }

  private static String place(String on) throws UsageException {
    if (!List.of(Options.SIMULATOR, Options.CUDA, "hip").contains(on)) {
      throw new UsageException("--on=" + on + ": expected simulator, cuda or hip");
    }
    return on;
  }

  private static Map<String, String> map(ParseResult given, String option) throws UsageException {
    Map<String, String> map = new LinkedHashMap<>();
    List<String> entries = given.matchedOptionValue(option, List.of());
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      if (equals < 1) {
        throw new UsageException(option + "=" + entry + ": expected NAME=VALUE");
      }
      if (map.put(entry.substring(0, equals), entry.substring(equals + 1)) != null) {
        throw new UsageException(option + ": '" + entry.substring(0, equals) + "' is given twice");
      }
    }
    return map;
  }

  private static Map<String, long[]> shapes(Map<String, String> texts) throws UsageException {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      String[] sizes = entry.getValue().split("x", -1);
      long[] shape = new long[sizes.length];
      for (int i = 0; i < shape.length; i++) {
        if (!sizes[i].matches("\\d{1,9}")) {
          throw new UsageException("--shape: '" + entry.getValue() + "' is none, such as 128x64");
        }
        shape[i] = Long.parseLong(sizes[i]);
      }
      shapes.put(entry.getKey(), shape);
    }
    return shapes;
  }

  private static @Nullable Comparison rule(@Nullable String text) throws UsageException {
    try {
      return text == null ? null : Comparison.parse(text);
    } catch (DataSyntaxException wrong) {
      throw new UsageException("--compare: " + wrong.getMessage());
    }
  }

  private static Options.Shown progress(String text) throws UsageException {
    for (Options.Shown shown : Options.Shown.values()) {
      if (shown.name().toLowerCase(Locale.ROOT).equals(text)) {
        return shown;
      }
    }
    throw new UsageException("--progress=" + text + ": expected auto, always or never");
  }

  private static CommandLine commandLine() {
    CommandSpec spec = CommandSpec.create().name("tile-run");
    spec.addOption(
        OptionSpec.builder("--help", "-h").usageHelp(true).description("Say this.").build());
    one(
        spec,
        "--entry",
        "@f",
        String.class,
        "The function to run; else the one that names a reference, or the only public one.");
    several(
        spec,
        "--input",
        "NAME=DATA",
        "What an argument gets: a .npy file, a generator such as U(-1,1) or Z(-2,2), or a number.");
    several(spec, "--shape", "NAME=AxB", "The shape of an argument with dynamic dimensions.");
    one(
        spec,
        "--seed",
        "N",
        Integer.class,
        "The number of the test case: argument p gets data of seed 100 N + p.");
    several(
        spec, "--output", "NAME=FILE", "Save an argument or result (result0, ...) as a .npy file.");
    spec.addOption(
        OptionSpec.builder("--print")
            .paramLabel("NAME")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..1")
            .fallbackValue(Options.ALL)
            .description("Print an argument or result; without a name, all that are written.")
            .build());
    several(spec, "--reference", "NAME=FILE", "Compare an argument or result with a .npy file.");
    one(
        spec,
        "--compare",
        "RULE",
        String.class,
        "How to compare: exact, bits, close(r,a), sim(e) or ulp(n); or several, joined by and.");
    one(spec, "--pass", "PASSES", String.class, "Run passes first: a,b{option=1}.");
    one(
        spec,
        "--pass-pipeline",
        "PIPELINE",
        String.class,
        "Run passes first: builtin.module(...).");
    one(
        spec,
        "--rung",
        "N",
        Integer.class,
        "Go down to a rung first: 0 is what was read, 1 has pipelined loops carried out, 2 has"
            + " layouts, 3 is what a thread does, 4 is instructions.");
    spec.addOption(
        OptionSpec.builder("--check-semantics")
            .type(boolean.class)
            .arity("0")
            .description("Run behind each pass, too, and name the first that changes a result.")
            .build());
    spec.addOption(
        OptionSpec.builder("--verify-barriers")
            .type(boolean.class)
            .arity("1")
            .paramLabel("BOOL")
            .description("Refuse what passes have scheduled where it can hang or race (true).")
            .build());
    one(spec, "--target", "NAME", String.class, "What the program is compiled for, such as sm_80.");
    one(spec, "--on", "WHERE", String.class, "Where it runs: simulator or cuda.");
    one(
        spec,
        "--time",
        "N",
        Integer.class,
        "Measure the time of N runs on the GPU, and print the median.");
    spec.addOption(
        OptionSpec.builder("--report")
            .paramLabel("FORM")
            .type(String.class)
            .arity("0..1")
            .description(
                "Say what passes chose: asked, chosen and why; as text or json. As text, say of rungs 3"
                    + " and 4 how they use the banks of shared memory, too.")
            .build());
    one(
        spec,
        "--schedule-seed",
        "N",
        Long.class,
        "Chooses the order of blocks and when copies arrive.");
    one(
        spec,
        "--repeat",
        "N",
        Integer.class,
        "Run so often, each time with the next seed of the schedule; all runs must agree.");
    one(spec, "--max-steps", "N", Long.class, "When to give up a program that may never end.");
    one(
        spec,
        "--progress",
        "WHEN",
        String.class,
        "Show progress: auto (on a terminal), always or never.");
    several(spec, "--load-plugin", "JAR", "Load dialects and passes.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .type(String.class)
            .paramLabel("<file>")
            .description("The program; none or - for standard input.")
            .build());
    spec.usageMessage()
        .width(WIDTH)
        .longOptionsMaxWidth(OPTION_COLUMNS)
        .sortOptions(false)
        .header(
            "Runs a function of a program on data, and compares what comes out with a reference.",
            "")
        .customSynopsis("tile-run [options] <file>")
        .footer("", "Status: 0 if all went well, 1 after an error or where results differ.");
    return new CommandLine(spec)
        .setExpandAtFiles(false)
        .setOverwrittenOptionsAllowed(true)
        .setInterpolateVariables(false);
  }

  private static void one(
      CommandSpec spec, String name, String label, Class<?> type, String description) {
    spec.addOption(
        OptionSpec.builder(name).paramLabel(label).type(type).description(description).build());
  }

  private static void several(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(description)
            .build());
  }
}
