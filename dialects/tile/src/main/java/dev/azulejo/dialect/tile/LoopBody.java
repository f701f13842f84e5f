// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.diag.Diagnostics;

/** Checks that loops over indices share. */
final class LoopBody {
  private LoopBody() {}

  /** Reports a body whose arguments are not {@code count} indices. */
  static void verifyArguments(Operation op, Region body, int count, Diagnostics diagnostics) {
    if (body.isEmpty() || body.entry().arguments().size() != count) {
      diagnostics.report(op.error("must have a body with %d arguments", count));
      return;
    }
    for (BlockArgument argument : body.entry().arguments()) {
      if (!argument.type().equals(IndexType.INSTANCE)) {
        diagnostics.report(op.error("must have a body whose arguments are of type index"));
        return;
      }
    }
  }
}
