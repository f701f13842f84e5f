// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

/** An operation that has been decoded: what it does to a frame. */
@FunctionalInterface
interface Code {
  /** Executes it. */
  void run(Frame frame);
}
