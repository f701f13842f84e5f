// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.Digits.Elementary;
import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.Simplifier;
import java.util.List;
import java.util.Set;

/** The private index that follows from a thread map: what it leaves over of the indices. */
final class UnusedDigits {
  private UnusedDigits() {}

  /**
   * The unused digits as one number, row-major over the indices and the most significant digit
   * first. The replica is taken as 0; what is used more than once is used.
   */
  static Attempt<Layout> places(Shape inputs, IndexExpr thread) {
    var simplifier = new Simplifier(Bounds.of(inputs.extents(), 1));
    return new ExprCheck(simplifier, inputs.rank(), true)
        .simplified(thread)
        .then(first -> Digits.of(inputs, List.of(first)))
        .then(digits -> Layout.attempt(inputs, List.of(flat(inputs.rank(), digits))));
  }

  private static IndexExpr flat(int rank, Digits digits) {
    Set<Elementary> used = digits.used();
    IndexExpr flat = IndexExpr.constant(0);
    for (int i = 0; i < rank; i++) {
      List<Elementary> own = digits.digits(i);
      for (Elementary digit : own.reversed()) {
        if (!used.contains(digit)) {
          flat = flat.times(digit.extent()).plus(digit.toExpr());
        }
      }
    }
    return flat;
  }
}
