// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.dialect.tile.Copying;
import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmSpOp;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.dialect.tile.ScanOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.TransposeOp;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import java.util.List;

/** Recognises statements that do nothing but bring global memory on chip. */
final class CopyPatterns {
  private CopyPatterns() {}

  /** Is a statement a copy that can run ahead of the others? */
  static boolean isCopy(Statement statement) {
    Operation op = statement.op();
    if (bringsGlobalToShared(op) && isPure(op)) {
      return true;
    }
    return !statement.isConditional() && isOneTileCopy(op);
  }

  private static boolean isOneTileCopy(Operation root) {
    int[] tileOps = new int[1];
    boolean[] copies = new boolean[1];
    root.walk(op -> {
      if (op instanceof Copying copy) {
        tileOps[0]++;
        copies[0] |= isGlobalToShared(copy);
      } else if (op instanceof Im2colOp) {
        tileOps[0]++;
        copies[0] = true;
      } else if (isTileCompute(op)) {
        tileOps[0]++;
      }
    });
    return tileOps[0] == 1 && copies[0];
  }

  private static boolean isGlobalToShared(Copying copy) {
    return Space.of(copy.source()) == Space.GLOBAL && Space.of(copy.target()) == Space.SHARED;
  }

  private static boolean isTileCompute(Operation op) {
    return op instanceof GemmOp
        || op instanceof GemmSpOp
        || op instanceof FillOp
        || op instanceof ReduceOp
        || op instanceof ScanOp
        || op instanceof TransposeOp;
  }

  /** Does some part of it copy global memory to shared memory, outside of conditions? */
  static boolean bringsGlobalToShared(Operation root) {
    boolean[] found = new boolean[1];
    root.walk(op -> {
      if (op instanceof Copying copy) {
        found[0] |= isGlobalToShared(copy);
      } else if (op instanceof Im2colOp) {
        found[0] = true;
      } else if (op instanceof StoreOp store && Space.of(store.memref()) == Space.SHARED) {
        found[0] |= !isInElse(op, root) && loadsGlobal(store.value());
      }
    });
    return found[0];
  }

  private static boolean isInElse(Operation op, Operation root) {
    Operation inner = op;
    while (inner != root && inner.parentOp() != null) {
      Operation outer = inner.parentOp();
      if (outer instanceof IfOp branch
          && inner.block() != null
          && inner.block().region() == branch.elseRegion()) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  /** Does a value come from a load of global memory, conditions apart? */
  private static boolean loadsGlobal(Value value) {
    if (!(value instanceof OpResult result)) {
      return false;
    }
    Operation op = result.owner();
    return switch (op) {
      case LoadOp load -> Space.of(load.memref()) == Space.GLOBAL;
      case SelectOp select -> loadsGlobal(select.trueValue()) || loadsGlobal(select.falseValue());
      case IfOp branch ->
          branch.thenRegion().entry().last() instanceof YieldOp yield
              && loadsGlobal(yield.operand(result.index()));
      case Pure _ -> anyLoadsGlobal(op.operands());
      default -> false;
    };
  }

  private static boolean anyLoadsGlobal(List<Value> values) {
    for (Value value : values) {
      if (loadsGlobal(value)) {
        return true;
      }
    }
    return false;
  }

  /** Is everything in it a copy, or a store of a global element as it is or converted? */
  private static boolean isPure(Operation root) {
    boolean[] pure = {true};
    boolean[] seen = new boolean[1];
    root.walk(op -> {
      if (op instanceof Copying || op instanceof Im2colOp) {
        seen[0] = true;
      } else if (op instanceof StoreOp store) {
        seen[0] = true;
        Space space = Space.of(store.memref());
        pure[0] &= space == Space.SHARED || space == Space.LOCAL;
        pure[0] &= isGlobalElement(store.value());
      } else if (isTileCompute(op)) {
        pure[0] = false;
      }
    });
    return pure[0] && seen[0];
  }

  private static boolean isGlobalElement(Value value) {
    Operation op = value.definingOp();
    if (op instanceof LoadOp load) {
      return Space.of(load.memref()) == Space.GLOBAL;
    }
    boolean isCast = op instanceof Pure && op.operandCount() == 1 && op.resultCount() == 1;
    return op != null && isCast && isGlobalElement(op.operand(0));
  }
}
