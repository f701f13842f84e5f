// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

/** Hears how far a run has come. */
public interface Progress {
  /** Hears nothing. */
  Progress NONE = (_, _) -> {};

  /** So many of so many blocks of the current launch have run. */
  void blocks(long done, long all);
}
