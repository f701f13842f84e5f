// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was counted, by statistic. Not for use by several threads. */
public final class Statistics {
  private final SortedMap<Statistic, Long> counts = new TreeMap<>();

  /** Counts {@code amount} more. */
  public void add(Statistic statistic, long amount) {
    counts.merge(statistic, amount, Long::sum);
  }

  /** Counts all that {@code other} has counted. */
  public void addAll(Statistics other) {
    other.counts.forEach(this::add);
  }

  /** The counts, sorted by name; a view. */
  public SortedMap<Statistic, Long> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }
}
