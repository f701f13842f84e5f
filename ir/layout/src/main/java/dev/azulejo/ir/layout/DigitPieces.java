// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.Digit;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.IndexExpr.Binary;
import dev.azulejo.ir.layout.expr.IndexOperator;
import dev.azulejo.ir.layout.expr.LinearSum;
import dev.azulejo.ir.layout.expr.Term;
import java.util.List;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * A canonical expression as a constant and a sum of pieces: {@code factor * (D1 xor D2 xor ...)},
 * where each operand is a digit of an input, shifted to its place.
 */
record DigitPieces(long constant, List<Piece> pieces) {

  /** A multiple of an exclusive or; mostly of just one digit. */
  record Piece(long factor, List<Placed> operands) {
    boolean isXor() {
      return operands.size() > 1;
    }
  }

  /**
   * A digit of an input, {@code offset * ((x floordiv low) mod extent)}.
   *
   * @param extent how many values the digit has, or {@link Digit#ALL} if that is not known
   */
  record Placed(long offset, int input, long low, long extent) {

    /** The number of values, as bits have it. */
    long width() {
      return extent == Digit.ALL ? extent : ceilingPowerOfTwo(extent);
    }

    private static long ceilingPowerOfTwo(long value) {
      return value == 1 ? 1 : Long.highestOneBit(value - 1) << 1;
    }
  }

  /** Takes an expression over indices of a shape apart. */
  static Attempt<DigitPieces> of(Shape inputs, IndexExpr expr) {
    LinearSum sum = LinearSum.of(expr);
    MutableList<Piece> pieces = FastList.newList();
    for (Term term : sum.sorted()) {
      MutableList<Placed> operands = FastList.newList();
      boolean isXor =
          term.atom() instanceof Binary(IndexOperator operator, _, _)
              && operator == IndexOperator.XOR;
      boolean understood =
          isXor
              ? addOperands(inputs, term.atom(), operands)
              : addDigit(inputs, term.atom(), 1, operands);
      if (!understood || term.factor() < 1) {
        return Attempt.refused("'" + expr + "' is not made of digits of the indices");
      }
      pieces.add(new Piece(term.factor(), operands));
    }
    return Attempt.success(new DigitPieces(sum.constant(), pieces));
  }

  private static boolean addOperands(Shape inputs, IndexExpr expr, MutableList<Placed> operands) {
    if (expr instanceof Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs)
        && operator == IndexOperator.XOR) {
      return addOperands(inputs, lhs, operands) && addOperands(inputs, rhs, operands);
    }
    LinearSum sum = LinearSum.of(expr);
    if (sum.constant() != 0) {
      return false;
    }
    for (Term term : sum.sorted()) {
      boolean shifts = term.factor() > 0 && Long.bitCount(term.factor()) == 1;
      if (!shifts || !addDigit(inputs, term.atom(), term.factor(), operands)) {
        return false;
      }
    }
    return areApart(operands.subList(operands.size() - sum.sorted().size(), operands.size()));
  }

  /** A sum inside of an exclusive or is one of bits only where its terms have no bit in common. */
  private static boolean areApart(List<Placed> terms) {
    for (int i = 1; i < terms.size(); i++) {
      Placed lower = terms.get(i);
      boolean fits =
          lower.extent() != Digit.ALL
              && lower.width() <= terms.get(i - 1).offset() / lower.offset();
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean addDigit(
      Shape inputs, IndexExpr expr, long offset, MutableList<Placed> operands) {
    Digit digit = Digit.of(expr);
    if (!(digit.base() instanceof IndexExpr.Input(int position))) {
      return false;
    }
    long extent = digit.extent();
    if (extent == Digit.ALL && inputs.extent(position) instanceof IndexExpr.Constant(long size)) {
      extent = Math.ceilDiv(size, digit.low());
    }
    operands.add(new Placed(offset, position, digit.low(), extent));
    return true;
  }
}
