// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

/** What an agent waits for before it goes on. */
public sealed interface Gate {
  /** Nothing. */
  record Open() implements Gate {
    /** The one that is needed. */
    public static final Open INSTANCE = new Open();
  }

  /** The end of a phase of a barrier, by its parity. */
  record Wait(Site site, int barrier, boolean parity) implements Gate {}

  /** All threads at a barrier that has a number, to which the agent has come before. */
  record Meet(Site site, int named) implements Gate {}
}
