// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.IndexOperator;
import dev.azulejo.ir.layout.expr.Range;
import dev.azulejo.ir.layout.expr.Simplifier;
import java.util.List;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.jspecify.annotations.Nullable;

/**
 * A map from a logical index space to a physical one: {@code F(x0..xn-1) = (f0..fm-1)}. The numbers
 * of dimensions may differ; the physical index is taken as row-major in {@link #outputShape()}.
 *
 * <p>A layout is an expression to print and to emit, and a table to decide: {@code equals} compares
 * canonical expressions, {@link #isSameAs} the maps. Padding, swizzles, repetition and expansion
 * are all layouts; there is no kind of them that other code would have to know.
 */
public final class Layout implements Placement {
  /** How many dimensions a layout has at most. */
  public static final int LARGEST_RANK = 16;

  private final Shape inputs;
  private final List<IndexExpr> forward;
  private volatile @Nullable PointTable table;

  private Layout(Shape inputs, List<IndexExpr> forward) {
    this.inputs = inputs;
    this.forward = forward;
  }

  /**
   * A layout with these expressions, simplified; refused if one of them has no value, or not one
   * that is surely neither negative nor too large, at an index.
   */
  public static Attempt<Layout> attempt(Shape inputs, List<IndexExpr> forward) {
    if (inputs.rank() > LARGEST_RANK) {
      return Attempt.refused(
          "a layout has at most " + LARGEST_RANK + " dimensions, but this one " + inputs.rank());
    }
    return ofAnyRank(inputs, forward);
  }

  /** A layout that may have the replica of a fragment for one more dimension. */
  static Attempt<Layout> ofAnyRank(Shape inputs, List<IndexExpr> forward) {
    if (forward.isEmpty()) {
      return Attempt.refused("a layout needs at least one physical dimension");
    }
    if (inputs.isStatic() && inputs.count() == Long.MAX_VALUE) {
      return Attempt.refused(inputs + " has too many elements");
    }
    var check = new ExprCheck(simplifier(inputs), inputs.rank(), false);
    MutableList<IndexExpr> simple = FastList.newList();
    for (IndexExpr expr : forward) {
      switch (check.simplified(expr)) {
        case Attempt.Success<IndexExpr>(IndexExpr value) -> simple.add(value);
        case Attempt.Refusal<IndexExpr>(String reason) -> {
          return Attempt.refused(reason);
        }
      }
    }
    String problem = misplaced(inputs, simple);
    return problem == null
        ? Attempt.success(new Layout(inputs, List.copyOf(simple)))
        : Attempt.refused(problem);
  }

  /**
   * A layout with these expressions, simplified.
   *
   * @throws IllegalArgumentException if {@link #attempt} refuses it
   */
  public static Layout of(Shape inputs, List<IndexExpr> forward) {
    return attempt(inputs, forward).orThrow();
  }

  /**
   * A layout with these expressions, simplified.
   *
   * @throws IllegalArgumentException if {@link #attempt} refuses it
   */
  public static Layout of(Shape inputs, IndexExpr... forward) {
    return of(inputs, List.of(forward));
  }

  /** The layout with one physical dimension in which the last logical dimension varies fastest. */
  public static Layout rowMajor(Shape inputs) {
    return of(inputs, inputs.rowMajor(IndexExpr.inputs(inputs.rank())));
  }

  /** The layout in which logical and physical index are the same. */
  public static Layout identity(Shape inputs) {
    return of(inputs, IndexExpr.inputs(inputs.rank()));
  }

  private static @Nullable String misplaced(Shape inputs, List<IndexExpr> forward) {
    var simplifier = simplifier(inputs);
    Range size = Range.of(1);
    for (IndexExpr expr : forward) {
      Range range = simplifier.range(expr);
      if (range.min() < 0 && !isNeverNegative(inputs, expr)) {
        return "the physical index '" + expr + "' may be negative";
      }
      long extent = range.max() == Long.MAX_VALUE ? range.max() : range.max() + 1;
      size = size.apply(IndexOperator.MUL, Range.of(extent));
    }
    return inputs.isStatic() && !size.isFinite()
        ? "the physical size does not fit in 64 bits"
        : null;
  }

  private static boolean isNeverNegative(Shape inputs, IndexExpr expr) {
    if (!PointTable.covers(inputs)) {
      return false;
    }
    for (long value : PointTable.column(inputs, expr)) {
      if (value < 0) {
        return false;
      }
    }
    return true;
  }

  private static Simplifier simplifier(Shape inputs) {
    return new Simplifier(Bounds.of(inputs.extents(), 1));
  }

  /** What simplifies expressions over this layout's logical index. */
  Simplifier simplifier() {
    return simplifier(inputs);
  }

  @Override
  public Shape inputShape() {
    return inputs;
  }

  @Override
  public List<IndexExpr> forward() {
    return forward;
  }

  /**
   * The physical index space: the largest value of each expression plus 1. Exact where there is a
   * table, otherwise by bounds, and where there are none as large as the logical dimension.
   */
  @Override
  public Shape outputShape() {
    if (hasTable()) {
      return table().outputs();
    }
    var bounds = new UpperBounds(simplifier());
    MutableList<IndexExpr> extents = FastList.newList();
    for (int i = 0; i < forward.size(); i++) {
      IndexExpr most = bounds.of(forward.get(i));
      if (most != null) {
        extents.add(most.plus(1));
      } else {
        extents.add(i < inputs.rank() ? inputs.extent(i) : IndexExpr.constant(1));
      }
    }
    return new Shape(extents);
  }

  /** Is the index space known, and small enough to be evaluated at each point? */
  public boolean hasTable() {
    return PointTable.covers(inputs);
  }

  /**
   * The layout at each point.
   *
   * @throws IllegalStateException if there is no table
   */
  public PointTable table() {
    if (!hasTable()) {
      throw new IllegalStateException(inputs + " is not known or too large for a table");
    }
    PointTable known = table;
    if (known == null) {
      known = PointTable.of(inputs, forward);
      // Another thread may make the same table at the same time; which of them stays is all one.
      table = known;
    }
    return known;
  }

  /**
   * The physical index of an element. Of more numbers than there are dimensions the last ones are
   * the index, and the others stand in front of the result unchanged.
   *
   * @throws IllegalArgumentException if there are fewer numbers than dimensions
   */
  public Point evaluate(long... index) {
    int surplus = index.length - inputs.rank();
    if (surplus < 0) {
      throw new IllegalArgumentException(
          index.length + " indices for " + inputs.rank() + " dimensions");
    }
    var result = new long[surplus + forward.size()];
    System.arraycopy(index, 0, result, 0, surplus);
    var own = new long[inputs.rank()];
    System.arraycopy(index, surplus, own, 0, own.length);
    for (int i = 0; i < forward.size(); i++) {
      result[surplus + i] = forward.get(i).evaluate(own, 0);
    }
    return Point.of(result);
  }

  /** The row-major number, within the physical index space, of an element's physical index. */
  public long linear(long... index) {
    Shape outputs = outputShape();
    Point point = evaluate(index);
    long linear = 0;
    for (int i = 0; i < point.rank(); i++) {
      linear = linear * outputs.size(i) + point.at(i);
    }
    return linear;
  }

  /** The layout whose only physical dimension is the row-major number of this one's index. */
  public Layout flat() {
    return of(inputs, outputShape().rowMajor(forward));
  }

  /**
   * The layout from physical to logical indices; dimensions of extent 1 come out as 0. Refused
   * unless each physical index belongs to exactly one element, and the map is made of digits.
   */
  public Attempt<Layout> inverse() {
    return Inversion.of(this, true);
  }

  /**
   * A layout {@code G} with {@code G(F(x)) = x} for each element; physical indices without an
   * element yield anything. Refused unless the map is injective and made of digits.
   */
  public Attempt<Layout> leftInverse() {
    return Inversion.of(this, false);
  }

  /**
   * The layout {@code x -> this(inner(x))}; refused if the physical shape of the inner layout is
   * not the logical shape of this one.
   */
  public Attempt<Layout> compose(Layout inner) {
    if (!inner.outputShape().equals(inputs)) {
      return Attempt.refused(
          "the physical shape " + inner.outputShape() + " is not the logical shape " + inputs);
    }
    return attempt(inner.inputs, substitute(inner.inputs, inner.forward));
  }

  /** The expressions with others, over the indices of a shape, in the place of the inputs. */
  List<IndexExpr> substitute(Shape shape, List<IndexExpr> index) {
    Simplifier simplifier = simplifier(shape);
    MutableList<IndexExpr> result = FastList.newList();
    for (IndexExpr expr : forward) {
      result.add(simplifier.substitute(expr, index, IndexExpr.replica()));
    }
    return result;
  }

  /**
   * So many copies along a dimension, one stored after the other: {@code F' = (x_dim floordiv s) ++
   * F(x with x_dim mod s)}.
   *
   * @param dimension counted from the end if negative
   * @throws IllegalArgumentException if there is no such dimension, or fewer than 1 copy
   */
  public Layout repeat(int dimension, long copies) {
    int dim = dimension < 0 ? dimension + inputs.rank() : dimension;
    if (dim < 0 || dim >= inputs.rank() || copies < 1) {
      throw new IllegalArgumentException(copies + " copies along dimension " + dimension);
    }
    if (copies == 1) {
      return this;
    }
    IndexExpr size = inputs.extent(dim);
    Shape shape = inputs.with(dim, size.times(copies));
    MutableList<IndexExpr> index = FastList.newList(IndexExpr.inputs(inputs.rank()));
    index.set(dim, IndexExpr.input(dim).mod(size));
    MutableList<IndexExpr> result = FastList.newListWith(IndexExpr.input(dim).floorDiv(size));
    result.addAll(substitute(shape, index));
    return of(shape, result);
  }

  @Override
  public Layout expand(Shape lead) {
    if (lead.rank() == 0) {
      return this;
    }
    Shape shape = lead.concat(inputs);
    List<IndexExpr> index = IndexExpr.inputs(shape.rank());
    MutableList<IndexExpr> result = FastList.newList(index.subList(0, lead.rank()));
    result.addAll(substitute(shape, index.subList(lead.rank(), shape.rank())));
    return of(shape, result);
  }

  @Override
  public Attempt<Placement> reshape(Shape shape, int oldBits, int newBits) {
    return reshaped(shape, oldBits, newBits).then(Attempt::success);
  }

  /** As {@link #reshape}, and says that a layout's reshape is a layout. */
  public Attempt<Layout> reshaped(Shape shape, int oldBits, int newBits) {
    return Reshaping.of(this, shape, oldBits, newBits);
  }

  /** Do different elements have different physical indices? */
  public Injectivity injectivity() {
    return Injectivity.of(this);
  }

  @Override
  public boolean isSameAs(Placement other) {
    return other instanceof Layout layout
        && inputs.equals(layout.inputs)
        && forward.size() == layout.forward.size()
        && (forward.equals(layout.forward) || (hasTable() && table().agrees(layout.table())));
  }

  /**
   * The first element, in row-major order, that another layout of the same shape places elsewhere;
   * null if there is none.
   *
   * @throws IllegalArgumentException if the shapes differ
   * @throws IllegalStateException if there is no table
   */
  public @Nullable Point firstDifference(Layout other) {
    if (!inputs.equals(other.inputs)) {
      throw new IllegalArgumentException("shapes " + inputs + " and " + other.inputs + " differ");
    }
    PointTable mine = table();
    PointTable theirs = other.table();
    if (mine.agrees(theirs)) {
      return null;
    }
    boolean comparable = mine.outputs().equals(theirs.outputs());
    for (int point = 0; point < mine.count(); point++) {
      long[] index = inputs.point(point).toArray();
      boolean same =
          comparable
              ? mine.linear(point) == theirs.linear(point)
              : evaluate(index).equals(other.evaluate(index));
      if (!same) {
        return Point.of(index);
      }
    }
    return null;
  }

  /** Has the physical index space as many points as the logical one? */
  boolean isOnto() {
    return outputShape().product().equals(inputs.product());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Layout layout
            && inputs.equals(layout.inputs)
            && forward.equals(layout.forward));
  }

  @Override
  public int hashCode() {
    return 31 * inputs.hashCode() + forward.hashCode();
  }

  /** As text reads it back: {@code [16, 8] -> (d0 * 8 + d1)}. */
  @Override
  public String toString() {
    return inputs + " -> " + list(forward);
  }

  static String list(List<IndexExpr> exprs) {
    String text = exprs.toString();
    return "(" + text.substring(1, text.length() - 1) + ")";
  }
}
