// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.agent;

/** What an engine does for an agent, at some moment behind the operation that asks for it. */
public final class Landing {
  private final Runnable work;
  private boolean done;

  Landing(Runnable work) {
    this.work = work;
  }

  /** Does it, unless it has been done. */
  public void land() {
    if (!done) {
      done = true;
      work.run();
    }
  }

  boolean isDone() {
    return done;
  }
}
