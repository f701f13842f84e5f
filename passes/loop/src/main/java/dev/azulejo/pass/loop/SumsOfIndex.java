// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.loop;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.ShLIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.arith.TruncIOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a loop's body that grow by the same from iteration to iteration: its index, and
 * sums and products of that with what the loop doesn't change. All arithmetic is that of numbers
 * with a limited number of bits, whose sums and products may as well be carried.
 */
final class SumsOfIndex {
  private final ForOp loop;
  private final Set<Value> sums = new LinkedHashSet<>();

  SumsOfIndex(ForOp loop) {
    this.loop = loop;
    sums.add(loop.inductionVar());
    loop.walk(op -> {
      if (op.resultCount() == 1 && isSum(op)) {
        sums.add(op.result(0));
      }
    });
  }

  ForOp loop() {
    return loop;
  }

  /** Does a value grow by the same in every iteration? */
  boolean contains(Value value) {
    return sums.contains(value);
  }

  /** Is a value the same in every iteration? */
  boolean isInvariant(Value value) {
    Operation around = value.parentBlock() == null ? null : value.parentBlock().parentOp();
    return around != null && around != loop && !around.isInside(loop);
  }

  private boolean isSum(Operation op) {
    return switch (op) {
      case AddIOp sum -> areSums(sum.lhs(), sum.rhs());
      case SubIOp difference -> areSums(difference.lhs(), difference.rhs());
      case MulIOp product ->
          (contains(product.lhs()) && isInvariant(product.rhs()))
              || (contains(product.rhs()) && isInvariant(product.lhs()));
      case ShLIOp shift -> contains(shift.lhs()) && isInvariant(shift.rhs());
      // The other way round the number would have to be known to fit.
      case IndexCastOp cast -> contains(cast.in()) && cast.in().type() instanceof IndexType;
      case TruncIOp cut -> contains(cut.in());
      default -> false;
    };
  }

  private boolean areSums(Value one, Value other) {
    return (contains(one) && (contains(other) || isInvariant(other)))
        || (contains(other) && isInvariant(one));
  }

  // --- What is worth it -------------------------------------------------------------------------

  /** The sums that others than sums use, and that take more than one operation. */
  List<Carried> worthCarrying() {
    List<Carried> worth = new ArrayList<>();
    for (Value value : sums) {
      Operation op = value.definingOp();
      if (op != null && !isStepUnderCondition(op) && isUsedByOthers(value) && cost(value) > 1) {
        worth.add(new Sum(this, value));
      }
    }
    return worth;
  }

  /**
   * Does some iteration need an operation that takes nothing but what each of them has? Carrying
   * its result would cost in all of them.
   */
  private boolean isStepUnderCondition(Operation op) {
    if (!isUnderCondition(op)) {
      return false;
    }
    for (Value operand : op.operands()) {
      Operation before = operand.definingOp();
      if (before != null && contains(operand) && isUnderCondition(before)) {
        return false;
      }
    }
    return true;
  }

  private boolean isUnderCondition(Operation op) {
    for (Operation at = op.parentOp(); at != null && at != loop; at = at.parentOp()) {
      if (at instanceof IfOp) {
        return true;
      }
    }
    return false;
  }

  private boolean isUsedByOthers(Value value) {
    for (Use use : value.uses()) {
      Operation user = use.owner();
      if (user.resultCount() != 1 || !contains(user.result(0))) {
        return true;
      }
    }
    return false;
  }

  private int cost(Value value) {
    Set<Operation> operations = new HashSet<>();
    collect(value, operations);
    return operations.size();
  }

  private void collect(Value value, Set<Operation> operations) {
    Operation op = value.definingOp();
    if (op == null || !contains(value)) {
      return;
    }
    boolean isFree = op instanceof IndexCastOp || op instanceof TruncIOp;
    if (isFree || operations.add(op)) {
      for (Value operand : op.operands()) {
        collect(operand, operations);
      }
    }
  }

  // --- Numbers ----------------------------------------------------------------------------------

  /** By how much a value grows in an iteration, where that is a constant. */
  @Nullable Long growth(Value value) {
    if (value == loop.inductionVar()) {
      return Constants.of(loop.step()) instanceof IntegerAttr step ? step.longValue() : null;
    }
    if (!contains(value)) {
      return isInvariant(value) ? Long.valueOf(0) : null;
    }
    return switch (value.definingOp()) {
      case AddIOp sum -> combine(growth(sum.lhs()), growth(sum.rhs()), 1);
      case SubIOp difference -> combine(growth(difference.lhs()), growth(difference.rhs()), -1);
      case null, default -> null;
    };
  }

  private static @Nullable Long combine(@Nullable Long one, @Nullable Long other, long sign) {
    return one == null || other == null ? null : Long.valueOf(one + sign * other);
  }

  // --- Code -------------------------------------------------------------------------------------

  /** Writes what a value is in the first iteration. */
  Value first(Value value, Inserter ahead) {
    return first(value, ahead, new ValueMapping().put(loop.inductionVar(), loop.lowerBound()));
  }

  private Value first(Value value, Inserter ahead, ValueMapping known) {
    if (!contains(value)) {
      return value;
    }
    Value there = known.get(value);
    Operation op = value.definingOp();
    if (there != value || op == null) {
      return there;
    }
    for (Value operand : op.operands()) {
      known.put(operand, first(operand, ahead, known));
    }
    Operation copy = ahead.insert(op.copy(known));
    known.put(value, copy.result(0));
    return copy.result(0);
  }

  /** Writes by how much a value grows in an iteration. */
  Value growth(Value value, Inserter ahead) {
    if (value instanceof BlockArgument) {
      return loop.step();
    }
    return switch (value.definingOp()) {
      case AddIOp sum when !contains(sum.lhs()) -> growth(sum.rhs(), ahead);
      case AddIOp sum when !contains(sum.rhs()) -> growth(sum.lhs(), ahead);
      case AddIOp sum ->
          AddIOp.create(ahead, growth(sum.lhs(), ahead), growth(sum.rhs(), ahead)).result();
      case SubIOp difference when !contains(difference.rhs()) -> growth(difference.lhs(), ahead);
      case SubIOp difference when !contains(difference.lhs()) ->
          SubIOp.create(ahead, zero(value, ahead), growth(difference.rhs(), ahead)).result();
      case SubIOp difference ->
          SubIOp.create(ahead, growth(difference.lhs(), ahead), growth(difference.rhs(), ahead))
              .result();
      case null -> throw new IllegalStateException("only the index is no result");
      case Operation op -> {
        ValueMapping known = new ValueMapping();
        for (Value operand : op.operands()) {
          known.put(operand, contains(operand) ? growth(operand, ahead) : operand);
        }
        yield ahead.insert(op.copy(known)).result(0);
      }
    };
  }

  private static Value zero(Value like, Inserter ahead) {
    return ConstantOp.create(ahead, IntegerAttr.of(like.type(), 0)).result();
  }

  /** A sum that is carried. */
  private record Sum(SumsOfIndex sums, Value value) implements Carried {
    @Override
    public Value first(Inserter ahead) {
      return sums.first(value, ahead);
    }

    @Override
    public Value next(
        Inserter ahead, Inserter end, List<? extends Carried> all, List<BlockArgument> now) {
      Value growth = sums.growth(value, ahead);
      return AddIOp.create(end, now.get(all.indexOf(this)), growth).result();
    }
  }
}
