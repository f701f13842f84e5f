// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import org.jspecify.annotations.Nullable;

/**
 * What the registers of a multiprocessor allow the roles of a block. A block that fills it is
 * launched with as many registers a thread as there are for its number of threads; those that load
 * give some of theirs back, and those that compute take them. Who wants more than is left waits for
 * ever.
 *
 * @param producers how many warpgroups load
 * @param consumers how many warpgroups compute
 * @param blocks for how many blocks a multiprocessor has room
 */
record RegisterBudget(long producers, long consumers, long blocks) {
  /** The fewest registers that a thread can keep. */
  static final long FEWEST = 24;

  /** The most that a thread is given: a few less than there are names for. */
  static final long MOST = 240;

  private static final long STEP = 8;

  /** Registers for each lane of a quarter of a multiprocessor, on which every fourth warp runs. */
  private static final long OF_A_LANE = 512;

  /** The most registers that a thread can have without taking hold of any. */
  private static final long MOST_AT_LAUNCH = 255;

  /** How many registers the threads of two kinds of roles have. */
  record Pair(long producer, long consumer) {}

  /** How many registers a thread is launched with, if others want as many as there are. */
  long atLaunch() {
    return Math.min(MOST_AT_LAUNCH, OF_A_LANE / (producers + consumers) / blocks / STEP * STEP);
  }

  /** Is there enough for a pair? */
  boolean allows(Pair pair) {
    return producers * pair.producer + consumers * pair.consumer <= all();
  }

  private long all() {
    return (producers + consumers) * atLaunch();
  }

  /**
   * The usual pair, or null where none is worth its price. One producer and two consumers: 40 are
   * enough for addresses that change from tile to tile, and 232 hold a sum of 64 by 256 and what is
   * computed around it; 24 and 240 are as fast. One and one, of which two blocks share a
   * multiprocessor: of 128 registers a thread the consumer gets all that the producer can spare.
   */
  @Nullable Pair usual() {
    if (blocks > 1) {
      return producers == 1 && consumers == 1 && blocks == 2 ? new Pair(FEWEST, 232) : null;
    }
    if (producers == 1 && consumers == 2) {
      return new Pair(40, 232);
    }
    if (producers == 1 && consumers == 3) {
      return new Pair(32, 160);
    }
    return producers == 2 && consumers == 2 ? new Pair(FEWEST, 224) : null;
  }

  /** Does a thread have as many registers as it can use without taking hold of any? */
  boolean isAmple() {
    return atLaunch() >= MOST;
  }

  /** The most for a consumer beside producers of so many. */
  long beside(long producer) {
    return within((all() - producers * producer) / consumers);
  }

  /** The most for a producer beside consumers of so many, and no more than it has a use for. */
  long besideConsumers(long consumer) {
    return Math.min(40, within((all() - consumers * consumer) / producers));
  }

  private static long within(long registers) {
    return Math.max(FEWEST, Math.min(MOST, registers / STEP * STEP));
  }
}
