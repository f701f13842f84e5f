// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of the options of a pass: those that were written, and defaults for the others. */
public final class PassOptions {
  private record Entry(PassOption option, Object value) {}

  private final Map<String, Entry> entries = new TreeMap<>();

  private PassOptions(List<PassOption> declared) {
    for (PassOption option : declared) {
      Object value = convert(option, option.defaultText());
      if (value == null) {
        throw new CompilerBug(
            "option '%s' has the default '%s', which is no %s"
                .formatted(option.name(), option.defaultText(), option.type()));
      }
      entries.put(option.name(), new Entry(option, value));
    }
  }

  /** The defaults. */
  public static PassOptions defaults(List<PassOption> declared) {
    return new PassOptions(declared);
  }

  /**
   * Reads {@code name=value} pairs separated by white space. A name without a value means true; a
   * value that has spaces stands in braces or quotes.
   *
   * @param text what stands between the braces behind the name of a pass
   * @return the values, or null after errors, which go to {@code diagnostics} without a location
   */
  public static @Nullable PassOptions parse(
      List<PassOption> declared, String text, Diagnostics diagnostics) {
    PassOptions options = new PassOptions(declared);
    List<OptionText.Pair> pairs = OptionText.split(text, diagnostics);
    if (pairs == null) {
      return null;
    }
    boolean valid = true;
    for (OptionText.Pair pair : pairs) {
      valid &= options.set(pair, diagnostics);
    }
    return valid ? options : null;
  }

  private boolean set(OptionText.Pair pair, Diagnostics diagnostics) {
    Entry entry = entries.get(pair.name());
    if (entry == null) {
      diagnostics.error(
          Location.unknown(),
          "<Pass-Options-Parser>: no such option %s%s",
          pair.name(),
          Suggestion.question(pair.name(), entries.keySet()));
      return false;
    }
    PassOption option = entry.option();
    boolean isFlag = pair.value() == null && option.type().equals(PassOption.BOOL);
    String written = isFlag ? "true" : pair.value();
    Object value = written == null ? null : convert(option, written);
    if (value == null) {
      diagnostics.error(
          Location.unknown(),
          "for the %s option: '%s' value invalid for %s argument!",
          option.name(),
          written == null ? "" : written,
          option.type());
      return false;
    }
    entries.put(option.name(), new Entry(option, value));
    return true;
  }

  private static @Nullable Object convert(PassOption option, String text) {
    return switch (option.type()) {
      case PassOption.BOOL ->
          switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
          };
      case PassOption.INT -> integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case PassOption.INTEGER -> integer(text, Long.MIN_VALUE, Long.MAX_VALUE);
      case PassOption.TEXT -> text;
      case PassOption.LIST -> OptionText.splitList(text);
      default -> word(option, text);
    };
  }

  private static @Nullable Long integer(String text, long least, long greatest) {
    try {
      long value = Long.parseLong(text);
      return least <= value && value <= greatest ? (Long) value : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static @Nullable String word(PassOption option, String text) {
    List<String> words = option.words();
    if (words.isEmpty()) {
      throw new CompilerBug(
          "option '%s' has the unknown type '%s'".formatted(option.name(), option.type()));
    }
    return words.contains(text) ? text : null;
  }

  /** The value of a {@link PassOption#BOOL} option. */
  public boolean bool(String name) {
    return value(name, Boolean.class);
  }

  /** The value of a {@link PassOption#INTEGER} or {@link PassOption#INT} option. */
  public long integer(String name) {
    return value(name, Long.class);
  }

  /**
   * The value of a {@link PassOption#TEXT} option, or the word of a {@link PassOption#oneOf} one.
   */
  public String text(String name) {
    return value(name, String.class);
  }

  /** The values of a {@link PassOption#LIST} option. */
  public List<String> list(String name) {
    List<String> all = new ArrayList<>();
    for (Object each : value(name, List.class)) {
      all.add((String) each);
    }
    return all;
  }

  private <T> T value(String name, Class<T> kind) {
    Entry entry = entries.get(name);
    if (entry == null || !kind.isInstance(entry.value())) {
      throw new CompilerBug(
          "the pass has no option '%s' of type %s".formatted(name, kind.getSimpleName()));
    }
    return kind.cast(entry.value());
  }

  /**
   * All values as {@link #parse} reads them, sorted by name; empty lists and texts are left out.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries.values()) {
      String value = written(entry.value());
      if (!value.isEmpty()) {
        text.append(text.isEmpty() ? "" : " ");
        text.append(entry.option().name()).append('=').append(value);
      }
    }
    return text.toString();
  }

  private static String written(Object value) {
    if (value instanceof List<?> list) {
      List<String> parts = new ArrayList<>();
      for (Object each : list) {
        parts.add(OptionText.quoteWhereNeeded((String) each));
      }
      return parts.isEmpty() ? "" : "{" + String.join(",", parts) + "}";
    }
    return OptionText.quoteWhereNeeded(value.toString());
  }
}
