// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import org.jspecify.annotations.Nullable;

/**
 * How the greedy driver works.
 *
 * @param maxIterations after how many rounds over everything to give up, or {@link #NO_LIMIT}
 * @param maxRewrites after how many rewrites and folds to give up, or {@link #NO_LIMIT}
 * @param topDown whether a round begins with the first operation; else with the last
 * @param simplification what is done to blocks between rounds
 * @param fold whether operations are folded and constants made unique
 * @param seed if not null, a round visits the operations in a random order, to find patterns that
 *     depend on it
 */
public record GreedyOptions(
    int maxIterations,
    long maxRewrites,
    boolean topDown,
    RegionSimplification simplification,
    boolean fold,
    @Nullable Long seed) {

  /** No limit. */
  public static final int NO_LIMIT = -1;

  /** The usual way. */
  public static final GreedyOptions DEFAULT =
      new GreedyOptions(10, NO_LIMIT, true, RegionSimplification.NORMAL, true, null);

  /** The same, with nothing but patterns: no folding, and blocks stay as they are. */
  public GreedyOptions patternsOnly() {
    return new GreedyOptions(
        maxIterations, maxRewrites, topDown, RegionSimplification.DISABLED, false, seed);
  }

  /** The same, in an order that a seed decides. */
  public GreedyOptions withSeed(long other) {
    return new GreedyOptions(maxIterations, maxRewrites, topDown, simplification, fold, other);
  }
}
