// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.ir.pass.NamedPipeline;
import dev.azulejo.ir.pass.PassFactory;
import dev.azulejo.ir.pass.PassRegistry;
import dev.azulejo.ir.text.Suggestion;
import dev.azulejo.tools.program.UsageException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the many spellings of upstream's command line into the one that Picocli reads: options
 * with one dash, values behind a blank, and passes as options.
 */
final class Arguments {
  private final List<String> args;
  private final PassRegistry passes;
  private final List<String> plain = new ArrayList<>();

  private Arguments(List<String> args, PassRegistry passes) {
    this.args = args;
    this.passes = passes;
  }

  /** The jars to load plugins from, which must be known before the names of passes are. */
  static List<String> plugins(List<String> args) {
    List<String> jars = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      Option option = OptionTable.find(name(arg));
      if (option == null || !option.name().equals(OptionTable.LOAD_PLUGIN)) {
        continue;
      }
      int equals = arg.indexOf('=');
      if (equals >= 0) {
        jars.add(arg.substring(equals + 1));
      } else if (i + 1 < args.size()) {
        i++;
        jars.add(args.get(i));
      }
    }
    return jars;
  }

  /** The arguments as Picocli takes them. */
  static List<String> plain(List<String> args, PassRegistry passes) throws UsageException {
    Arguments arguments = new Arguments(args, passes);
    arguments.read();
    return arguments.plain;
  }

  private void read() throws UsageException {
    int at = 0;
    while (at < args.size()) {
      String arg = args.get(at);
      at++;
      if (arg.equals("--")) {
        plain.addAll(args.subList(at - 1, args.size()));
        return;
      }
      if (!arg.startsWith("-") || arg.equals("-")) {
        plain.add(arg);
        continue;
      }
      int equals = arg.indexOf('=');
      String value = equals < 0 ? null : arg.substring(equals + 1);
      Option option = OptionTable.find(name(arg));
      if (option == null || isPass(option, value)) {
        plain.add(pass(arg, value));
        continue;
      }
      if (value == null) {
        value = option.implied();
      }
      if (value == null) {
        if (at == args.size()) {
          throw new UsageException("for the " + option.name() + " option: requires a value!");
        }
        value = args.get(at);
        at++;
      }
      if (!option.takes(value)) {
        throw new UsageException(option.refusal(value));
      }
      plain.add(option.name() + "=" + value);
    }
  }

  /** The check of schedules is an option where it is switched, and a pass everywhere else. */
  private static boolean isPass(Option option, @Nullable String value) {
    return option.name().equals(OptionTable.VERIFY_BARRIERS)
        && (value == null || !option.takes(value));
  }

  /** The name of an option with as many dashes as the table has it under. */
  private static String name(String arg) {
    int equals = arg.indexOf('=');
    String name = equals < 0 ? arg : arg.substring(0, equals);
    return name.startsWith("--") || name.length() <= 2 ? name : "-" + name;
  }

  private String pass(String arg, @Nullable String options) throws UsageException {
    String name = name(arg).replaceFirst("^--?", "");
    if (passes.pass(name) == null && passes.pipeline(name) == null) {
      throw new UsageException(unknown(arg));
    }
    return OptionTable.PASS + "=" + name + (options == null ? "" : "{" + options + "}");
  }

  private String unknown(String arg) {
    List<String> known = OptionTable.names();
    for (PassFactory pass : passes.passes()) {
      known.add("--" + pass.name());
    }
    for (NamedPipeline pipeline : passes.pipelines()) {
      known.add("--" + pipeline.name());
    }
    String message = "Unknown command line argument '" + arg + "'.  Try: 'tile-opt --help'";
    String closest = Suggestion.closest(name(arg), known);
    return closest == null ? message : message + "\ntile-opt: Did you mean '" + closest + "'?";
  }
}
