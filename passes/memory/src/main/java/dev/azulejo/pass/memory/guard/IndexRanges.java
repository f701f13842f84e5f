// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.guard;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MaxSIOp;
import dev.azulejo.dialect.arith.MinSIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.arith.ShLIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.gpu.LaneIdOp;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.layout.expr.IndexOperator;
import dev.azulejo.ir.layout.expr.Range;
import dev.azulejo.ir.trait.Constants;
import org.jspecify.annotations.Nullable;

/** The numbers that indices may be at a place, by how they are computed and what was asked. */
final class IndexRanges {
  private static final int LANES = 32;
  private static final Range NATURAL = new Range(0, Long.MAX_VALUE);

  private final PathFacts facts;

  IndexRanges(PathFacts facts) {
    this.facts = facts;
  }

  Range of(Value value) {
    Range computed = computed(value);
    Range asked = facts.range(value);
    long min = Math.max(computed.min(), asked.min());
    long max = Math.min(computed.max(), asked.max());
    // Where nothing is possible, the place is never reached.
    return min > max ? computed : new Range(min, max);
  }

  private Range computed(Value value) {
    Long constant = constant(value);
    if (constant != null) {
      return Range.of(constant);
    }
    Operation op = value.definingOp();
    return switch (op) {
      case AddIOp sum -> of(sum.lhs()).apply(IndexOperator.ADD, of(sum.rhs()));
      case SubIOp difference ->
          of(difference.lhs())
              .apply(
                  IndexOperator.ADD, of(difference.rhs()).apply(IndexOperator.MUL, Range.of(-1)));
      case MulIOp product -> of(product.lhs()).apply(IndexOperator.MUL, of(product.rhs()));
      case MinSIOp least -> of(least.lhs()).apply(IndexOperator.MIN, of(least.rhs()));
      case MaxSIOp most -> of(most.lhs()).apply(IndexOperator.MAX, of(most.rhs()));
      case AndIOp both -> of(both.lhs()).apply(IndexOperator.AND, of(both.rhs()));
      case SelectOp choice -> of(choice.trueValue()).union(of(choice.falseValue()));
      case IndexCastOp cast -> of(cast.in());
      case ShLIOp shift -> shifted(of(shift.lhs()), constant(shift.rhs()));
      case DivUIOp quotient -> natural(quotient, IndexOperator.DIV);
      case RemUIOp rest -> natural(rest, IndexOperator.MOD);
      case SlotOp slot -> Range.below(slot.depth().longValue());
      case DimOp _ -> NATURAL;
      case ThreadIdOp id -> threads(id);
      case LaneIdOp _ -> Range.below(LANES);
      case null -> value instanceof BlockArgument argument ? argument(argument) : Range.ANY;
      default -> Range.ANY;
    };
  }

  private static Range shifted(Range range, @Nullable Long by) {
    return by == null || by < 0 || by > Long.SIZE - 2
        ? Range.ANY
        : range.apply(IndexOperator.MUL, Range.of(1L << by));
  }

  /** Of numbers that are not negative. */
  private Range natural(Operation op, IndexOperator operator) {
    Range left = of(op.operand(0));
    Range right = of(op.operand(1));
    if (left.min() >= 0) {
      return left.apply(operator, right);
    }
    Long single = right.isSingle() ? (Long) right.min() : null;
    return operator == IndexOperator.MOD && single != null && single > 0
        ? Range.below(single)
        : Range.ANY;
  }

  private static Range threads(ThreadIdOp id) {
    LaunchOp launch = id.enclosing(LaunchOp.class);
    return launch == null ? NATURAL : Range.below(launch.threads().longValue());
  }

  private Range argument(BlockArgument argument) {
    Operation owner = argument.owner().parentOp();
    return switch (owner) {
      case LaunchOp launch -> below(launch.sizes().get(argument.index()));
      case ParallelOp loop -> below(loop.sizes().get(argument.index()));
      case ForOp loop when argument == loop.inductionVar() ->
          between(of(loop.lowerBound()), of(loop.upperBound()));
      case dev.azulejo.dialect.pipeline.ForOp loop -> between(of(loop.from()), of(loop.to()));
      case null, default -> Range.ANY;
    };
  }

  private Range of(Offset offset) {
    return switch (offset) {
      case Offset.Constant(long number) -> Range.of(number);
      case Offset.Dynamic(Value value) -> of(value);
    };
  }

  private Range below(Offset size) {
    return between(Range.of(0), of(size));
  }

  private static Range between(Range from, Range to) {
    long most = to.max() == Long.MAX_VALUE ? to.max() : to.max() - 1;
    return new Range(from.min(), Math.max(from.min(), most));
  }

  static @Nullable Long constant(Value value) {
    return Constants.of(value) instanceof IntegerAttr number && number.fitsLong()
        ? (Long) number.longValue()
        : null;
  }
}
