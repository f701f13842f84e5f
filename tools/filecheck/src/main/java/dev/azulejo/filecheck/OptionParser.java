// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the command line; options have one or two dashes and come in any order. */
final class OptionParser {
  /** The command line is no good; ends the run with status 1. */
  static final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  private static final Set<String> FLAGS =
      Set.of(
          "allow-deprecated-dag-overlap",
          "allow-empty",
          "allow-unused-prefixes",
          "color",
          "enable-var-scope",
          "help",
          "ignore-case",
          "match-full-lines",
          "strict-whitespace",
          "v",
          "version",
          "vv");
  private static final Set<String> VALUES =
      Set.of(
          "check-prefix",
          "check-prefixes",
          "comment-prefixes",
          "dump-input",
          "dump-input-context",
          "dump-input-filter",
          "implicit-check-not",
          "input-file");
  private static final int DEFAULT_CONTEXT = 5;

  private final Set<String> flags = new HashSet<>();
  private final List<String> positional = new ArrayList<>();
  private final List<String> checkPrefixes = new ArrayList<>();
  private final List<String> commentPrefixes = new ArrayList<>();
  private final List<String> implicitNots = new ArrayList<>();
  private final List<String> definitions = new ArrayList<>();
  private String inputFile = CheckRequest.STANDARD_INPUT;
  private DumpRequest.@Nullable When when;
  private DumpRequest.@Nullable Filter filter;
  private int context = -1;

  /**
   * Reads the arguments.
   *
   * @throws UsageException if they are no good
   */
  void read(List<String> arguments) {
    boolean onlyFiles = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (onlyFiles || !argument.startsWith("-") || argument.equals("-")) {
        positional.add(argument);
      } else if (argument.equals("--")) {
        onlyFiles = true;
      } else if (argument.startsWith("-D") || argument.startsWith("--D")) {
        readDefinition(argument);
      } else if (readOption(argument, i + 1 < arguments.size() ? arguments.get(i + 1) : null)) {
        i++;
      }
    }
    if (positional.size() > 1) {
      throw new UsageException("only one check file can be given, but found " + positional);
    }
  }

  private void readDefinition(String argument) {
    String definition = argument.substring(argument.indexOf('D') + 1);
    if (definition.isEmpty()) {
      throw new UsageException("for the -D option: requires a value!");
    }
    definitions.add(definition);
  }

  /** Reads one option; returns whether it took the next argument, too. */
  private boolean readOption(String argument, @Nullable String next) {
    String body = argument.substring(argument.startsWith("--") ? 2 : 1);
    int equals = body.indexOf('=');
    String name = equals < 0 ? body : body.substring(0, equals);
    if (FLAGS.contains(name)) {
      readFlag(name, equals < 0 ? "true" : body.substring(equals + 1));
      return false;
    }
    if (!VALUES.contains(name)) {
      throw new UsageException(
          "Unknown command line argument '%s'.  Try: 'filecheck --help'".formatted(argument));
    }
    if (equals >= 0) {
      readValue(name, body.substring(equals + 1));
      return false;
    }
    if (next == null) {
      throw new UsageException("for the --%s option: requires a value!".formatted(name));
    }
    readValue(name, next);
    return true;
  }

  private void readFlag(String name, String value) {
    switch (value) {
      case "true", "TRUE", "True", "1", "" -> flags.add(name);
      case "false", "FALSE", "False", "0" -> flags.remove(name);
      default ->
          throw new UsageException(
              "for the --%s option: '%s' is invalid value for boolean argument! Try 0 or 1"
                  .formatted(name, value));
    }
  }

  private void readValue(String name, String value) {
    switch (name) {
      case "check-prefix" -> checkPrefixes.add(value);
      case "check-prefixes" -> checkPrefixes.addAll(List.of(value.split(",", -1)));
      case "comment-prefixes" -> commentPrefixes.addAll(List.of(value.split(",", -1)));
      case "implicit-check-not" -> implicitNots.add(value);
      case "input-file" -> inputFile = value;
      case "dump-input" -> {
        DumpRequest.When given = constant(DumpRequest.When.values(), name, value);
        when = when == null || given.compareTo(when) < 0 ? given : when;
      }
      case "dump-input-filter" -> {
        DumpRequest.Filter given = constant(DumpRequest.Filter.values(), name, value);
        filter = filter == null || given.compareTo(filter) < 0 ? given : filter;
      }
      case "dump-input-context" -> context = Math.max(context, number(name, value));
      default -> throw new IllegalStateException(name);
    }
  }

  private static <E extends Enum<E>> E constant(E[] constants, String name, String value) {
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
        return constant;
      }
    }
    throw new UsageException(
        "for the --%s option: Cannot find option named '%s'!".formatted(name, value));
  }

  private static int number(String name, String value) {
    try {
      return Integer.parseUnsignedInt(value) < 0 ? Integer.MAX_VALUE : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new UsageException(
          "for the --%s option: '%s' value invalid for uint argument!".formatted(name, value));
    }
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  boolean wantsDumpHelp() {
    return when == DumpRequest.When.HELP;
  }

  /**
   * What all arguments together ask for.
   *
   * @throws CheckException if they can not be used
   */
  CheckRequest request() {
    if (positional.isEmpty()) {
      throw new CheckException("<check-file> not specified");
    }
    DumpRequest.When dumpWhen = when == null ? DumpRequest.When.FAIL : when;
    DumpRequest.Filter dumpFilter =
        filter != null
            ? filter
            : dumpWhen == DumpRequest.When.FAIL ? DumpRequest.Filter.ERROR : DumpRequest.Filter.ALL;
    return new CheckRequest(
        positional.getFirst(),
        inputFile,
        Prefixes.of(checkPrefixes, commentPrefixes),
        has("allow-unused-prefixes"),
        has("allow-empty"),
        has("allow-deprecated-dag-overlap"),
        has("enable-var-scope"),
        has("ignore-case"),
        has("match-full-lines"),
        has("strict-whitespace"),
        List.copyOf(definitions),
        List.copyOf(implicitNots),
        has("vv") ? 2 : has("v") ? 1 : 0,
        new DumpRequest(dumpWhen, dumpFilter, context < 0 ? DEFAULT_CONTEXT : context),
        has("color"));
  }
}
