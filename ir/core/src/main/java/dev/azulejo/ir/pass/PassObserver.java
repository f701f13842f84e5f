// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;

/**
 * Watches passes run. One observer sees all the events of one root in order; roots that are worked
 * on in parallel are told apart by {@link #fork}.
 */
public interface PassObserver {
  /** Watches nothing. */
  PassObserver NONE = new PassObserver() {};

  /** A pass is about to run on an operation. */
  default void beforePass(PassInstance pass, Operation op) {}

  /** A pass has run; {@code failed} where it reported an error or left invalid IR. */
  default void afterPass(PassInstance pass, Operation op, Change change, boolean failed) {}

  /** An analysis is about to be computed. */
  default void beforeAnalysis(String name, Operation op) {}

  /** An analysis has been computed. */
  default void afterAnalysis(String name, Operation op) {}

  /** A nested pipeline is about to run on all operations of a name inside of {@code parent}. */
  default void beforePipeline(String anchor, Operation parent) {}

  /** A nested pipeline has run. */
  default void afterPipeline(String anchor, Operation parent) {}

  /** The observer for a task that may run at the same time as others. */
  default PassObserver fork() {
    return this;
  }

  /** Takes in what a forked observer saw; called in the order of the operations. */
  default void join(PassObserver forked) {}
}
