// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

/** Hears how far a run has come. */
public interface Progress {
  /** Hears nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void blocks(long done, long all) {}

        @Override
        public void steps(long done) {}
      };

  /** So many of so many blocks of the current launch have run. */
  void blocks(long done, long all);

  /** So many steps have been made since the run began; heard now and then. */
  void steps(long done);
}
