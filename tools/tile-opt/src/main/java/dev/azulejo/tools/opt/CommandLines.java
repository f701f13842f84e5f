// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.tools.program.UsageException;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as Picocli reads and explains it. */
final class CommandLines {
  private static final int WIDTH = 120;
  private static final int OPTION_COLUMNS = 48;

  private CommandLines() {}

  /** Reads arguments. */
  static ParseResult parse(List<String> args, Catalog catalog) throws UsageException {
    String[] plain = Arguments.plain(args, catalog.passes()).toArray(String[]::new);
    try {
      return commandLine(Option::toSpec).parseArgs(plain);
    } catch (UnmatchedArgumentException extra) {
      throw new UsageException(
          "Too many positional arguments specified!\n"
              + "Can specify at most 1 positional arguments: See: tile-opt --help");
    } catch (ParameterException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }

  /** What {@code --help} prints. */
  static String help(Catalog catalog) {
    CommandLine commandLine = commandLine(Option::toHelp);
    commandLine
        .getCommandSpec()
        .usageMessage()
        .width(WIDTH)
        .longOptionsMaxWidth(OPTION_COLUMNS)
        .sortOptions(false)
        .header(
            "OVERVIEW: Azulejo modular optimizer driver",
            "",
            "Available Dialects: " + String.join(", ", catalog.dialects().names()))
        .synopsisHeading("USAGE: ")
        .customSynopsis("tile-opt [options] <input file>")
        .optionListHeading("%nOPTIONS:%n");
    return commandLine.getUsageMessage(Ansi.OFF)
        + "\nCompiler passes to run, as --NAME or --NAME='option=value ...':\n\n"
        + catalog.passes().listing();
  }

  private static CommandLine commandLine(Function<Option, OptionSpec> form) {
    CommandSpec spec = CommandSpec.create().name("tile-opt");
    for (OptionTable.Group group : OptionTable.GROUPS) {
      ArgGroupSpec.Builder args =
          ArgGroupSpec.builder().heading("%n" + group.heading() + ":%n%n").validate(false);
      group.options().forEach(option -> args.addArg(form.apply(option)));
      spec.addArgGroup(args.build());
    }
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .type(String.class)
            .paramLabel("<input file>")
            .hidden(true)
            .build());
    return new CommandLine(spec)
        .setExpandAtFiles(false)
        .setOverwrittenOptionsAllowed(true)
        .setInterpolateVariables(false);
  }
}
