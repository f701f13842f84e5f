// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.pass.memory.guard.Guards;
import java.util.ArrayList;
import java.util.List;

/**
 * Guards accesses to single elements of tensors that are not surely inside: a load gives 0, or what
 * its attribute {@code tile.safe} says, for what is outside; a store or an atomic update does
 * nothing there. What surely is inside, by its ranges or by the conditions around it, gets no
 * guard. A constant index that is outside is an error.
 *
 * <p>Requires nothing. Gives {@code scf.if} around accesses, with a remark for each. Leaves alone:
 * buffers on chip, copies, which clip by themselves, and code outside of launches.
 */
@PassDef(
    name = "legalize-memory-access",
    anchor = "func.func",
    summary = "Guard accesses to elements of tensors that may be outside",
    from = Rung.TILE,
    downTo = Rung.TARGET)
public final class LegalizeMemoryAccessPass implements Pass {

  /** A pass; it has nothing to choose. */
  public LegalizeMemoryAccessPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    List<Operation> accesses = new ArrayList<>();
    root.walk(op -> {
      boolean isElement =
          op instanceof LoadOp || op instanceof StoreOp || op instanceof AtomicRMWOp;
      if (isElement && op.enclosing(LaunchOp.class) != null) {
        accesses.add(op);
      }
    });
    Guards guards = new Guards(context);
    boolean changed = false;
    for (Operation access : accesses) {
      changed |=
          switch (access) {
            case LoadOp load -> guard(guards, load, load.memref(), load.indices());
            case StoreOp store -> guard(guards, store, store.memref(), store.indices());
            case AtomicRMWOp update -> guard(guards, update, update.memref(), update.indices());
            default -> false;
          };
    }
    return Change.of(changed);
  }

  private static boolean guard(Guards guards, Operation access, Value buffer, List<Value> indices) {
    return Space.of(buffer) == Space.GLOBAL && guards.guard(access, buffer, indices);
  }
}
