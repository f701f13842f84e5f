// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.FloorDivSIOp;
import dev.azulejo.dialect.arith.MaxSIOp;
import dev.azulejo.dialect.arith.MinSIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.OrIOp;
import dev.azulejo.dialect.arith.RemSIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.arith.ShLIOp;
import dev.azulejo.dialect.arith.ShRUIOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.IndexOperator;
import dev.azulejo.ir.layout.expr.Range;
import dev.azulejo.ir.layout.expr.Simplifier;
import java.util.Map;

/** Computes index expressions by instructions, each expression once. */
final class IndexCode {
  /** Where instructions go, and constants come from. */
  interface Place {
    /** Where the next instruction goes. */
    Inserter at();

    /** Hears of an instruction that was put there. */
    void placed(OpResult result);

    /** A number as an index. */
    Value constant(long value);
  }

  private final Place place;
  private final Simplifier simplifier;
  private final Map<IndexExpr, Value> known;

  /**
   * Code at a place.
   *
   * @param place where it goes
   * @param simplifier knows the bounds of the inputs
   * @param known the values of inputs, and of what is computed from then on
   */
  IndexCode(Place place, Simplifier simplifier, Map<IndexExpr, Value> known) {
    this.place = place;
    this.simplifier = simplifier;
    this.known = known;
  }

  private Inserter at() {
    return place.at();
  }

  private Value placed(OpResult result) {
    place.placed(result);
    return result;
  }

  private Value constant(long value) {
    return place.constant(value);
  }

  /** The value of an expression. */
  Value value(IndexExpr expr) {
    Value there = known.get(expr);
    if (there == null) {
      there = compute(expr);
      known.put(expr, there);
    }
    return there;
  }

  private Value compute(IndexExpr expr) {
    return switch (expr) {
      case IndexExpr.Constant(long value) -> constant(value);
      case IndexExpr.Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) ->
          binary(operator, lhs, rhs);
      case IndexExpr.Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) -> {
        Value number = value(condition);
        Value then = value(nonZero);
        Value otherwise = value(zero);
        Value holds = compare(CmpIPredicate.NE, number, constant(0));
        yield placed(SelectOp.create(at(), holds, then, otherwise).result());
      }
      case IndexExpr.Input _, IndexExpr.Replica _, IndexExpr.Symbol _ ->
          throw new CompilerBug(expr + " has no value");
    };
  }

  private Value compare(CmpIPredicate predicate, Value lhs, Value rhs) {
    return placed(CmpIOp.create(at(), predicate, lhs, rhs).result());
  }

  private Value binary(IndexOperator operator, IndexExpr left, IndexExpr right) {
    Range range = simplifier.range(left);
    boolean isNatural = range.min() >= 0 && simplifier.range(right).min() >= 0;
    int shift = isNatural ? power(right) : -1;
    Value lhs = value(left);
    return switch (operator) {
      case ADD -> placed(AddIOp.create(at(), lhs, value(right)).result());
      case MUL ->
          shift >= 0
              ? shifted(lhs, shift)
              : placed(MulIOp.create(at(), lhs, value(right)).result());
      case DIV -> quotient(lhs, right, shift, isNatural);
      case MOD -> remainder(lhs, right, shift, isNatural);
      case XOR -> placed(XOrIOp.create(at(), lhs, value(right)).result());
      case AND -> placed(AndIOp.create(at(), lhs, value(right)).result());
      case OR -> placed(OrIOp.create(at(), lhs, value(right)).result());
      case MIN -> placed(MinSIOp.create(at(), lhs, value(right)).result());
      case MAX -> placed(MaxSIOp.create(at(), lhs, value(right)).result());
      case LESS -> truth(compare(CmpIPredicate.SLT, lhs, value(right)));
      case EQUAL -> truth(compare(CmpIPredicate.EQ, lhs, value(right)));
    };
  }

  private Value shifted(Value lhs, int shift) {
    Value by = constant(shift);
    return placed(ShLIOp.create(at(), lhs, by).result());
  }

  private Value quotient(Value lhs, IndexExpr right, int shift, boolean isNatural) {
    if (shift >= 0) {
      Value by = constant(shift);
      return placed(ShRUIOp.create(at(), lhs, by).result());
    }
    Value divisor = value(right);
    return isNatural
        ? placed(DivUIOp.create(at(), lhs, divisor).result())
        : placed(FloorDivSIOp.create(at(), lhs, divisor).result());
  }

  private Value remainder(Value lhs, IndexExpr right, int shift, boolean isNatural) {
    if (shift >= 0) {
      Value mask = constant((1L << shift) - 1);
      return placed(AndIOp.create(at(), lhs, mask).result());
    }
    Value divisor = value(right);
    if (isNatural) {
      return placed(RemUIOp.create(at(), lhs, divisor).result());
    }
    // The remainder of the machine has the sign of what is divided; ours is never negative.
    Value rest = placed(RemSIOp.create(at(), lhs, divisor).result());
    Value moved = placed(AddIOp.create(at(), rest, divisor).result());
    return placed(RemSIOp.create(at(), moved, divisor).result());
  }

  private Value truth(Value condition) {
    Value one = constant(1);
    Value zero = constant(0);
    return placed(SelectOp.create(at(), condition, one, zero).result());
  }

  /** Which power of two a number is, or -1. */
  private static int power(IndexExpr expr) {
    return expr instanceof IndexExpr.Constant(long value) && value > 0 && Long.bitCount(value) == 1
        ? Long.numberOfTrailingZeros(value)
        : -1;
  }
}
