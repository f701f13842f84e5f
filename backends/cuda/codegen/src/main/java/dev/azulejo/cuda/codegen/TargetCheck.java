// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.dialect.ptx.BraIfOp;
import dev.azulejo.dialect.ptx.BraOp;
import dev.azulejo.dialect.ptx.ConstantOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.LocalOp;
import dev.azulejo.dialect.ptx.RegsOp;
import dev.azulejo.dialect.ptx.SharedOp;
import dev.azulejo.dialect.ptx.instruction.Architecture;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Version;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import org.jspecify.annotations.Nullable;

/** Reports what a target has no instruction for, and what is no instruction at all. */
final class TargetCheck {
  private final Architecture target;
  private final Diagnostics diagnostics;
  private Version version = Needs.NOTHING.version();
  private boolean good = true;

  TargetCheck(Architecture target, Diagnostics diagnostics) {
    this.target = target;
    this.diagnostics = diagnostics;
  }

  /** The first version of the language that has all of a kernel, or null after errors. */
  @Nullable Version version(KernelOp kernel) {
    need(kernel, kernel.needs());
    for (Block block : kernel.body().blocks()) {
      for (Operation op : block) {
        check(op);
      }
    }
    return good ? version : null;
  }

  private void check(Operation op) {
    if (op instanceof AddressOp address && !isDeclared(address)) {
      refuse(op, "is of a buffer that neither ptx.shared nor ptx.local makes");
    } else if (!(op instanceof AddressOp) && worksOnBuffers(op)) {
      refuse(op, "works on a buffer, not on registers, so it is no instruction");
    } else if (op instanceof Instruction instruction) {
      String obstacle = instruction.obstacle().orElse(null);
      if (obstacle == null) {
        need(op, instruction.needs());
      } else {
        refuse(op, obstacle + ", so it is no instruction");
      }
    } else if (!isStructure(op)) {
      refuse(op, "is no instruction of PTX");
    }
  }

  private static boolean isDeclared(AddressOp op) {
    Operation buffer = op.buffer().definingOp();
    return buffer instanceof SharedOp || buffer instanceof LocalOp;
  }

  private static boolean worksOnBuffers(Operation op) {
    for (Value operand : op.operands()) {
      if (operand.type() instanceof MemRefType) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStructure(Operation op) {
    return op instanceof BraOp
        || op instanceof BraIfOp
        || op instanceof ConstantOp
        || op instanceof RegsOp
        || op instanceof SharedOp
        || op instanceof LocalOp;
  }

  private void refuse(Operation op, String reason) {
    diagnostics.report(op.error("%s", reason));
    good = false;
  }

  private void need(Operation op, Needs needs) {
    version = version.max(needs.version(target));
    if (!needs.isMetBy(target)) {
      diagnostics.report(
          op.error("is not available on %s", target)
              .note(op.location(), "it needs %s", needs.description()));
      good = false;
    }
  }
}
