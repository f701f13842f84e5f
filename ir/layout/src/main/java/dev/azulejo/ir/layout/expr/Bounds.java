// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the variables of an expression: input {@code i} is at least 0 and less than
 * extent {@code i}, the replica is less than their number, a symbol is at least 1.
 */
public final class Bounds {
  private static final Range POSITIVE = new Range(1, Long.MAX_VALUE);
  private static final Range NATURAL = new Range(0, Long.MAX_VALUE);

  private final List<IndexExpr> extents;
  private final long replicas;

  private Bounds(List<IndexExpr> extents, long replicas) {
    this.extents = extents;
    this.replicas = replicas;
  }

  /** Inputs below these extents, which are numbers or symbols, and so many replicas. */
  public static Bounds of(List<IndexExpr> extents, long replicas) {
    return new Bounds(List.copyOf(extents), replicas);
  }

  /** The extent of an input; null if there is no such input. */
  public @Nullable IndexExpr extent(int input) {
    return input < extents.size() ? extents.get(input) : null;
  }

  /** The values that an expression may take. */
  public Range range(IndexExpr expr) {
    return switch (expr) {
      case IndexExpr.Input(int position) ->
          extent(position) instanceof IndexExpr.Constant(long size) ? Range.below(size) : NATURAL;
      case IndexExpr.Replica _ -> Range.below(replicas);
      case IndexExpr.Symbol _ -> POSITIVE;
      case IndexExpr.Constant(long value) -> Range.of(value);
      case IndexExpr.Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) ->
          range(lhs).apply(operator, range(rhs));
      case IndexExpr.Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) ->
          chosen(range(condition), nonZero, zero);
    };
  }

  private Range chosen(Range condition, IndexExpr nonZero, IndexExpr zero) {
    if (condition.equals(Range.of(0))) {
      return range(zero);
    }
    boolean always = condition.min() > 0 || condition.max() < 0;
    return always ? range(nonZero) : range(nonZero).union(range(zero));
  }
}
