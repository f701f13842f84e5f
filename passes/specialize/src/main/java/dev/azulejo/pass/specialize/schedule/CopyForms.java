// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.tile.CopyOp;

/** Says how copies that fill slots are done. */
@FunctionalInterface
public interface CopyForms {
  /** A way to fill a slot. */
  enum Form {
    /** The engine for boxes brings it; its bytes count on the slot's barrier. */
    BOX,
    /** Threads begin copies that they need not wait for. */
    ASYNC,
    /** It is over when the operation is. */
    THREADS
  }

  /**
   * What was chosen.
   *
   * @param form the way
   * @param reason why nothing better; where the program asks for what is not possible, why it isn't
   * @param isPossible whether the program gets what it asks for
   */
  record Choice(Form form, String reason, boolean isPossible) {}

  /** How a copy into a buffer of a ring of so many slots is done. */
  Choice of(CopyOp copy, long depth);
}
