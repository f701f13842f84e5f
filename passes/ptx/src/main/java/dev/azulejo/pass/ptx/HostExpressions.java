// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CeilDivSIOp;
import dev.azulejo.dialect.arith.CeilDivUIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.DivSIOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.FloorDivSIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MaxSIOp;
import dev.azulejo.dialect.arith.MaxUIOp;
import dev.azulejo.dialect.arith.MinSIOp;
import dev.azulejo.dialect.arith.MinUIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemSIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.ptx.LaunchExpression;
import dev.azulejo.dialect.ptx.LaunchExpression.Operator;
import dev.azulejo.dialect.tile.SizeNames;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function computes of its arguments before it launches, as expressions for who launches.
 * Indices are numbers of any size there. Where a quotient of numbers without sign is meant, both
 * must be known not to be negative.
 */
final class HostExpressions {
  private final Block entry;
  private final Map<Value, LaunchExpression> known = new IdentityHashMap<>();

  /** Expressions of a function whose arguments are those of a block. */
  HostExpressions(Block entry) {
    this.entry = entry;
  }

  /** The expression that an index is, or null where it is none. */
  @Nullable LaunchExpression of(Value value) {
    LaunchExpression there = known.get(value);
    if (there == null) {
      there = make(value);
      if (there != null) {
        known.put(value, there);
      }
    }
    return there;
  }

  private @Nullable LaunchExpression make(Value value) {
    if (value instanceof BlockArgument argument) {
      return argument.owner() == entry && isNumber(value)
          ? new LaunchExpression.Argument(argument.index())
          : null;
    }
    Operation op = value.definingOp();
    if (op instanceof ConstantOp constant && constant.value() instanceof IntegerAttr number) {
      return number.fitsLong() ? new LaunchExpression.Constant(number.longValue()) : null;
    }
    if (!(value.type() instanceof IndexType) || op == null) {
      return null;
    }
    return switch (op) {
      case DimOp size -> size(size);
      case IndexCastOp cast -> of(cast.in());
      case AddIOp _ -> combined(Operator.ADD, op);
      case SubIOp _ -> combined(Operator.SUBTRACT, op);
      case MulIOp _ -> combined(Operator.MULTIPLY, op);
      case MinSIOp _ -> combined(Operator.MIN, op);
      case MaxSIOp _ -> combined(Operator.MAX, op);
      case FloorDivSIOp _ -> combined(Operator.FLOORDIV, op);
      case CeilDivSIOp _ -> combined(Operator.CEILDIV, op);
      case DivUIOp _, DivSIOp _ -> ofNaturals(Operator.FLOORDIV, op);
      case CeilDivUIOp _ -> ofNaturals(Operator.CEILDIV, op);
      case RemUIOp _, RemSIOp _ -> ofNaturals(Operator.MOD, op);
      case MinUIOp _ -> ofNaturals(Operator.MIN, op);
      case MaxUIOp _ -> ofNaturals(Operator.MAX, op);
      default -> null;
    };
  }

  private static boolean isNumber(Value value) {
    return value.type() instanceof IndexType
        || value.type().equals(IntegerType.I32)
        || value.type().equals(IntegerType.I64);
  }

  /** The size of an argument in a dimension, or null where it is none. */
  @Nullable LaunchExpression size(DimOp op) {
    if (of(op.index()) instanceof LaunchExpression.Constant(long dimension)
        && op.source() instanceof BlockArgument argument
        && argument.owner() == entry
        && argument.type() instanceof MemRefType type
        && dimension >= 0
        && dimension < type.rank()) {
      return size(argument, (int) dimension);
    }
    return null;
  }

  /** The size of an argument in a dimension; of equal sizes the first one. */
  static LaunchExpression size(BlockArgument argument, int dimension) {
    long own = argument.type() instanceof MemRefType type ? type.shape()[dimension] : 0;
    SizeNames.Size first = SizeNames.first(argument, dimension);
    long number = own == MemRefType.DYNAMIC ? first.number() : own;
    return number == MemRefType.DYNAMIC && first.buffer() instanceof BlockArgument buffer
        ? new LaunchExpression.Size(buffer.index(), first.dimension())
        : new LaunchExpression.Constant(number);
  }

  private @Nullable LaunchExpression combined(Operator operator, Operation op) {
    LaunchExpression left = of(op.operand(0));
    LaunchExpression right = of(op.operand(1));
    return left == null || right == null ? null : LaunchExpression.of(operator, left, right);
  }

  private @Nullable LaunchExpression ofNaturals(Operator operator, Operation op) {
    LaunchExpression left = of(op.operand(0));
    LaunchExpression right = of(op.operand(1));
    return left != null && right != null && isNatural(left) && isNatural(right)
        ? LaunchExpression.of(operator, left, right)
        : null;
  }

  /** Is it surely not negative? */
  private static boolean isNatural(LaunchExpression expression) {
    return switch (expression) {
      case LaunchExpression.Constant(long value) -> value >= 0;
      case LaunchExpression.Size _ -> true;
      case LaunchExpression.Argument _ -> false;
      case LaunchExpression.Binary(
              Operator operator,
              LaunchExpression left,
              LaunchExpression right) ->
          switch (operator) {
            case ADD, MULTIPLY, CEILDIV, FLOORDIV, MIN -> isNatural(left) && isNatural(right);
            case MAX -> isNatural(left) || isNatural(right);
            case MOD -> isNatural(right);
            case SUBTRACT -> false;
          };
    };
  }
}
