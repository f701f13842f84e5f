// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A number in a program: one that is known, a fact, or something computed of others. */
final class Term {
  private static final int[] NO_FACTS = new int[0];

  private final int number;
  private final long value;
  private final @Nullable Rule rule;
  private final Term[] operands;
  private final int[] facts;

  /** What computes a number of others. */
  interface Rule {
    long apply(long[] operands);
  }

  private Term(int number, long value, @Nullable Rule rule, Term[] operands, int[] facts) {
    this.number = number;
    this.value = value;
    this.rule = rule;
    this.operands = operands;
    this.facts = facts;
  }

  static Term known(int number, long value) {
    return new Term(number, value, null, new Term[0], NO_FACTS);
  }

  static Term fact(int number, int fact) {
    return new Term(number, 0, null, new Term[0], new int[] {fact});
  }

  static Term computed(int number, Rule rule, Term[] operands) {
    int[] facts =
        Arrays.stream(operands)
            .flatMapToInt(t -> Arrays.stream(t.facts))
            .sorted()
            .distinct()
            .toArray();
    return new Term(number, 0, rule, operands, facts);
  }

  /** Its number among all terms: equal terms are one. */
  int number() {
    return number;
  }

  /** The facts that it depends on, in ascending order. */
  int[] facts() {
    return facts;
  }

  boolean isKnown() {
    return facts.length == 0;
  }

  /** What it is; all of its facts are known. */
  long evaluate(Known known) {
    if (rule == null) {
      return facts.length == 0 ? value : known.value(facts[0]);
    }
    long[] values = new long[operands.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = operands[i].evaluate(known);
    }
    return rule.apply(values);
  }

  /** Constants in it, as places where what depends on it may change. */
  void forEachConstant(java.util.function.LongConsumer visitor) {
    if (rule == null && facts.length == 0) {
      visitor.accept(value);
    }
    for (Term operand : operands) {
      operand.forEachConstant(visitor);
    }
  }

  @Override
  public String toString() {
    return "t" + number;
  }
}
