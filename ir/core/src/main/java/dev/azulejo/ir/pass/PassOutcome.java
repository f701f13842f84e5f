// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import java.util.List;

/**
 * What one run of a pass came to.
 *
 * @param pass the pass
 * @param op what it ran on
 * @param change whether it changed that
 * @param failed whether it reported an error, left invalid IR or broke down
 * @param statistics what it counted
 * @param decisions what it chose
 * @param budgets what kernels take, as far as it decided that
 */
public record PassOutcome(
    PassInstance pass,
    Operation op,
    Change change,
    boolean failed,
    Statistics statistics,
    List<Decision> decisions,
    List<Budget> budgets) {

  /** Copies the lists. */
  public PassOutcome {
    decisions = List.copyOf(decisions);
    budgets = List.copyOf(budgets);
  }
}
