// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import dev.azulejo.ir.layout.expr.IndexExpr.Binary;
import dev.azulejo.ir.layout.expr.IndexExpr.Constant;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * The rules for quotients and remainders. They rest on one equation: with {@code 0 <= b < g} and
 * {@code g} a divisor of {@code c}, {@code (g*a + b) floordiv c} is {@code a floordiv (c/g)}, and
 * {@code (g*a + b) mod c} is {@code g*(a mod (c/g)) + b}.
 */
final class Quotients {
  private final Simplifier simplifier;

  Quotients(Simplifier simplifier) {
    this.simplifier = simplifier;
  }

  /** A sum as {@code scale * upper + lower} with {@code 0 <= lower < scale}. */
  private record Parts(long scale, IndexExpr upper, IndexExpr lower) {}

  IndexExpr divide(IndexExpr lhs, IndexExpr rhs) {
    if (!(rhs instanceof Constant(long divisor))) {
      return divideByUnknown(lhs, rhs);
    }
    if (divisor < 1) {
      return new Binary(IndexOperator.DIV, lhs, rhs);
    }
    if (divisor == 1) {
      return lhs;
    }
    Range range = simplifier.range(lhs);
    if (isInOneBlock(range, divisor)) {
      return IndexExpr.constant(Math.floorDiv(range.min(), divisor));
    }
    return isSum(lhs) ? divideSum(LinearSum.of(lhs), divisor) : divideAtom(lhs, divisor);
  }

  IndexExpr remainder(IndexExpr lhs, IndexExpr rhs) {
    if (!(rhs instanceof Constant(long divisor))) {
      return remainderByUnknown(lhs, rhs);
    }
    if (divisor < 1) {
      return new Binary(IndexOperator.MOD, lhs, rhs);
    }
    if (divisor == 1) {
      return IndexExpr.constant(0);
    }
    Range range = simplifier.range(lhs);
    if (isInOneBlock(range, divisor)) {
      long block = Math.floorDiv(range.min(), divisor);
      return plus(lhs, -block * divisor);
    }
    return isSum(lhs) ? remainderOfSum(LinearSum.of(lhs), divisor) : remainderOfAtom(lhs, divisor);
  }

  private static boolean isInOneBlock(Range range, long divisor) {
    return range.isFinite()
        && Math.floorDiv(range.min(), divisor) == Math.floorDiv(range.max(), divisor);
  }

  private static boolean isSum(IndexExpr expr) {
    return expr instanceof Binary(IndexOperator operator, _, IndexExpr rhs)
        && (operator == IndexOperator.ADD
            || (operator == IndexOperator.MUL && rhs instanceof Constant));
  }

  // --- By numbers -------------------------------------------------------------------------------

  private IndexExpr divideSum(LinearSum sum, long divisor) {
    var exact = new LinearSum();
    var rest = new LinearSum();
    for (Term term : sum.terms()) {
      if (term.factor() % divisor == 0) {
        exact.add(term.atom(), term.factor() / divisor);
      } else {
        rest.add(term.atom(), term.factor());
      }
    }
    exact.addConstant(Math.floorDiv(sum.constant(), divisor));
    rest.addConstant(Math.floorMod(sum.constant(), divisor));
    exact.add(divideRest(rest, divisor), 1);
    return sums().canonical(exact);
  }

  private IndexExpr divideRest(LinearSum rest, long divisor) {
    IndexExpr expr = sums().canonical(rest);
    if (isInOneBlock(simplifier.range(expr), divisor)) {
      return divide(expr, IndexExpr.constant(divisor));
    }
    Parts parts = split(LinearSum.of(expr), divisor);
    if (parts == null) {
      return isSum(expr)
          ? new Binary(IndexOperator.DIV, expr, IndexExpr.constant(divisor))
          : divideAtom(expr, divisor);
    }
    return divide(parts.upper, IndexExpr.constant(divisor / parts.scale));
  }

  private IndexExpr remainderOfSum(LinearSum sum, long divisor) {
    var rest = new LinearSum();
    for (Term term : sum.terms()) {
      long factor = term.factor() % divisor;
      rest.add(term.atom(), factor);
    }
    rest.addConstant(Math.floorMod(sum.constant(), divisor));
    IndexExpr expr = sums().canonical(rest);
    if (isInOneBlock(simplifier.range(expr), divisor)) {
      return remainder(expr, IndexExpr.constant(divisor));
    }
    Parts parts = split(LinearSum.of(expr), divisor);
    if (parts == null) {
      return isSum(expr)
          ? new Binary(IndexOperator.MOD, expr, IndexExpr.constant(divisor))
          : remainderOfAtom(expr, divisor);
    }
    IndexExpr upper = remainder(parts.upper, IndexExpr.constant(divisor / parts.scale));
    LinearSum together = LinearSum.of(parts.lower);
    together.add(upper, parts.scale);
    return sums().canonical(together);
  }

  /** Finds the largest scale above 1 that divides the divisor and separates small terms. */
  private @Nullable Parts split(LinearSum sum, long divisor) {
    MutableList<Term> terms = sum.sorted();
    for (int large = 1; large <= terms.size(); large++) {
      long scale = divisor;
      for (int i = 0; i < large; i++) {
        scale = gcd(scale, terms.get(i).factor());
      }
      if (scale == 1) {
        return null;
      }
      Parts parts = separate(terms, large, sum.constant(), scale);
      if (simplifier.range(parts.lower).isBelow(scale)) {
        return parts;
      }
    }
    return null;
  }

  private Parts separate(MutableList<Term> terms, int large, long constant, long scale) {
    var upper = new LinearSum();
    var lower = new LinearSum();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (i < large) {
        upper.add(term.atom(), term.factor() / scale);
      } else {
        lower.add(term.atom(), term.factor());
      }
    }
    upper.addConstant(Math.floorDiv(constant, scale));
    lower.addConstant(Math.floorMod(constant, scale));
    return new Parts(scale, sums().canonical(upper), sums().canonical(lower));
  }

  private IndexExpr divideAtom(IndexExpr atom, long divisor) {
    if (atom instanceof Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs)) {
      if (operator == IndexOperator.DIV
          && rhs instanceof Constant(long inner)
          && inner >= 1
          && Math.multiplyHigh(inner, divisor) == 0
          && inner * divisor > 0) {
        return divide(lhs, IndexExpr.constant(inner * divisor));
      }
      if (operator == IndexOperator.MOD
          && rhs instanceof Constant(long modulus)
          && modulus >= 1
          && modulus % divisor == 0) {
        IndexExpr digit = divide(lhs, IndexExpr.constant(divisor));
        return remainder(digit, IndexExpr.constant(modulus / divisor));
      }
      if (operator.isBitwise() && Long.bitCount(divisor) == 1) {
        IndexExpr by = IndexExpr.constant(divisor);
        return simplifier.make(operator, divide(lhs, by), divide(rhs, by));
      }
    }
    return new Binary(IndexOperator.DIV, atom, IndexExpr.constant(divisor));
  }

  private IndexExpr remainderOfAtom(IndexExpr atom, long divisor) {
    if (atom instanceof Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs)) {
      if (operator == IndexOperator.MOD
          && rhs instanceof Constant(long modulus)
          && modulus >= 1
          && modulus % divisor == 0) {
        return remainder(lhs, IndexExpr.constant(divisor));
      }
      if (operator.isBitwise() && Long.bitCount(divisor) == 1) {
        IndexExpr by = IndexExpr.constant(divisor);
        return simplifier.make(operator, remainder(lhs, by), remainder(rhs, by));
      }
    }
    return new Binary(IndexOperator.MOD, atom, IndexExpr.constant(divisor));
  }

  // --- By sizes that are not known --------------------------------------------------------------

  private IndexExpr divideByUnknown(IndexExpr lhs, IndexExpr rhs) {
    Parts parts = splitByUnknown(lhs, rhs);
    return parts == null ? new Binary(IndexOperator.DIV, lhs, rhs) : parts.upper;
  }

  private IndexExpr remainderByUnknown(IndexExpr lhs, IndexExpr rhs) {
    Parts parts = splitByUnknown(lhs, rhs);
    return parts == null ? new Binary(IndexOperator.MOD, lhs, rhs) : parts.lower;
  }

  /** A sum as {@code divisor * upper + lower}, the lower part less than the divisor. */
  private @Nullable Parts splitByUnknown(IndexExpr expr, IndexExpr divisor) {
    if (simplifier.range(divisor).min() < 1) {
      return null;
    }
    var upper = new LinearSum();
    LinearSum sum = LinearSum.of(expr);
    var lower = new LinearSum();
    lower.addConstant(sum.constant());
    for (Term term : sum.terms()) {
      IndexExpr quotient = Sums.quotientOfProducts(term.atom(), divisor);
      if (quotient == null) {
        lower.add(term.atom(), term.factor());
      } else {
        upper.add(quotient, term.factor());
      }
    }
    IndexExpr rest = sums().canonical(lower);
    return isBelow(rest, divisor) ? new Parts(1, sums().canonical(upper), rest) : null;
  }

  private boolean isBelow(IndexExpr expr, IndexExpr size) {
    if (expr instanceof IndexExpr.Input(int position)
        && size.equals(simplifier.bounds().extent(position))) {
      return true;
    }
    return simplifier.range(expr).isBelow(simplifier.range(size).min());
  }

  // --- Pieces -----------------------------------------------------------------------------------

  private IndexExpr plus(IndexExpr expr, long value) {
    return simplifier.make(IndexOperator.ADD, expr, IndexExpr.constant(value));
  }

  private Sums sums() {
    return simplifier.sums();
  }

  private static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = Math.abs(b);
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}
