// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import dev.azulejo.ir.layout.expr.IndexExpr.Binary;
import dev.azulejo.ir.layout.expr.IndexExpr.Constant;
import java.util.List;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * A canonical expression seen as {@code constant + sum of factor * atom}, no atom twice. As an
 * expression the terms stand with the largest factor first, which is the order of digits.
 */
public final class LinearSum {
  private final MutableList<Term> terms = FastList.newList();
  private long constant;

  /** An empty sum: 0. */
  LinearSum() {}

  /** What a canonical expression is the sum of. */
  public static LinearSum of(IndexExpr expr) {
    var sum = new LinearSum();
    sum.add(expr, 1);
    return sum;
  }

  /** The terms, in no order that means anything. */
  List<Term> terms() {
    return terms;
  }

  /** The number that is added. */
  public long constant() {
    return constant;
  }

  /** Adds a multiple of a canonical expression. */
  void add(IndexExpr expr, long factor) {
    switch (expr) {
      case Constant(long value) -> addConstant(Math.multiplyExact(value, factor));
      case Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs)
          when operator == IndexOperator.ADD -> {
        add(lhs, factor);
        add(rhs, factor);
      }
      case Binary(IndexOperator operator, IndexExpr lhs, Constant(long value))
          when operator == IndexOperator.MUL ->
          add(lhs, Math.multiplyExact(value, factor));
      case IndexExpr.Input _,
          IndexExpr.Replica _,
          IndexExpr.Symbol _,
          Binary _,
          IndexExpr.Select _ ->
          addTerm(expr, factor);
    }
  }

  void addConstant(long value) {
    constant = Math.addExact(constant, value);
  }

  private void addTerm(IndexExpr atom, long factor) {
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (term.atom().equals(atom)) {
        long together = Math.addExact(term.factor(), factor);
        if (together == 0) {
          terms.remove(i);
        } else {
          terms.set(i, new Term(together, atom));
        }
        return;
      }
    }
    if (factor != 0) {
      terms.add(new Term(factor, atom));
    }
  }

  /** Takes a term out. */
  void remove(Term term) {
    terms.remove(term);
  }

  /** The terms, largest factors first. */
  public MutableList<Term> sorted() {
    return terms.toSortedList(LinearSum::compare);
  }

  /** The canonical expression. */
  IndexExpr toExpr() {
    IndexExpr expr = null;
    for (Term term : sorted()) {
      expr = expr == null ? term.toExpr() : expr.plus(term.toExpr());
    }
    if (expr == null) {
      return IndexExpr.constant(constant);
    }
    return constant == 0 ? expr : expr.plus(constant);
  }

  private static int compare(Term a, Term b) {
    int bySize = Long.compare(Math.abs(b.factor()), Math.abs(a.factor()));
    int bySign = bySize != 0 ? bySize : Long.compare(b.factor(), a.factor());
    return bySign != 0 ? bySign : ExprOrder.compare(a.atom(), b.atom());
  }
}
