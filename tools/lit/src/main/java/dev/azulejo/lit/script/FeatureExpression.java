// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

import java.util.Set;
import java.util.regex.Pattern;

/** A Boolean expression over features. */
public sealed interface FeatureExpression {
  /** True where it holds for the features that there are. */
  boolean holds(Set<String> features);

  /** {@code true} or {@code false}. */
  record Constant(boolean value) implements FeatureExpression {
    @Override
    public boolean holds(Set<String> features) {
      return value;
    }
  }

  /** True where a feature has this name, or one that the pattern matches as a whole. */
  record Name(Pattern pattern) implements FeatureExpression {
    @Override
    public boolean holds(Set<String> features) {
      return features.stream().anyMatch(feature -> pattern.matcher(feature).matches());
    }
  }

  /** {@code !x}. */
  record Not(FeatureExpression operand) implements FeatureExpression {
    @Override
    public boolean holds(Set<String> features) {
      return !operand.holds(features);
    }
  }

  /** {@code x && y}. */
  record And(FeatureExpression left, FeatureExpression right) implements FeatureExpression {
    @Override
    public boolean holds(Set<String> features) {
      return left.holds(features) && right.holds(features);
    }
  }

  /** {@code x || y}. */
  record Or(FeatureExpression left, FeatureExpression right) implements FeatureExpression {
    @Override
    public boolean holds(Set<String> features) {
      return left.holds(features) || right.holds(features);
    }
  }
}
