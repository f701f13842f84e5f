// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import dev.azulejo.ir.layout.expr.IndexExpr.Binary;
import dev.azulejo.ir.layout.expr.IndexExpr.Constant;
import java.util.List;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.jspecify.annotations.Nullable;

/** The rules for sums and products. */
final class Sums {
  private final Simplifier simplifier;

  Sums(Simplifier simplifier) {
    this.simplifier = simplifier;
  }

  IndexExpr add(IndexExpr lhs, IndexExpr rhs) {
    LinearSum sum = LinearSum.of(lhs);
    sum.add(rhs, 1);
    return canonical(sum);
  }

  /** The expression of a sum whose neighbouring digits are joined. */
  IndexExpr canonical(LinearSum sum) {
    while (joinDigits(sum)) {
      // Each turn has one term less, or digits of something smaller.
    }
    return sum.toExpr();
  }

  /**
   * Joins {@code k * D + k * e * E}, where {@code D} is a digit of extent {@code e} and {@code E}
   * the digit of the same base above it: together they are {@code k} times one digit.
   */
  private boolean joinDigits(LinearSum sum) {
    List<Term> terms = sum.terms();
    for (int i = 0; i < terms.size(); i++) {
      Digit low = Digit.of(terms.get(i).atom());
      if (low.extent() == Digit.ALL) {
        continue;
      }
      for (int j = 0; j < terms.size(); j++) {
        if (j != i && isAbove(terms.get(i), low, terms.get(j))) {
          join(sum, low, terms.get(i), terms.get(j));
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAbove(Term lower, Digit low, Term upper) {
    Digit high = Digit.of(upper.atom());
    return high.low() == low.end()
        && Math.multiplyHigh(lower.factor(), low.extent()) == lower.factor() >> 63
        && upper.factor() == lower.factor() * low.extent()
        && high.base().equals(low.base());
  }

  private void join(LinearSum sum, Digit low, Term lower, Term upper) {
    Digit high = Digit.of(upper.atom());
    sum.remove(lower);
    sum.remove(upper);
    IndexExpr joined =
        simplifier.make(IndexOperator.DIV, low.base(), IndexExpr.constant(low.low()));
    if (high.extent() != Digit.ALL) {
      long extent = Math.multiplyExact(low.extent(), high.extent());
      joined = simplifier.make(IndexOperator.MOD, joined, IndexExpr.constant(extent));
    }
    sum.add(joined, lower.factor());
  }

  IndexExpr multiply(IndexExpr lhs, IndexExpr rhs) {
    if (lhs instanceof Constant(long factor)) {
      return scaled(rhs, factor);
    }
    if (rhs instanceof Constant(long factor)) {
      return scaled(lhs, factor);
    }
    LinearSum a = LinearSum.of(lhs);
    LinearSum b = LinearSum.of(rhs);
    boolean single = isSingle(a) || isSingle(b);
    if (!single) {
      return Simplifier.ordered(IndexOperator.MUL, lhs, rhs);
    }
    // One side is a single term, so the product has no more terms than the other side.
    return isSingle(b)
        ? distributed(a, b.terms().getFirst())
        : distributed(b, a.terms().getFirst());
  }

  private static boolean isSingle(LinearSum sum) {
    return sum.terms().size() == 1 && sum.constant() == 0;
  }

  private IndexExpr scaled(IndexExpr expr, long factor) {
    var sum = new LinearSum();
    sum.add(expr, factor);
    return canonical(sum);
  }

  private IndexExpr distributed(LinearSum sum, Term term) {
    var product = new LinearSum();
    for (Term each : sum.terms()) {
      product.add(
          product(each.atom(), term.atom()), Math.multiplyExact(each.factor(), term.factor()));
    }
    product.add(term.atom(), Math.multiplyExact(sum.constant(), term.factor()));
    return canonical(product);
  }

  /** A product of atoms: all their factors, in order. */
  private static IndexExpr product(IndexExpr a, IndexExpr b) {
    MutableList<IndexExpr> factors = factors(a);
    factors.addAll(factors(b));
    return productOf(factors);
  }

  private static IndexExpr productOf(MutableList<IndexExpr> factors) {
    IndexExpr product = null;
    for (IndexExpr factor : factors.sortThis(ExprOrder::compare)) {
      product = product == null ? factor : product.times(factor);
    }
    return product == null ? IndexExpr.constant(1) : product;
  }

  private static MutableList<IndexExpr> factors(IndexExpr expr) {
    if (expr instanceof Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs)
        && operator == IndexOperator.MUL) {
      MutableList<IndexExpr> factors = factors(lhs);
      factors.addAll(factors(rhs));
      return factors;
    }
    return FastList.newListWith(expr);
  }

  /** The product of the other factors, if all of a divisor's are among an atom's; null if not. */
  static @Nullable IndexExpr quotientOfProducts(IndexExpr atom, IndexExpr divisor) {
    MutableList<IndexExpr> factors = factors(atom);
    for (IndexExpr factor : factors(divisor)) {
      if (!factors.remove(factor)) {
        return null;
      }
    }
    return productOf(factors);
  }
}
