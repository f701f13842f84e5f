// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.pipeline.RoleOp;
import dev.azulejo.dialect.pipeline.RolesOp;

/**
 * A role and its program.
 *
 * @param op the role as it is written
 * @param program what it does in the launch itself
 */
record RolePlan(RoleOp op, Body program) {
  /** What it is called. */
  String name() {
    return op.label().value();
  }

  /** How many threads it has. */
  long threads() {
    return (op.end().longValue() - op.first().longValue()) * RolesOp.WARP_SIZE;
  }
}
