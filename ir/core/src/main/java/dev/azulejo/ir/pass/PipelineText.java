// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the text of a pipeline apart, before anyone knows what its names mean. */
final class PipelineText {

  /**
   * A name with what stands behind it.
   *
   * @param at where the name stands in the text
   * @param options what stands in braces, or null
   * @param nested what stands in parentheses, or null
   */
  record Item(String name, int at, @Nullable String options, @Nullable List<Item> nested) {}

  private static final int DEEPEST = 64;

  private final String text;
  private final Diagnostics diagnostics;
  private int at;

  PipelineText(String text, Diagnostics diagnostics) {
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /** Reports an error at a place of the text. */
  void error(int place, String message) {
    diagnostics.error(
        Location.unknown(),
        "MLIR Textual PassPipeline Parser:1:%d: error: %s\n%s\n%s^\n",
        place + 1,
        message,
        text,
        " ".repeat(place));
  }

  /** The items, or null after an error. */
  @Nullable List<Item> parse() {
    skipSpace();
    if (at == text.length()) {
      return List.of();
    }
    List<Item> items = list(0);
    if (items == null) {
      return null;
    }
    if (at < text.length()) {
      error(
          at,
          "encountered extra closing ')' creating unbalanced parentheses while parsing pipeline");
      return null;
    }
    return items;
  }

  /** Reads items up to the end or to a closing parenthesis. */
  private @Nullable List<Item> list(int depth) {
    List<Item> items = new ArrayList<>();
    while (true) {
      Item item = item(depth);
      if (item == null) {
        return null;
      }
      items.add(item);
      skipSpace();
      if (at == text.length() || text.charAt(at) == ')') {
        return items;
      }
      if (text.charAt(at) != ',') {
        error(at, "expected ',' after parsing pipeline");
        return null;
      }
      at++;
    }
  }

  private @Nullable Item item(int depth) {
    skipSpace();
    int start = at;
    while (at < text.length() && ",{()".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(start, at).strip();
    if (at < text.length() && text.charAt(at) == '{') {
      int end = closingBrace();
      if (end < 0) {
        error(at, "missing closing '}' while processing pass options");
        return null;
      }
      String options = text.substring(at + 1, end);
      at = end + 1;
      return new Item(name, start, options, null);
    }
    if (at < text.length() && text.charAt(at) == '(') {
      if (depth == DEEPEST) {
        error(at, "pipeline is nested too deeply");
        return null;
      }
      return nested(name, start, depth);
    }
    return new Item(name, start, null, null);
  }

  private @Nullable Item nested(String name, int start, int depth) {
    int open = at;
    at++;
    List<Item> items = list(depth + 1);
    if (items == null) {
      return null;
    }
    if (at == text.length()) {
      error(open, "encountered unbalanced parentheses while parsing pipeline");
      return null;
    }
    at++;
    return new Item(name, start, null, items);
  }

  private int closingBrace() {
    int depth = 0;
    char quote = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
