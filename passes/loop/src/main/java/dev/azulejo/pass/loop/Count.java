// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.loop;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.trait.Constants;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A number that begins as a constant and goes up by one at a time: the number of a loop's
 * iteration, or a value that loops and branches hand on.
 */
final class Count {
  /** How many operands of a loop stand in front of those that it carries. */
  private static final int BOUNDS = 3;

  private final Set<Value> values = new LinkedHashSet<>();

  private Count() {}

  /** Is a value such a number, and nothing simpler? */
  static boolean is(Value value) {
    return Constants.of(value) == null && new Count().contains(value);
  }

  /** What a number is of which an index was made. */
  static Value behindCast(Value value) {
    return value.definingOp() instanceof IndexCastOp cast && cast.out().type() instanceof IndexType
        ? cast.in()
        : value;
  }

  private boolean contains(Value value) {
    if (!values.add(value)) {
      return true;
    }
    boolean is =
        switch (value) {
          case BlockArgument argument -> isCarried(argument);
          case OpResult result ->
              switch (result.owner()) {
                case ConstantOp _ -> isNumber(value);
                case AddIOp sum -> isOne(sum.rhs()) ? contains(sum.lhs()) : isOnePlus(sum);
                case SubIOp number -> isIteration(number);
                case ForOp loop -> contains(loop.body().argument(result.index() + 1));
                case IfOp branch -> isHandedOn(branch, result.index());
                default -> false;
              };
        };
    return is;
  }

  private boolean isOnePlus(AddIOp sum) {
    return isOne(sum.lhs()) && contains(sum.rhs());
  }

  private boolean isCarried(BlockArgument argument) {
    if (!(argument.owner().parentOp() instanceof ForOp loop)) {
      return false;
    }
    int number = argument.index() - 1;
    return number < 0
        ? isOne(loop.step()) && isNumber(loop.lowerBound())
        : contains(loop.initArgs().get(number)) && contains(loop.terminator().operand(number));
  }

  private static boolean isIteration(SubIOp number) {
    return number.lhs() instanceof BlockArgument index
        && index.index() == 0
        && index.owner().parentOp() instanceof ForOp loop
        && number.rhs() == loop.lowerBound()
        && isOne(loop.step());
  }

  private boolean isHandedOn(IfOp branch, int number) {
    YieldOp otherwise = branch.elseYield();
    return otherwise != null
        && contains(branch.thenYield().operand(number))
        && contains(otherwise.operand(number));
  }

  private static boolean isOne(Value value) {
    return Constants.of(value) instanceof IntegerAttr known
        && known.fitsLong()
        && known.longValue() == 1;
  }

  private static boolean isNumber(Value value) {
    return Constants.of(value) instanceof IntegerAttr known
        && known.fitsLong()
        && known.longValue() >= 0;
  }

  // --- Parts ------------------------------------------------------------------------------------

  /** A constant. */
  static long number(Value constant) {
    if (Constants.of(constant) instanceof IntegerAttr known) {
      return known.longValue();
    }
    throw new CompilerBug("a count begins as no constant");
  }

  /** What one is added to. */
  static Value counted(AddIOp sum) {
    return isOne(sum.rhs()) ? sum.lhs() : sum.rhs();
  }

  /** The loop whose iterations are numbered. */
  static ForOp loopOf(SubIOp number) {
    if (number.lhs() instanceof BlockArgument index
        && index.owner().parentOp() instanceof ForOp loop) {
      return loop;
    }
    throw new CompilerBug("no loop's iterations are numbered");
  }

  // --- The end of it ----------------------------------------------------------------------------

  /** Lets loops hand on what they were given where nobody but the count itself looks at it. */
  static void dropIfUnused(Value value) {
    Count count = new Count();
    if (!count.contains(value) || !count.isClosed()) {
      return;
    }
    for (Value each : count.values) {
      if (each instanceof BlockArgument argument
          && argument.index() > 0
          && argument.owner().parentOp() instanceof ForOp loop) {
        loop.terminator().setOperand(argument.index() - 1, argument);
      }
    }
  }

  private boolean isClosed() {
    for (Value value : values) {
      boolean isOwn = !(value.definingOp() instanceof ConstantOp) && !isIndexOfLoop(value);
      for (Use use : value.uses()) {
        if (isOwn && !isWithin(use)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isIndexOfLoop(Value value) {
    return value instanceof BlockArgument argument && argument.index() == 0;
  }

  private boolean isWithin(Use use) {
    Operation owner = use.owner();
    return switch (owner) {
      case AddIOp sum -> values.contains(sum.result());
      case IndexCastOp cast -> cast.out().isUnused();
      case ForOp loop -> isWithin(loop.body(), use.index() - BOUNDS);
      case YieldOp yield -> isWithin(yield, use.index());
      default -> false;
    };
  }

  private boolean isWithin(Block body, int number) {
    return number >= 0 && values.contains(body.argument(number + 1));
  }

  private boolean isWithin(YieldOp yield, int number) {
    return switch (yield.parentOp()) {
      case ForOp loop -> values.contains(loop.body().argument(number + 1));
      case IfOp branch -> values.contains(branch.result(number));
      case null, default -> false;
    };
  }
}
