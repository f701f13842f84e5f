// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.BarrierArrayType;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.RecursiveEffects;

/** Roles that one thread could do: they wait, and let the engine that moves boxes work. */
final class LoadingRole {
  private LoadingRole() {}

  /** Does a role issue loads of boxes and nothing that its threads would have to do together? */
  static boolean onlyLoads(RolesOp.Role role) {
    boolean[] loads = new boolean[1];
    boolean[] other = new boolean[1];
    for (Operation top : role.body()) {
      top.walk(op -> {
        loads[0] |= isBox(op);
        other[0] |= !isOfLoads(op);
      });
    }
    return loads[0] && !other[0];
  }

  private static boolean isBox(Operation op) {
    return op instanceof TmaCopyOp || (op instanceof Im2colOp images && images.array().isPresent());
  }

  private static boolean isOfLoads(Operation op) {
    if (isBox(op) || op instanceof Pure || op instanceof RecursiveEffects) {
      return true;
    }
    if (!(op instanceof Accessing accessing)) {
      return false;
    }
    boolean[] others = new boolean[1];
    accessing.accesses(access -> others[0] |= changesMemory(access));
    return !others[0];
  }

  /** Barriers, and what counts executions, are no memory of the program. */
  private static boolean changesMemory(Access access) {
    BufferRegion region = access.region();
    return !access.isRead()
        && region != null
        && !(region.buffer().type() instanceof BarrierArrayType);
  }
}
