// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import java.util.ArrayList;
import java.util.List;

/**
 * Products that are under way until a wait for them: the wait accesses what they do. It stands
 * where their operands are free again, and where their sums can be read.
 */
final class ProductWaits {
  private ProductWaits() {}

  /**
   * What an operation of a loop accesses, waits for products included.
   *
   * @param op the operation
   * @param before the statements in front of it
   */
  static Accesses of(Operation op, List<Statement> before) {
    if (op instanceof WaitGemmOp wait && wait.pending().longValue() == 0) {
      List<Access> pending = new ArrayList<>();
      for (Statement statement : before) {
        pending.addAll(underWay(statement.reads()));
        pending.addAll(underWay(statement.writes()));
      }
      return new Accesses(pending, false);
    }
    Accesses accesses = Accesses.of(op);
    boolean runsOn = !underWay(accesses.all()).isEmpty() && !isAwaitedBehind(op);
    return runsOn ? new Accesses(accesses.all(), true) : accesses;
  }

  private static List<Access> underWay(List<Access> accesses) {
    return accesses.stream()
        .filter(access -> access.completion() == Access.Completion.MATRIX_GROUP)
        .toList();
  }

  /** Does the same iteration wait until no product is left? */
  private static boolean isAwaitedBehind(Operation product) {
    for (Operation later = product.next(); later != null; later = later.next()) {
      if (later instanceof WaitGemmOp wait && wait.pending().longValue() == 0) {
        return true;
      }
    }
    return false;
  }
}
