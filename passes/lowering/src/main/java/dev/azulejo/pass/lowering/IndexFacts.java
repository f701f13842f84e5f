// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CeilDivUIOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.MaxSIOp;
import dev.azulejo.dialect.arith.MinSIOp;
import dev.azulejo.dialect.arith.MinUIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.Divisibility;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.layout.expr.IndexOperator;
import dev.azulejo.ir.layout.expr.Range;
import dev.azulejo.ir.trait.Constants;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an index.
 *
 * @param range the numbers that it may be
 * @param divisor what it is a multiple of; 0 for the number 0, which is a multiple of everything
 */
record IndexFacts(Range range, long divisor) {
  private static final IndexFacts NOTHING = new IndexFacts(Range.ANY, 1);

  /** Sizes that only the running program knows are checked there to be no larger. */
  private static final long LARGEST = Integer.MAX_VALUE;

  /** What is known of an offset. */
  static IndexFacts of(Offset offset) {
    return switch (offset) {
      case Offset.Constant constant -> of(constant.value());
      case Offset.Dynamic dynamic -> of(dynamic.value());
    };
  }

  /** What is known of a number. */
  static IndexFacts of(long value) {
    return new IndexFacts(Range.of(value), Math.abs(value));
  }

  /** What is known of a value, by how it is computed. */
  static IndexFacts of(Value value) {
    if (Constants.of(value) instanceof IntegerAttr constant) {
      return of(constant.longValue());
    }
    return switch (value.definingOp()) {
      case AddIOp sum -> of(sum.lhs()).plus(of(sum.rhs()));
      case SubIOp difference -> of(difference.lhs()).plus(of(difference.rhs()).times(of(-1)));
      case MulIOp product -> of(product.lhs()).times(of(product.rhs()));
      case DivUIOp quotient -> of(quotient.lhs()).over(of(quotient.rhs()), false);
      case CeilDivUIOp quotient -> of(quotient.lhs()).over(of(quotient.rhs()), true);
      case MinSIOp least -> of(least.lhs()).either(of(least.rhs()), IndexOperator.MIN);
      case MinUIOp least -> of(least.rhs()).asUnsignedLimit();
      case MaxSIOp most -> of(most.lhs()).either(of(most.rhs()), IndexOperator.MAX);
      case DimOp size -> of(size);
      case RemUIOp rest -> of(rest.lhs()).modulo(of(rest.rhs()));
      case SlotOp slot -> of(slot.ordinal()).modulo(of(slot.depth().longValue()));
      case null -> value instanceof BlockArgument argument ? of(argument) : NOTHING;
      default -> NOTHING;
    };
  }

  private static IndexFacts of(BlockArgument argument) {
    Operation owner = argument.owner().parentOp();
    if (owner instanceof LaunchOp launch) {
      Long size = launch.sizes().get(argument.index()).constant();
      return new IndexFacts(below(size), 1);
    }
    if (owner instanceof ForOp loop && argument == loop.inductionVar()) {
      IndexFacts from = of(loop.lowerBound());
      Range to = of(loop.upperBound()).range;
      IndexFacts step = of(loop.step());
      long most = to.max() == Long.MAX_VALUE ? to.max() : to.max() - 1;
      boolean isEmpty = most < from.range.min();
      return new IndexFacts(
          new Range(from.range.min(), isEmpty ? from.range.min() : most),
          gcd(from.divisor, step.divisor));
    }
    return new IndexFacts(Range.ANY, Divisibility.ofNumber(argument));
  }

  private static IndexFacts of(DimOp size) {
    Long dimension = of(size.index()).single();
    boolean isThere =
        dimension != null
            && dimension >= 0
            && size.source().type() instanceof MemRefType type
            && dimension < type.rank();
    long divisor =
        isThere && dimension != null ? Divisibility.ofSize(size.source(), dimension.intValue()) : 1;
    return new IndexFacts(new Range(0, LARGEST), divisor);
  }

  private static Range below(@Nullable Long size) {
    return size == null ? new Range(0, Long.MAX_VALUE) : Range.below(Math.max(1, size));
  }

  /** The one number that it can be, or null if there are several. */
  @Nullable Long single() {
    return range.isSingle() ? range.min() : null;
  }

  /** Is it surely a multiple of a number? */
  boolean isMultipleOf(long number) {
    return divisor % number == 0;
  }

  /** What is known of the least of this and another one, as numbers that are not negative. */
  private IndexFacts asUnsignedLimit() {
    return range.min() < 0 ? NOTHING : new IndexFacts(new Range(0, range.max()), 1);
  }

  private IndexFacts plus(IndexFacts other) {
    return new IndexFacts(range.apply(IndexOperator.ADD, other.range), gcd(divisor, other.divisor));
  }

  private IndexFacts times(IndexFacts other) {
    Range product = range.apply(IndexOperator.MUL, other.range);
    long high = Math.multiplyHigh(divisor, other.divisor);
    return new IndexFacts(
        product, high == 0 && divisor * other.divisor >= 0 ? divisor * other.divisor : 1);
  }

  /** The quotient of numbers that are not negative, rounded down or up. */
  private IndexFacts over(IndexFacts other, boolean up) {
    if (range.min() < 0 || other.range.min() < 1) {
      return NOTHING;
    }
    Long by = other.single();
    Range upper = up && by != null ? range.apply(IndexOperator.ADD, Range.of(by - 1)) : range;
    Range quotient = upper.apply(IndexOperator.DIV, other.range);
    if (up && by == null) {
      quotient = new Range(0, range.max());
    }
    boolean divides = by != null && divisor % by == 0;
    return new IndexFacts(quotient, divides && by != null ? divisor / by : 1);
  }

  private IndexFacts either(IndexFacts other, IndexOperator operator) {
    return new IndexFacts(range.apply(operator, other.range), gcd(divisor, other.divisor));
  }

  private IndexFacts modulo(IndexFacts other) {
    Long modulus = other.single();
    if (modulus == null || modulus < 1) {
      return NOTHING;
    }
    Range rest =
        range.min() >= 0 ? range.apply(IndexOperator.MOD, other.range) : Range.below(modulus);
    Long known = single();
    return known != null && known >= 0
        ? of(known % modulus)
        : new IndexFacts(rest, gcd(divisor, modulus));
  }

  private static long gcd(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}
