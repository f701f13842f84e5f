// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random expressions over three indices and a replica, and random extents for them. */
@SuppressWarnings("exports") // No module exports what tests are written with.
public final class RandomExprs {
  private RandomExprs() {}

  /** Extents with few points, so that all of them can be tried. */
  public static Arbitrary<List<Long>> extents() {
    return Arbitraries.of(1L, 2L, 3L, 4L, 6L, 8L).list().ofSize(3);
  }

  /** Expressions up to a depth, divided by positive numbers only. */
  public static Arbitrary<IndexExpr> exprs(int depth) {
    Arbitrary<IndexExpr> leaf =
        Arbitraries.frequencyOf(
            List.of(
                tuple(6, Arbitraries.integers().between(0, 2).map(IndexExpr::input)),
                tuple(1, Arbitraries.just(IndexExpr.replica())),
                tuple(2, Arbitraries.longs().between(-9, 17).map(IndexExpr::constant))));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<IndexExpr> inner = exprs(depth - 1);
    Arbitrary<Long> divisors = Arbitraries.of(1L, 2L, 3L, 4L, 6L, 8L, 16L);
    return Arbitraries.frequencyOf(
        List.of(
            tuple(1, leaf),
            tuple(4, Combinators.combine(inner, inner).as(IndexExpr::plus)),
            tuple(3, Combinators.combine(inner, divisors).as(IndexExpr::times)),
            tuple(4, Combinators.combine(inner, divisors).as(IndexExpr::floorDiv)),
            tuple(4, Combinators.combine(inner, divisors).as(IndexExpr::mod)),
            tuple(
                4,
                Combinators.combine(Arbitraries.of(IndexOperator.class), inner, inner)
                    .filter((operator, a, b) ->
                        operator != IndexOperator.DIV && operator != IndexOperator.MOD)
                    .as((operator, a, b) -> new IndexExpr.Binary(operator, a, b))),
            tuple(
                1,
                Combinators.combine(inner, inner, inner)
                    .as((condition, a, b) -> new IndexExpr.Select(condition, a, b)))));
  }

  private static Tuple.Tuple2<Integer, Arbitrary<IndexExpr>> tuple(
      int weight, Arbitrary<IndexExpr> arbitrary) {
    return Tuple.of(weight, arbitrary);
  }
}
