// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import dev.azulejo.ir.diag.Location;

/**
 * How an instruction used the banks of shared memory in a run. Where lanes ask a bank for different
 * words at once, it serves them one after the other.
 *
 * @param place where it stands
 * @param operation its name
 * @param executions how often warps executed it
 * @param turns how many turns the banks took
 * @param ideal how many they would have taken had no bank been asked twice at once
 */
public record BankUse(Location place, String operation, long executions, long turns, long ideal) {
  /** How many turns were spent on conflicts. */
  public long conflicts() {
    return turns - ideal;
  }
}
