// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option of the command line.
 *
 * @param names its names with dashes; the first is the one that messages print
 * @param kind what values it takes
 * @param label how help shows the value, or the words that may be one, separated by bars
 * @param implied the value that the bare name stands for, or null where a value must follow
 * @param help one sentence
 */
record Option(List<String> names, Kind kind, String label, @Nullable String implied, String help) {

  /** What values an option takes. */
  enum Kind {
    /** True or false. */
    FLAG,
    /** A number that is not negative. */
    COUNT,
    /** One of several words. */
    WORD,
    /** Any text. */
    TEXT,
    /** Any text, any number of times. */
    TEXTS
  }

  /** An option that the bare name turns on. */
  static Option flag(String help, String... names) {
    return new Option(List.of(names), Kind.FLAG, "", "true", help);
  }

  /** An option with a number. */
  static Option count(String help, String... names) {
    return new Option(List.of(names), Kind.COUNT, "<uint>", null, help);
  }

  /** An option with one of the words in {@code words}, which bars separate. */
  static Option word(String words, String help, String... names) {
    return new Option(List.of(names), Kind.WORD, words, null, help);
  }

  /** An option with a text. */
  static Option text(String label, String help, String... names) {
    return new Option(List.of(names), Kind.TEXT, label, null, help);
  }

  /** An option with a text, that may be given more than once. */
  static Option texts(String label, String help, String... names) {
    return new Option(List.of(names), Kind.TEXTS, label, null, help);
  }

  /** The same, where the bare name stands for a value. */
  Option implying(String value) {
    return new Option(names, kind, label, value, help);
  }

  /** The first name. */
  String name() {
    return names.getFirst();
  }

  /** Is this a value that it takes? */
  boolean takes(String value) {
    return switch (kind) {
      case FLAG -> isTrue(value) || List.of("false", "FALSE", "False", "0").contains(value);
      case COUNT -> value.matches("[0-9]{1,9}");
      case WORD -> List.of(label.split("\\|")).contains(value);
      case TEXT, TEXTS -> true;
    };
  }

  /** Does a flag with this value say yes? */
  static boolean isTrue(String value) {
    return List.of("true", "TRUE", "True", "1").contains(value);
  }

  /** Says why a value is none that it takes. */
  String refusal(String value) {
    return "for the "
        + name()
        + " option: "
        + switch (kind) {
          case FLAG -> "'" + value + "' is invalid value for boolean argument! Try 0 or 1";
          case COUNT -> "'" + value + "' value invalid for uint argument!";
          case WORD, TEXT, TEXTS -> "Cannot find option named '" + value + "'!";
        };
  }

  /** The option as Picocli reads it: with a value always. */
  OptionSpec toSpec() {
    OptionSpec.Builder spec = builder().arity("1").paramLabel("VALUE");
    return kind == Kind.TEXTS
        ? spec.type(List.class).auxiliaryTypes(String.class).build()
        : spec.type(String.class).build();
  }

  /** The option as Picocli explains it. */
  OptionSpec toHelp() {
    if (kind == Kind.FLAG) {
      return builder().type(boolean.class).arity("0").build();
    }
    String arity = implied == null ? "1" : "0..1";
    return builder().type(String.class).arity(arity).paramLabel(label).build();
  }

  private OptionSpec.Builder builder() {
    return OptionSpec.builder(names.toArray(String[]::new)).description(help);
  }
}
