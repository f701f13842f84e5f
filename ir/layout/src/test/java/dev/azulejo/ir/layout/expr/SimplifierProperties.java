// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of each expression, at each index of its bounds. */
final class SimplifierProperties {
  private static final long REPLICAS = 3;

  @Provide
  Arbitrary<IndexExpr> exprs() {
    return RandomExprs.exprs(4);
  }

  @Provide
  Arbitrary<IndexExpr> smallExprs() {
    return RandomExprs.exprs(2);
  }

  @Provide
  Arbitrary<List<Long>> extents() {
    return RandomExprs.extents();
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void keepsTheValueAtEachIndex(
      @ForAll("exprs") IndexExpr expr, @ForAll("extents") List<Long> extents) {
    IndexExpr simple = simplifier(extents).simplify(expr);
    for (long[] index : indices(extents)) {
      for (long replica = 0; replica < REPLICAS; replica++) {
        if (simple.evaluate(index, replica) != expr.evaluate(index, replica)) {
          fail("%s at %s", simple, Arrays.toString(index));
        }
      }
    }
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void rangesHoldAllValues(@ForAll("exprs") IndexExpr expr, @ForAll("extents") List<Long> extents) {
    Range range = simplifier(extents).range(expr);
    for (long[] index : indices(extents)) {
      for (long replica = 0; replica < REPLICAS; replica++) {
        long value = expr.evaluate(index, replica);
        if (value < range.min() || value > range.max()) {
          fail("%s is not in %s", value, range);
        }
      }
    }
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void substitutesWhatStandsThere(
      @ForAll("smallExprs") IndexExpr expr,
      @ForAll("smallExprs") IndexExpr first,
      @ForAll("smallExprs") IndexExpr second,
      @ForAll("extents") List<Long> extents) {
    List<IndexExpr> replacements = List.of(first, IndexExpr.input(1), second);
    IndexExpr result =
        simplifier(extents).substitute(expr, replacements, IndexExpr.replica().floorDiv(2));
    for (long[] index : indices(extents)) {
      long[] replaced = {first.evaluate(index, 2), index[1], second.evaluate(index, 2)};
      if (result.evaluate(index, 2) != expr.evaluate(replaced, 1)) {
        fail("%s at %s", result, Arrays.toString(index));
      }
    }
  }

  private static Simplifier simplifier(List<Long> extents) {
    var exprs = new ArrayList<IndexExpr>();
    extents.forEach(extent -> exprs.add(IndexExpr.constant(extent)));
    return new Simplifier(Bounds.of(exprs, REPLICAS));
  }

  private static List<long[]> indices(List<Long> extents) {
    var indices = new ArrayList<long[]>();
    for (long i = 0; i < extents.get(0); i++) {
      for (long j = 0; j < extents.get(1); j++) {
        for (long k = 0; k < extents.get(2); k++) {
          indices.add(new long[] {i, j, k});
        }
      }
    }
    return indices;
  }
}
