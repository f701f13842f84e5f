// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

/**
 * What can be chosen about a run.
 *
 * @param seed chooses the order of blocks and the moments at which asynchronous copies arrive
 * @param maxSteps the most iterations of loops, calls and pieces of tile operations before the run
 *     is given up
 */
public record SimulatorOptions(long seed, long maxSteps) {
  /** Seed 0, and enough steps for anything that ends within minutes. */
  public static final SimulatorOptions DEFAULT = new SimulatorOptions(0, 1_000_000_000L);

  /** The same with another seed. */
  public SimulatorOptions withSeed(long other) {
    return new SimulatorOptions(other, maxSteps);
  }
}
