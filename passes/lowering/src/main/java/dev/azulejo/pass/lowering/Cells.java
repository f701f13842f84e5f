// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import org.jspecify.annotations.Nullable;

/** A region of a buffer, as the points that a thread does at once access it. */
sealed interface Cells permits FragmentCells, MemoryCells {

  /**
   * Loads an element for each point.
   *
   * @param points for each of them its index in the region, over the thread
   * @param guard where false, nothing is read, and what comes out is zero or means nothing; null
   *     for always
   */
  Lanes load(Inserter at, Points points, @Nullable Value guard) throws LoweringFailure;

  /**
   * Stores an element for each point.
   *
   * @param points for each of them its index in the region, over the thread
   * @param guard where false, nothing is written; null for always
   */
  void store(Inserter at, Points points, Lanes values, @Nullable Value guard)
      throws LoweringFailure;
}
