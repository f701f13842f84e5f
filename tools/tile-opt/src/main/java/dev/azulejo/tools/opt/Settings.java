// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.PrintOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * What the arguments ask for.
 *
 * @param parsed the arguments as Picocli has read them; values are known to be valid
 */
record Settings(ParseResult parsed) {
  /** Is a flag on? */
  boolean flag(String name) {
    return Option.isTrue(text(name, "false"));
  }

  /** The value of an option, or null where it isn't given. */
  @Nullable String text(String name) {
    return parsed.matchedOptionValue(name, (String) null);
  }

  /** The value of an option, or another where it isn't given. */
  String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  /** The values of an option that may be given more than once, in order. */
  List<String> texts(String name) {
    return parsed.matchedOptionValue(name, List.of());
  }

  /** Is an option given? */
  boolean has(String name) {
    return parsed.hasMatchedOption(name);
  }

  /** The name of the input, {@code -} for standard input. */
  String input() {
    return parsed.matchedPositionalValue(0, "-");
  }

  /** How many operations are worked on at the same time. */
  int threads() {
    if (flag(OptionTable.DISABLE_THREADING)) {
      return 1;
    }
    String threads = text(OptionTable.THREADS);
    return threads == null
        ? Runtime.getRuntime().availableProcessors()
        : Math.clamp(Integer.parseInt(threads), 1, 256);
  }

  /** Is IR verified after each pass? */
  boolean verifiesEach() {
    return Option.isTrue(text(OptionTable.VERIFY_EACH, "true"));
  }

  /** Are diagnostics compared with comments? */
  boolean verifiesDiagnostics() {
    return has(OptionTable.VERIFY_DIAGNOSTICS);
  }

  /** Do errors show the operation that they are about? */
  boolean showsOperations() {
    return Option.isTrue(text(OptionTable.PRINT_ON_DIAGNOSTIC, "true")) && !verifiesDiagnostics();
  }

  /** How IR is read. */
  ParseOptions parseOptions() {
    return flag(OptionTable.UNREGISTERED) ? ParseOptions.LENIENT : ParseOptions.STRICT;
  }

  /** How IR is printed. */
  PrintOptions printOptions() {
    return new PrintOptions(
        flag(OptionTable.PRINT_GENERIC),
        flag(OptionTable.PRINT_DEBUG_INFO),
        flag(OptionTable.PRINT_LOCAL_SCOPE),
        flag(OptionTable.SKIP_REGIONS),
        flag(OptionTable.PRINT_UNIQUE));
  }
}
