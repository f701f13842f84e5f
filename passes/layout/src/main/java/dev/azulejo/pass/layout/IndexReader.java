// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.FloorDivSIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads index arithmetic as expressions over the point of a nest. What can't be read becomes a
 * symbol, the same one for the same value.
 */
final class IndexReader {
  private final Map<Value, IndexExpr> known = new HashMap<>();
  private final Operation nest;
  private final Set<IndexExpr> varying = new HashSet<>();
  private int symbols;

  /**
   * A reader for an operation.
   *
   * @param nest the operation whose points are meant
   * @param point the values that are the coordinates of the point
   */
  IndexReader(Operation nest, List<? extends Value> point) {
    this.nest = nest;
    for (int i = 0; i < point.size(); i++) {
      known.put(point.get(i), IndexExpr.input(i));
    }
  }

  /** The symbols whose values are made within the nest, and may be others at each point. */
  Set<IndexExpr> varying() {
    return varying;
  }

  IndexExpr read(Offset offset) {
    return switch (offset) {
      case Offset.Constant(long value) -> IndexExpr.constant(value);
      case Offset.Dynamic(Value value) -> read(value);
    };
  }

  IndexExpr read(Value value) {
    IndexExpr expr = known.get(value);
    if (expr == null) {
      expr = derive(value);
      known.put(value, expr);
    }
    return expr;
  }

  private IndexExpr derive(Value value) {
    return switch (value.definingOp()) {
      case ConstantOp constant when constant.value() instanceof IntegerAttr number ->
          IndexExpr.constant(number.longValue());
      case AddIOp sum -> sum(read(sum.lhs()), read(sum.rhs()));
      case SubIOp difference -> sum(read(difference.lhs()), times(read(difference.rhs()), -1));
      case MulIOp product -> product(value, read(product.lhs()), read(product.rhs()));
      case IndexCastOp cast -> read(cast.in());
      case DivUIOp quotient -> quotient(value, read(quotient.lhs()), read(quotient.rhs()), false);
      case FloorDivSIOp quotient ->
          quotient(value, read(quotient.lhs()), read(quotient.rhs()), false);
      case RemUIOp rest -> quotient(value, read(rest.lhs()), read(rest.rhs()), true);
      case null, default -> symbol(value);
    };
  }

  private static IndexExpr sum(IndexExpr lhs, IndexExpr rhs) {
    if (lhs instanceof IndexExpr.Constant(long one)) {
      if (rhs instanceof IndexExpr.Constant(long other)) {
        return IndexExpr.constant(one + other);
      }
      return one == 0 ? rhs : lhs.plus(rhs);
    }
    return rhs.isConstant(0) ? lhs : lhs.plus(rhs);
  }

  private static IndexExpr times(IndexExpr expr, long factor) {
    if (expr instanceof IndexExpr.Constant(long value)) {
      return IndexExpr.constant(value * factor);
    }
    return factor == 1 ? expr : expr.times(factor);
  }

  private IndexExpr product(Value value, IndexExpr lhs, IndexExpr rhs) {
    if (rhs instanceof IndexExpr.Constant(long factor)) {
      return times(lhs, factor);
    }
    if (lhs instanceof IndexExpr.Constant(long factor)) {
      return times(rhs, factor);
    }
    return symbol(value);
  }

  /** A quotient or remainder of what is surely not negative: it has coordinates only. */
  private IndexExpr quotient(Value value, IndexExpr lhs, IndexExpr rhs, boolean isRest) {
    boolean isPlain = lhs instanceof IndexExpr.Input || lhs instanceof IndexExpr.Constant;
    if (!(rhs instanceof IndexExpr.Constant(long divisor)) || divisor < 1 || !isPlain) {
      return symbol(value);
    }
    return isRest ? lhs.mod(divisor) : lhs.floorDiv(divisor);
  }

  /** Something that is not known, the same in all places that name the value. */
  private IndexExpr symbol(Value value) {
    IndexExpr symbol = IndexExpr.symbol(symbols++);
    Block block = value.parentBlock();
    Operation around = block == null ? null : block.parentOp();
    if (around != null && (around == nest || around.isInside(nest))) {
      varying.add(symbol);
    }
    return symbol;
  }
}
