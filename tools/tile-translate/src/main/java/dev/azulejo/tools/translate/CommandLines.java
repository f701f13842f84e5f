// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.translate;

import dev.azulejo.tools.program.Report;
import dev.azulejo.tools.program.UsageException;
import java.util.List;
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

  private CommandLines() {}

  /** Reads arguments; null where they ask for help. */
  static @Nullable Options parse(List<String> args) throws UsageException {
    ParseResult given;
    try {
      given = commandLine().parseArgs(Report.spelledOut(args).toArray(String[]::new));
    } catch (ParameterException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
    return given.hasMatchedOption("--help") ? null : options(given);
  }

  /** What {@code --help} prints. */
  static String help() {
    return commandLine().getUsageMessage(Ansi.OFF);
  }

  private static Options options(ParseResult given) throws UsageException {
    String to = given.matchedOptionValue("--to", null);
    if (to == null || !to.equals("ptx")) {
      throw new UsageException(
          to == null ? "--to=ptx is missing" : "--to=" + to + ": expected ptx");
    }
    String passes = given.matchedOptionValue("--pass", null);
    String pipeline = given.matchedOptionValue("--pass-pipeline", null);
    if (passes != null && pipeline != null) {
      throw new UsageException("--pass and --pass-pipeline exclude each other");
    }
    return new Options(
        given.matchedPositionalValue(0, "-"),
        given.matchedOptionValue("-o", "-"),
        given.matchedOptionValue("--manifest", null),
        given.matchedOptionValue("--target", null),
        passes,
        pipeline,
        given.matchedOptionValue("--verify-barriers", true),
        given.hasMatchedOption("--locations"),
        given.matchedOptionValue("--report", null),
        given.matchedOptionValue("--load-plugin", List.of()));
  }

  private static CommandLine commandLine() {
    CommandSpec spec = CommandSpec.create().name("tile-translate");
    spec.addOption(
        OptionSpec.builder("--help", "-h").usageHelp(true).description("Say this.").build());
    one(spec, "--to", "WHAT", "What to translate to: ptx.");
    one(spec, "--target", "NAME", "What the program is compiled for, such as sm_80.");
    one(spec, "--pass", "PASSES", "Run these passes first, and not tile-to-ptx: a,b{option=1}.");
    one(spec, "--pass-pipeline", "PIPELINE", "Run passes first: builtin.module(...).");
    one(spec, "-o", "FILE", "Where the text goes; none or - for standard output.");
    one(spec, "--manifest", "FILE", "Where it is said how to launch the kernels.");
    spec.addOption(
        OptionSpec.builder("--verify-barriers")
            .type(boolean.class)
            .arity("1")
            .paramLabel("BOOL")
            .description("Refuse what passes have scheduled where it can hang or race (true).")
            .build());
    spec.addOption(
        OptionSpec.builder("--locations")
            .description("Say in comments where instructions come from.")
            .build());
    spec.addOption(
        OptionSpec.builder("--report")
            .paramLabel("FORM")
            .type(String.class)
            .arity("0..1")
            .description("Say what passes chose: asked, chosen and why; as text or json.")
            .build());
    spec.addOption(
        OptionSpec.builder("--load-plugin")
            .paramLabel("JAR")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Load dialects and passes.")
            .build());
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
        .header("Translates a program to what GPUs read.", "")
        .customSynopsis("tile-translate --to=ptx [options] <file>")
        .footer("", "Status: 0 if all went well, 1 after an error.");
    return new CommandLine(spec)
        .setExpandAtFiles(false)
        .setOverwrittenOptionsAllowed(true)
        .setInterpolateVariables(false);
  }

  private static void one(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(String.class)
            .description(description)
            .build());
  }
}
