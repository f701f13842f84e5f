// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of options: pairs separated by white space, where braces and quotes hold together what
 * has spaces or commas.
 */
final class OptionText {

  /** An option as written; {@code value} is null where only the name stands. */
  record Pair(String name, @Nullable String value) {}

  private OptionText() {}

  /** Splits into pairs, or reports an error and returns null. */
  static @Nullable List<Pair> split(String text, Diagnostics diagnostics) {
    List<Pair> pairs = new ArrayList<>();
    int at = skipSpace(text, 0);
    while (at < text.length()) {
      int end = endOfWord(text, at, false);
      if (end < 0) {
        diagnostics.error(
            Location.unknown(),
            "<Pass-Options-Parser>: missing closing quote or brace in '%s'",
            text.substring(at));
        return null;
      }
      String word = text.substring(at, end);
      int equals = word.indexOf('=');
      pairs.add(
          equals < 0
              ? new Pair(word, null)
              : new Pair(word.substring(0, equals), unwrap(word.substring(equals + 1))));
      at = skipSpace(text, end);
    }
    return pairs;
  }

  /** The members of a list, separated by commas that stand in no braces and no quotes. */
  static List<String> splitList(String text) {
    List<String> members = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(text, at, true);
      end = end < 0 ? text.length() : end;
      members.add(unwrap(text.substring(at, end).strip()));
      at = end + 1;
    }
    return members;
  }

  /** The text, in quotes if {@link #split} or {@link #splitList} would take it apart. */
  static String quoteWhereNeeded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || ",{}()'\"".indexOf(c) >= 0) {
        return text.indexOf('"') < 0 ? '"' + text + '"' : '\'' + text + '\'';
      }
    }
    return text;
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int endOfWord(String text, int from, boolean atComma) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (depth == 0 && (atComma ? c == ',' : Character.isWhitespace(c))) {
        return i;
      }
    }
    return depth == 0 && quote == 0 ? text.length() : -1;
  }

  private static String unwrap(String text) {
    int last = text.length() - 1;
    if (last < 1) {
      return text;
    }
    char first = text.charAt(0);
    char expected = first == '{' ? '}' : first;
    boolean wrapped =
        (first == '{' || first == '"' || first == '\'') && endOfWrapped(text, expected) == last;
    return wrapped ? text.substring(1, last) : text;
  }

  private static int endOfWrapped(String text, char close) {
    if (close != '}') {
      return text.indexOf(close, 1);
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
