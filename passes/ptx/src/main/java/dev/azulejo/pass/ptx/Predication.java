// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.ptx.AndOp;
import dev.azulejo.dialect.ptx.NotOp;
import dev.azulejo.dialect.ptx.instruction.Guarded;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.trait.Terminator;

/**
 * Branches around one instruction that can be executed under a condition itself. What is computed
 * for it is computed always, which costs less than a jump where it is little.
 */
final class Predication {
  /** More than this is rather jumped over. */
  private static final int FEW = 6;

  private final KernelWriter writer;
  private final OpConversion conversion;

  Predication(KernelWriter writer, OpConversion conversion) {
    this.writer = writer;
    this.conversion = conversion;
  }

  /** Is a branch around one such instruction and little else? */
  static boolean isPossible(IfOp op) {
    return op.resultCount() == 0 && op.elseBlock() == null && cost(op.thenBlock()) <= FEW;
  }

  /** How much is computed for the one instruction; a large number where there is none, or more. */
  private static int cost(Block block) {
    int cost = 0;
    int instructions = 0;
    for (Operation op : block) {
      switch (op) {
        case Guarded guarded when guarded.guard().isEmpty() && op.isUnused() -> instructions++;
        case IfOp inner when isPossible(inner) -> {
          instructions++;
          cost += 1 + cost(inner.thenBlock());
        }
        case Terminator _ -> {}
        case ConstantOp _ -> {}
        case Pure _ when op.regionCount() == 0 -> cost++;
        default -> cost += FEW + 1;
      }
    }
    return instructions == 1 ? cost : FEW + 1;
  }

  /** Converts such a branch. */
  void convert(IfOp op) throws Unconvertible {
    convert(op, Condition.of(writer, op.condition()));
  }

  private void convert(IfOp op, Condition condition) throws Unconvertible {
    for (Operation inside : op.thenBlock()) {
      switch (inside) {
        case Terminator _ -> {}
        case IfOp inner -> {
          conversion.bring(inner);
          writer.begin(inner);
          Condition other = Condition.of(writer, inner.condition());
          Value both = AndOp.create(writer.at(), positive(condition), positive(other)).result();
          convert(inner, new Condition(both, false));
        }
        default -> {
          conversion.convert(inside);
          if (inside instanceof Guarded) {
            Guarded.guard(writer.last(), condition.value(), condition.negated());
          }
        }
      }
    }
  }

  private Value positive(Condition condition) {
    return condition.negated()
        ? NotOp.create(writer.at(), condition.value()).result()
        : condition.value();
  }
}
