// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CeilDivUIOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.Divisibility;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.SizeNames;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import org.jspecify.annotations.Nullable;

/**
 * What an index is at most: a value that does not vary, times a factor that is not negative, and a
 * number. So tiles that a grid or a loop counts are shown to lie inside of a tensor whose size they
 * divide.
 */
record UpperBound(@Nullable Value symbol, long factor, long constant) {
  /** Beyond that numbers are not looked at, so that none overflows. */
  private static final long LARGE = 1L << 40;

  /** Is an index, with a number added, surely below the size of a buffer in a dimension? */
  static boolean isBelow(Value index, long added, Value buffer, int dimension) {
    UpperBound bound = of(index);
    if (bound == null || bound.symbol == null || added > LARGE) {
      return false;
    }
    Long most = bound.overSize(SizeNames.first(buffer, dimension));
    return most != null && most + added < 0;
  }

  private static @Nullable UpperBound of(Value value) {
    if (Constants.of(value) instanceof IntegerAttr number) {
      return checked(new UpperBound(null, 0, number.longValue()));
    }
    return switch (value.definingOp()) {
      case AddIOp sum -> sum(of(sum.lhs()), of(sum.rhs()));
      case MulIOp product -> product(product);
      case null -> value instanceof BlockArgument argument ? of(argument) : null;
      default -> new UpperBound(value, 1, 0);
    };
  }

  private static UpperBound of(BlockArgument argument) {
    Operation owner = argument.owner().parentOp();
    UpperBound end = null;
    if (owner instanceof LaunchOp launch
        && launch.sizes().get(argument.index()) instanceof Offset.Dynamic(Value size)) {
      end = of(size);
    } else if (owner instanceof ForOp loop && argument == loop.inductionVar()) {
      end = of(loop.upperBound());
    }
    return end == null
        ? new UpperBound(argument, 1, 0)
        : new UpperBound(end.symbol, end.factor, end.constant - 1);
  }

  private static @Nullable UpperBound sum(@Nullable UpperBound one, @Nullable UpperBound other) {
    if (one == null || other == null) {
      return null;
    }
    if (one.symbol != null && other.symbol != null && one.symbol != other.symbol) {
      return null;
    }
    return checked(
        new UpperBound(
            one.symbol == null ? other.symbol : one.symbol,
            one.factor + other.factor,
            one.constant + other.constant));
  }

  private static @Nullable UpperBound product(MulIOp product) {
    UpperBound left = of(product.lhs());
    UpperBound right = of(product.rhs());
    if (left == null || right == null || (left.symbol != null && right.symbol != null)) {
      return null;
    }
    UpperBound varying = left.symbol == null ? right : left;
    long by = left.symbol == null ? left.constant : right.constant;
    // A factor that is negative would turn what is at most into what is at least.
    return by < 0
        ? null
        : checked(new UpperBound(varying.symbol, varying.factor * by, varying.constant * by));
  }

  private static @Nullable UpperBound checked(UpperBound bound) {
    boolean isSmall = bound.factor <= LARGE && Math.abs(bound.constant) <= LARGE;
    return isSmall ? bound : null;
  }

  /** How much more than a size it is at most; null where that can't be told. */
  private @Nullable Long overSize(SizeNames.Size size) {
    if (symbol == null) {
      return null;
    }
    return switch (symbol.definingOp()) {
      case DimOp dim when factor == 1 && isSize(dim, size) -> (Long) constant;
      // Rounded down, the quotient times the divisor is no more than the size.
      case DivUIOp quotient when isSize(quotient.lhs(), size) ->
          isFactor(quotient.rhs()) ? (Long) constant : null;
      case CeilDivUIOp quotient when isSize(quotient.lhs(), size) ->
          isFactor(quotient.rhs()) ? (Long) (constant + slack(size)) : null;
      case null, default -> null;
    };
  }

  /** What a quotient of a size, rounded up, times the divisor is more than the size at most. */
  private long slack(SizeNames.Size size) {
    return Divisibility.ofSize(size.buffer(), size.dimension()) % factor == 0 ? 0 : factor - 1;
  }

  private boolean isFactor(Value divisor) {
    return factor > 0
        && Constants.of(divisor) instanceof IntegerAttr number
        && number.longValue() == factor;
  }

  private static boolean isSize(Value value, SizeNames.Size size) {
    return value.definingOp() instanceof DimOp dim && isSize(dim, size);
  }

  private static boolean isSize(DimOp dim, SizeNames.Size size) {
    return Constants.of(dim.index()) instanceof IntegerAttr index
        && SizeNames.first(dim.source(), (int) index.longValue()).equals(size);
  }
}
