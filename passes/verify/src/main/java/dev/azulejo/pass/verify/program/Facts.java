// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/**
 * What programs don't decide themselves: arguments, sizes, numbers in tensors. Facts of a family,
 * such as the elements of one tensor, get their values from one set, which grows until every
 * condition that has been met goes both ways and every loop has run as often as it is to.
 */
final class Facts {
  /** How the families of sizes of tensors begin, which are never negative. */
  static final String SIZE = "size ";

  private static final long MOST = 1L << 24;
  private static final long[] PROBES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 100, 1000};
  private static final int MAX_VALUES = 24;

  private final long[] trips;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> families = new ArrayList<>();
  private final Map<String, SortedSet<Long>> values = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private boolean grown;

  /**
   * No facts.
   *
   * @param trips how often a loop is to run whose bounds are not fixed, in ascending order
   */
  Facts(long[] trips) {
    this.trips = trips.clone();
  }

  /** The number of a fact. */
  int of(String key, String family) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    numbers.put(key, families.size());
    families.add(family);
    return families.size() - 1;
  }

  /** What a fact may be. */
  List<Long> values(int fact) {
    return List.copyOf(set(fact));
  }

  private SortedSet<Long> set(int fact) {
    SortedSet<Long> set = values.computeIfAbsent(families.get(fact), _ -> new TreeSet<>());
    if (set.isEmpty()) {
      set.add(0L);
    }
    return set;
  }

  /** Has anything been asked for? */
  boolean areUsed() {
    return !values.isEmpty();
  }

  private boolean isSize(int fact) {
    return families.get(fact).startsWith(SIZE);
  }

  /** Have sets of values grown since this was asked last? */
  boolean haveGrown() {
    boolean before = grown;
    grown = false;
    return before;
  }

  private void grow(int fact, long value) {
    SortedSet<Long> set = values.computeIfAbsent(families.get(fact), _ -> new TreeSet<>());
    if (set.size() < MAX_VALUES && set.add(value)) {
      grown = true;
    }
  }

  /** A condition is met: each of its facts should be able to decide it both ways. */
  void decide(Term condition, Known known) {
    if (!asked.add("if " + condition.number())) {
      return;
    }
    for (int fact : condition.facts()) {
      Known others = withDefaults(condition, known, fact);
      find(condition, others, fact, value -> value != 0);
      find(condition, others, fact, value -> value == 0);
    }
  }

  /** Looks for a value that lets a term be what is wanted; false where none is at hand. */
  private boolean find(Term term, Known others, int fact, LongPredicate wanted) {
    if (values(fact).stream().anyMatch(value -> holds(term, others, fact, value, wanted))) {
      return true;
    }
    List<Long> probes = new ArrayList<>();
    for (long probe : PROBES) {
      probes.add(probe);
    }
    term.forEachConstant(constant -> {
      probes.add(constant);
      probes.add(constant + 1);
      probes.add(constant - 1);
    });
    probes.add(-1L);
    for (long probe : probes) {
      boolean isPossible = Math.abs(probe) <= MOST && (probe >= 0 || !isSize(fact));
      if (isPossible && holds(term, others, fact, probe, wanted)) {
        grow(fact, probe);
        return true;
      }
    }
    return false;
  }

  private static boolean holds(
      Term term, Known others, int fact, long value, LongPredicate wanted) {
    return wanted.test(term.evaluate(others.with(fact, value)));
  }

  private Known withDefaults(Term term, Known known, int except) {
    Known all = known;
    for (int fact : term.facts()) {
      if (fact != except && !all.has(fact)) {
        all = all.with(fact, values(fact).getFirst());
      }
    }
    return all;
  }

  /**
   * A loop is met that runs so often: it should be able to run as often as it is to.
   *
   * @param most how often is enough
   */
  void repeat(Term count, Known known, long most) {
    if (!asked.add("for " + count.number())) {
      return;
    }
    for (int fact : count.facts()) {
      Known others = withDefaults(count, known, fact);
      for (long wanted : trips) {
        if (wanted > most) {
          break;
        }
        LongPredicate isWanted = found -> Math.max(0, found) == wanted;
        if (!find(count, others, fact, isWanted)) {
          long value = first(count, others, fact, wanted);
          if (holds(count, others, fact, value, isWanted)) {
            grow(fact, value);
          }
        }
      }
    }
  }

  /** The first value with which a term that grows with it is so much. */
  private static long first(Term term, Known others, int fact, long wanted) {
    long low = 0;
    long high = MOST;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (term.evaluate(others.with(fact, middle)) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
