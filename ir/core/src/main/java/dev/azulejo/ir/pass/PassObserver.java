// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import java.util.function.Consumer;

/**
 * Watches passes run. One observer sees all the events of one root in order; roots that are worked
 * on at the same time get observers of their own by {@link #fork}.
 */
public interface PassObserver {
  /** Watches nothing. */
  PassObserver NONE = new PassObserver() {};

  /** A pass is about to run on an operation. */
  default void beforePass(PassInstance pass, Operation op) {}

  /** A pass has run. */
  default void afterPass(PassOutcome outcome) {}

  /** An analysis is about to be computed. */
  default void beforeAnalysis(String name, Operation op) {}

  /** An analysis has been computed. */
  default void afterAnalysis(String name, Operation op) {}

  /** A nested pipeline is about to run on operations directly inside of {@code parent}. */
  default void beforePipeline(Pipeline nested, Operation parent) {}

  /** A nested pipeline has run. */
  default void afterPipeline(Pipeline nested, Operation parent) {}

  /** Does it look at more than the operation that a pass runs on, so that nothing else may run? */
  default boolean needsOneThread() {
    return false;
  }

  /**
   * The observer for a task that may run at the same time as others.
   *
   * @param later takes what is to be done when it is the turn of the task: what shows something
   *     hands it there, and stays in order with what the task says
   */
  default PassObserver fork(Consumer<Runnable> later) {
    return this;
  }

  /** Takes in what a forked observer saw; called in the order of the operations. */
  default void join(PassObserver forked) {}
}
