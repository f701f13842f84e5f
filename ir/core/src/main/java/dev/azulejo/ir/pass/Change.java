// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

/** Whether a pass changed what it ran on. */
public enum Change {
  /** Nothing changed. Analyses stay valid, so this must be true. */
  NONE,
  /** Something changed. */
  SOME;

  /** Something changed if {@code changed} says so. */
  public static Change of(boolean changed) {
    return changed ? SOME : NONE;
  }

  /** This, and then {@code other}. */
  public Change and(Change other) {
    return this == SOME ? SOME : other;
  }
}
