// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

import java.util.Set;

/** An expression over features, as written and as understood. */
public record Condition(String text, FeatureExpression expression) {
  /** Reads one expression; {@code *} is always true. */
  static Condition parse(int line, String text) throws ScriptException {
    return new Condition(
        text,
        text.equals("*")
            ? new FeatureExpression.Constant(true)
            : new FeatureParser(line, text).parse());
  }

  /** True where it holds for the features that there are. */
  public boolean holds(Set<String> features) {
    return expression.holds(features);
  }
}
