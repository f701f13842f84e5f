// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides {@code %if FEATURES %{ text %} %else %{ text %}} in one line; they nest. */
final class Conditional {
  private static final Pattern IF_OR_END = Pattern.compile("%if\\b|%\\}");
  private static final Pattern ELSE = Pattern.compile("\\s*%else\\b");
  private static final Pattern OPEN = Pattern.compile("\\s*%\\{");

  private final int line;
  private final String text;
  private final Set<String> features;
  private int at;

  private Conditional(int line, String text, Set<String> features) {
    this.line = line;
    this.text = text;
    this.features = features;
  }

  static String decide(int line, String text, Set<String> features) throws ScriptException {
    return text.contains("%if") ? new Conditional(line, text, features).decide(false) : text;
  }

  /** What remains of the text up to its end, or to the end of the branch that it stands in. */
  private String decide(boolean inBranch) throws ScriptException {
    var result = new StringBuilder();
    Matcher matcher = IF_OR_END.matcher(text);
    while (matcher.find(at)) {
      result.append(text, at, matcher.start());
      at = matcher.end();
      if (matcher.group().equals("%if")) {
        result.append(branches());
      } else if (inBranch) {
        return result.toString();
      } else {
        result.append("%}");
      }
    }
    if (inBranch) {
      throw new ScriptException(line, "'%}' is missing for %if substitution");
    }
    return result.append(text.substring(at)).toString();
  }

  private String branches() throws ScriptException {
    int brace = text.indexOf("%{", at);
    if (brace < 0) {
      throw new ScriptException(line, "'%{' is missing for %if substitution");
    }
    boolean holds = Condition.parse(line, text.substring(at, brace).strip()).holds(features);
    at = brace + 2;
    String then = decide(true);
    Matcher otherwise = ELSE.matcher(text).region(at, text.length());
    if (!otherwise.lookingAt()) {
      return holds ? then : "";
    }
    Matcher open = OPEN.matcher(text).region(otherwise.end(), text.length());
    if (!open.lookingAt()) {
      throw new ScriptException(line, "'%{' is missing for %else substitution");
    }
    at = open.end();
    String other = decide(true);
    return holds ? then : other;
  }
}
