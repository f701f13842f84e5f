// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

/** A summand: a number times an expression that is no sum, no number and no multiple. */
public record Term(long factor, IndexExpr atom) {

  /** The expression of the product. */
  IndexExpr toExpr() {
    return factor == 1
        ? atom
        : new IndexExpr.Binary(IndexOperator.MUL, atom, IndexExpr.constant(factor));
  }
}
