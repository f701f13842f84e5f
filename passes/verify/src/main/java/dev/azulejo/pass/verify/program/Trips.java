// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.ir.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How conditions are decided and how often loops run. */
final class Trips {
  private static final long ABSURD = 4096;
  private static final int FEW_FACTS = 3;
  private static final long FEW_TURNS = 2;

  /** Facts let a loop run for so long that no program means it. */
  static final class Absurd extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Absurd() {
      super(null, null, false, false);
    }
  }

  private final Terms terms;
  private final Relevance relevance;
  private final long most;
  private final Map<Operation, Long> instead;
  private final Set<Integer> early = new HashSet<>();
  private @Nullable Term ending;

  /**
   * Decisions.
   *
   * @param most how often a loop runs at most that asks each time whether to go on
   * @param instead how often loops run, where it is not as often as they say
   */
  Trips(Terms terms, Relevance relevance, long most, Map<Operation, Long> instead) {
    this.terms = terms;
    this.relevance = relevance;
    this.most = most;
    this.instead = new IdentityHashMap<>(instead);
  }

  /** What a number is, as far as the facts are known. */
  long number(Draft draft, Term term) throws MissingFact {
    int missing = draft.known().missing(term);
    if (missing >= 0) {
      throw new MissingFact(missing);
    }
    return term.evaluate(draft.known());
  }

  boolean decide(Draft draft, Term asked) throws MissingFact {
    Term condition = simple(asked);
    terms.facts().decide(condition, draft.known());
    return number(draft, condition) != 0;
  }

  /** What depends on many facts is a fact of its own, or there were too many cases. */
  private Term simple(Term condition) {
    return condition.facts().length <= FEW_FACTS
        ? condition
        : terms.fact("holds t" + condition.number(), "condition");
  }

  /** Does a loop go on that asks, and has gone on so often? */
  boolean goesOn(Draft draft, Term asked, long count) throws MissingFact {
    Term condition = simple(asked);
    if (count < most) {
      terms.facts().decide(condition, draft.known());
      for (int fact : condition.facts()) {
        early.add(fact);
      }
    }
    ending = count >= most ? condition : null;
    try {
      return number(draft, condition) != 0;
    } finally {
      if (draft.known().missing(condition) < 0) {
        ending = null;
      }
    }
  }

  /** What a fact may be; where a loop has gone on often enough, what ends it. */
  List<Long> values(int fact, Draft draft) {
    List<Long> all = terms.facts().values(fact);
    Term condition = ending;
    ending = null;
    if (condition == null || early.contains(fact)) {
      return all;
    }
    List<Long> ends = new ArrayList<>();
    for (long value : all) {
      Known known = draft.known().with(fact, value);
      if (known.missing(condition) >= 0 || condition.evaluate(known) == 0) {
        ends.add(value);
      }
    }
    return ends.isEmpty() ? all : ends;
  }

  /** The index that ends a loop. */
  long end(Draft draft, Operation loop, Term lower, Term upper, long step) throws MissingFact {
    Long count = instead.get(loop);
    if (count != null) {
      return number(draft, lower) + count * step;
    }
    if (!lower.isKnown() || !upper.isKnown()) {
      Term trips =
          terms.computed(
              "trips of " + step,
              v -> v[1] <= v[0] ? 0 : Math.ceilDiv(v[1] - v[0], Math.max(1, step)),
              List.of(lower, upper));
      // What more turns around loops would show, more turns of those loops show.
      terms.facts().repeat(trips, draft.known(), relevance.onlyRepeats(loop) ? FEW_TURNS : most);
      if (number(draft, trips) > ABSURD) {
        throw new Absurd();
      }
    }
    return number(draft, upper);
  }
}
