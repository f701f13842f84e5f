// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.diag.Diagnostics;

/**
 * The dimensions of a cluster along which something reaches all blocks: from a block, those that
 * differ from it in these dimensions alone, and itself.
 */
public final class Multicast {
  /** The attribute that says it. */
  public static final String ATTRIBUTE = "multicast";

  private static final int MAX_DIMENSIONS = 3;

  private Multicast() {}

  /** Reports dimensions that are none of a grid, or not in ascending order. */
  public static void verify(Operation op, DenseArrayAttr dimensions, Diagnostics diagnostics) {
    long before = -1;
    for (long dimension : dimensions.asLongs()) {
      if (dimension <= before || dimension >= MAX_DIMENSIONS) {
        diagnostics.report(
            op.error(
                "multicasts along dimensions that are not ascending numbers from 0 to %d",
                MAX_DIMENSIONS - 1));
        return;
      }
      before = dimension;
    }
    if (before < 0) {
      diagnostics.report(op.error("multicasts along no dimension; leave 'multicast' out instead"));
    }
  }
}
