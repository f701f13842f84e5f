// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code a && !(b || {{c.*}}-d)}; {@code !} binds strongest, {@code ||} weakest. */
final class FeatureParser {
  private static final int DEEPEST = 200;
  private static final String PART = "[-+=._a-zA-Z0-9]+|\\{\\{.+?\\}\\}";
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(&&|\\|\\||[!()]|(?:" + PART + ")+|\\S)");
  private static final Pattern NAME_PART = Pattern.compile(PART);

  private final int line;
  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int next;
  private int depth;

  FeatureParser(int line, String text) {
    this.line = line;
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group(1));
    }
  }

  FeatureExpression parse() throws ScriptException {
    FeatureExpression result = parseOr();
    if (next < tokens.size()) {
      throw expected("end of expression");
    }
    return result;
  }

  private FeatureExpression parseOr() throws ScriptException {
    FeatureExpression result = parseAnd();
    while (accept("||")) {
      result = new FeatureExpression.Or(result, parseAnd());
    }
    return result;
  }

  private FeatureExpression parseAnd() throws ScriptException {
    FeatureExpression result = parseNot();
    while (accept("&&")) {
      result = new FeatureExpression.And(result, parseNot());
    }
    return result;
  }

  private FeatureExpression parseNot() throws ScriptException {
    if (++depth > DEEPEST) {
      throw new ScriptException(line, "expression nests too deeply");
    }
    FeatureExpression result;
    if (accept("!")) {
      result = new FeatureExpression.Not(parseNot());
    } else if (accept("(")) {
      result = parseOr();
      if (!accept(")")) {
        throw expected("')'");
      }
    } else {
      result = parseName();
    }
    depth--;
    return result;
  }

  private FeatureExpression parseName() throws ScriptException {
    if (next == tokens.size() || !NAME_PART.matcher(tokens.get(next)).lookingAt()) {
      throw expected("'!', '(', '{{', or identifier");
    }
    String name = tokens.get(next++);
    if (name.equals("true") || name.equals("false")) {
      return new FeatureExpression.Constant(name.equals("true"));
    }
    var pattern = new StringBuilder();
    Matcher parts = NAME_PART.matcher(name);
    while (parts.find()) {
      String part = parts.group();
      pattern.append(
          part.startsWith("{{")
              ? "(?:" + part.substring(2, part.length() - 2) + ")"
              : Pattern.quote(part));
    }
    try {
      return new FeatureExpression.Name(Pattern.compile(pattern.toString()));
    } catch (PatternSyntaxException e) {
      throw new ScriptException(
          line, "bad regular expression in '" + text + "': " + e.getDescription());
    }
  }

  private boolean accept(String token) {
    if (next < tokens.size() && tokens.get(next).equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  private ScriptException expected(String what) {
    String have = next < tokens.size() ? "'" + tokens.get(next) + "'" : "<end of expression>";
    return new ScriptException(
        line, "expected: %s; have: %s; in expression: '%s'".formatted(what, have, text));
  }
}
