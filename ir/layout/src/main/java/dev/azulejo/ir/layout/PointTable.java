// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.IndexOperator;
import java.util.Arrays;
import java.util.List;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A layout evaluated at each of its points, in row-major order: what questions about static layouts
 * are answered from.
 */
public final class PointTable {
  /** How many points are evaluated at most; larger layouts have no table. */
  public static final long LARGEST = 1 << 18;

  private final Shape outputs;
  private final long[] linear;
  private volatile @Nullable LongIntHashMap inverse;

  private PointTable(Shape outputs, long[] linear) {
    this.outputs = outputs;
    this.linear = linear;
  }

  /** Is the index space known, and small enough for a table? */
  static boolean covers(Shape inputs) {
    return inputs.isStatic() && inputs.count() <= LARGEST;
  }

  /** The values of an expression at each point of a shape that a table covers. */
  static long[] column(Shape inputs, IndexExpr expr) {
    return switch (expr) {
      case IndexExpr.Input(int position) -> indices(inputs, position);
      case IndexExpr.Replica _, IndexExpr.Symbol _, IndexExpr.Constant _ -> {
        var values = new long[(int) inputs.count()];
        Arrays.fill(values, expr.evaluate(new long[0], 0));
        yield values;
      }
      case IndexExpr.Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) -> {
        long[] values = column(inputs, lhs);
        long[] others = column(inputs, rhs);
        for (int point = 0; point < values.length; point++) {
          values[point] = operator.apply(values[point], others[point]);
        }
        yield values;
      }
      case IndexExpr.Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) -> {
        long[] chosen = column(inputs, condition);
        long[] values = column(inputs, nonZero);
        long[] others = column(inputs, zero);
        for (int point = 0; point < values.length; point++) {
          values[point] = chosen[point] != 0 ? values[point] : others[point];
        }
        yield values;
      }
    };
  }

  private static long[] indices(Shape inputs, int dimension) {
    long stride = inputs.slice(dimension + 1, inputs.rank()).count();
    long size = inputs.size(dimension);
    var values = new long[(int) inputs.count()];
    for (int point = 0; point < values.length; point++) {
      values[point] = point / stride % size;
    }
    return values;
  }

  static PointTable of(Shape inputs, List<IndexExpr> forward) {
    int rank = forward.size();
    var columns = new long[rank][];
    var extents = new long[rank];
    for (int i = 0; i < rank; i++) {
      columns[i] = column(inputs, forward.get(i));
      for (long value : columns[i]) {
        extents[i] = Math.max(extents[i], value + 1);
      }
    }
    long[] linear = columns[0].clone();
    for (int i = 1; i < rank; i++) {
      for (int point = 0; point < linear.length; point++) {
        linear[point] = linear[point] * extents[i] + columns[i][point];
      }
    }
    return new PointTable(Shape.of(extents), linear);
  }

  /** How many points there are. */
  public int count() {
    return linear.length;
  }

  /** The smallest shape that has all physical indices. */
  public Shape outputs() {
    return outputs;
  }

  /** Is each point at the same physical index in another table of the same points? */
  boolean agrees(PointTable other) {
    return outputs.equals(other.outputs) && Arrays.equals(linear, other.linear);
  }

  /** The row-major number, within {@link #outputs()}, of the physical index of a point. */
  public long linear(int point) {
    return linear[point];
  }

  /** The first point with a physical index of this row-major number; -1 if there is none. */
  public int pointAt(long number) {
    return inverse().getIfAbsent(number, -1);
  }

  private LongIntHashMap inverse() {
    LongIntHashMap map = inverse;
    if (map == null) {
      map = new LongIntHashMap(linear.length);
      for (int point = linear.length - 1; point >= 0; point--) {
        map.put(linear[point], point);
      }
      // Another thread may make the same map at the same time; which of them stays is all one.
      inverse = map;
    }
    return map;
  }
}
