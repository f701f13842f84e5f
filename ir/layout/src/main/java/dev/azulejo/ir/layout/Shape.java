// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.IndexExpr.Constant;
import dev.azulejo.ir.layout.expr.Simplifier;
import java.util.List;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * The extents of an index space, each a positive number or an expression of sizes that are not
 * known yet.
 */
public record Shape(List<IndexExpr> extents) {

  /**
   * A shape of these extents.
   *
   * @throws IllegalArgumentException if an extent is less than 1 or depends on an index
   */
  public Shape {
    var simplifier = new Simplifier(Bounds.of(List.of(), 1));
    MutableList<IndexExpr> simple = FastList.newList();
    for (IndexExpr extent : extents) {
      IndexExpr expr = simplifier.simplify(extent);
      if (simplifier.range(expr).min() < 1) {
        throw new IllegalArgumentException("an extent must be at least 1, but is " + expr);
      }
      simple.add(expr);
    }
    extents = List.copyOf(simple);
  }

  /**
   * A shape of known extents.
   *
   * @throws IllegalArgumentException if an extent is less than 1
   */
  public static Shape of(long... extents) {
    MutableList<IndexExpr> exprs = FastList.newList();
    for (long extent : extents) {
      exprs.add(IndexExpr.constant(extent));
    }
    return new Shape(exprs);
  }

  /** How many dimensions there are. */
  public int rank() {
    return extents.size();
  }

  /** One extent. */
  public IndexExpr extent(int dimension) {
    return extents.get(dimension);
  }

  /** Is every extent a number? */
  public boolean isStatic() {
    for (IndexExpr extent : extents) {
      if (!(extent instanceof Constant)) {
        return false;
      }
    }
    return true;
  }

  /**
   * One extent as a number.
   *
   * @throws IllegalStateException if it is not known
   */
  public long size(int dimension) {
    return extents.get(dimension).evaluate(new long[0], 0);
  }

  /**
   * How many points there are, at most the largest number of 64 bits.
   *
   * @throws IllegalStateException if an extent is not known
   */
  public long count() {
    long count = 1;
    for (int i = 0; i < rank(); i++) {
      long size = size(i);
      count = Math.multiplyHigh(count, size) == 0 ? count * size : -1;
      if (count < 0) {
        return Long.MAX_VALUE;
      }
    }
    return count;
  }

  /** How many points there are, as an expression. */
  public IndexExpr product() {
    IndexExpr product = IndexExpr.constant(1);
    for (IndexExpr extent : extents) {
      product = product.times(extent);
    }
    return new Simplifier(Bounds.of(List.of(), 1)).simplify(product);
  }

  /** The number of a point where the last dimension varies fastest. */
  public IndexExpr rowMajor(List<IndexExpr> index) {
    IndexExpr flat = IndexExpr.constant(0);
    for (int i = 0; i < rank(); i++) {
      flat = flat.times(extent(i)).plus(index.get(i));
    }
    return flat;
  }

  /** The coordinates of the point of a number; the last dimension varies fastest. */
  public List<IndexExpr> unravel(IndexExpr flat) {
    var index = new IndexExpr[rank()];
    IndexExpr rest = flat;
    for (int i = rank() - 1; i >= 0; i--) {
      // What is left of the number is an index of the first dimension.
      index[i] = i == 0 ? rest : rest.mod(extent(i));
      rest = rest.floorDiv(extent(i));
    }
    return List.of(index);
  }

  /**
   * The coordinates of the point of a number.
   *
   * @throws IllegalStateException if an extent is not known
   */
  public Point point(long number) {
    var coordinates = new long[rank()];
    long rest = number;
    for (int i = rank() - 1; i >= 0; i--) {
      coordinates[i] = rest % size(i);
      rest /= size(i);
    }
    return Point.of(coordinates);
  }

  /** These dimensions in front of others. */
  public Shape concat(Shape others) {
    MutableList<IndexExpr> all = FastList.newList(extents);
    all.addAll(others.extents);
    return new Shape(all);
  }

  /** Dimensions {@code from} to below {@code to}. */
  public Shape slice(int from, int to) {
    return new Shape(extents.subList(from, to));
  }

  /** Another extent in one dimension. */
  public Shape with(int dimension, IndexExpr extent) {
    MutableList<IndexExpr> all = FastList.newList(extents);
    all.set(dimension, extent);
    return new Shape(all);
  }

  /** All dimensions but one. */
  public Shape without(int dimension) {
    return slice(0, dimension).concat(slice(dimension + 1, rank()));
  }

  /** As layouts print it: {@code [128, 64]}. */
  @Override
  public String toString() {
    return extents.toString();
  }
}
