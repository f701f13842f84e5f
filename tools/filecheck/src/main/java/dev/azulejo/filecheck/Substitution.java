// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in a pattern where a value is filled in that is only known at the time of the match. */
sealed interface Substitution {
  /** What is filled in, as it was written. */
  Slice source();

  /** The place in the regular expression. */
  int index();

  /** The text to fill in, or null after adding what is wrong to {@code problems}. */
  @Nullable String value(Variables variables, List<MatchResult.Problem> problems);

  /** The value of a string variable. */
  record Text(Slice source, int index) implements Substitution {
    @Override
    public @Nullable String value(Variables variables, List<MatchResult.Problem> problems) {
      String value = variables.string(source.text());
      if (value == null) {
        problems.add(undefined(source));
      }
      return value;
    }
  }

  /** The value of a numeric expression. */
  record Numeric(Slice source, int index, Expression expression, NumberFormat format)
      implements Substitution {
    @Override
    public @Nullable String value(Variables variables, List<MatchResult.Problem> problems) {
      var found = new ArrayList<Expression.Problem>();
      BigInteger value = expression.evaluate(found);
      Optional<String> printed = value == null ? Optional.empty() : format.print(value);
      if (printed.isPresent()) {
        return printed.get();
      }
      if (found.isEmpty()) {
        found.add(new Expression.Problem.Overflow());
      }
      for (Expression.Problem problem : found) {
        problems.add(
            switch (problem) {
              case Expression.Problem.Undefined(Slice name) -> undefined(name);
              case Expression.Problem.Overflow() ->
                  new MatchResult.Problem(
                      source.location(),
                      "unable to substitute variable or numeric expression: overflow error");
            });
      }
      return null;
    }
  }

  private static MatchResult.Problem undefined(Slice name) {
    return new MatchResult.Problem(name.location(), "undefined variable: " + name.text());
  }
}
