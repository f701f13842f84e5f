// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.RandomExprs;
import dev.azulejo.ir.layout.text.PlacementReader;
import dev.azulejo.ir.layout.text.Reading;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The laws of layouts, each looked at at every index. */
final class LayoutProperties {
  private static final int TRIES = 60;

  @Provide
  Arbitrary<Layout> layouts() {
    return RandomLayouts.layouts();
  }

  @Provide
  Arbitrary<List<Long>> shapes() {
    return Arbitraries.longs().between(1, 7).list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<IndexExpr> exprs() {
    return RandomExprs.exprs(4);
  }

  private static void atEachIndex(Shape shape, Consumer<long[]> law) {
    for (long number = 0; number < shape.count(); number++) {
      law.accept(shape.point(number).toArray());
    }
  }

  private static void same(Object actual, Object expected, long[] index) {
    if (!actual.equals(expected)) {
      fail("at %s: %s instead of %s", Point.of(index), actual, expected);
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void inverseUndoes(@ForAll("layouts") Layout layout) {
    Layout back = layout.leftInverse().orThrow();
    atEachIndex(
        layout.inputShape(),
        index -> same(back.evaluate(layout.evaluate(index).toArray()), Point.of(index), index));
    assertThat(layout.injectivity()).isEqualTo(new Injectivity.Injective());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void inverseIsWhereEveryPlaceIsTaken(@ForAll("layouts") Layout layout) {
    boolean isOnto = layout.outputShape().count() == layout.inputShape().count();
    Attempt<Layout> inverse = layout.inverse();
    assertThat(inverse.succeeded()).isEqualTo(isOnto);
    if (isOnto) {
      Layout back = inverse.orThrow();
      assertThat(back.inputShape()).isEqualTo(layout.outputShape());
      assertThat(layout.compose(back).orThrow().isSameAs(Layout.identity(back.inputShape())))
          .isTrue();
      assertThat(back.inverse().orThrow().isSameAs(layout)).isTrue();
    }
  }

  /** Whatever the expression: the table is computed in another way than a single point. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void columnsAreTheExpression(@ForAll("exprs") IndexExpr expr) {
    Shape shape = Shape.of(8, 6, 4);
    long[] column = PointTable.column(shape, expr);
    for (int point = 0; point < column.length; point++) {
      long[] index = shape.point(point).toArray();
      same(column[point], expr.evaluate(index, 0), index);
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void tableIsTheLayout(@ForAll("layouts") Layout layout) {
    PointTable table = layout.table();
    Shape shape = layout.inputShape();
    for (int point = 0; point < table.count(); point++) {
      long[] index = shape.point(point).toArray();
      same(table.linear(point), layout.linear(index), index);
      same(table.pointAt(table.linear(point)), point, index);
      same(table.outputs().point(table.linear(point)), layout.evaluate(index), index);
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void expandKeepsEachCopyWhole(
      @ForAll("layouts") Layout layout, @ForAll @LongRange(min = 1, max = 3) long stages) {
    Layout expanded = layout.expand(Shape.of(stages));
    long tile = layout.outputShape().count();
    atEachIndex(
        layout.inputShape(),
        index -> {
          for (long stage = 0; stage < stages; stage++) {
            var staged = new long[index.length + 1];
            System.arraycopy(index, 0, staged, 1, index.length);
            staged[0] = stage;
            same(expanded.linear(staged), stage * tile + layout.linear(index), staged);
            same(expanded.evaluate(staged), layout.evaluate(staged), staged);
          }
        });
    assertThat(expanded.expand(Shape.of(2))).isEqualTo(layout.expand(Shape.of(2, stages)));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void repeatPutsCopiesOneAfterTheOther(
      @ForAll("layouts") Layout layout,
      @ForAll @IntRange(max = 5) int choice,
      @ForAll @LongRange(min = 2, max = 3) long copies) {
    int dimension = choice % layout.inputShape().rank();
    Layout repeated = layout.repeat(dimension, copies);
    long size = layout.inputShape().size(dimension);
    long tile = layout.outputShape().count();
    atEachIndex(
        repeated.inputShape(),
        index -> {
          long[] within = index.clone();
          within[dimension] %= size;
          long copy = index[dimension] / size;
          same(repeated.linear(index), copy * tile + layout.linear(within), index);
        });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void reshapeKeepsTheOrderOfElements(
      @ForAll("layouts") Layout layout, @ForAll @IntRange(max = 100) int choice) {
    Shape before = layout.inputShape();
    Shape after = RandomLayouts.reshaped(before, choice);
    Layout view = layout.reshaped(after, 16, 16).orThrow();
    for (long number = 0; number < before.count(); number++) {
      long[] index = after.point(number).toArray();
      same(view.evaluate(index), layout.evaluate(before.point(number).toArray()), index);
    }
    assertThat(view.reshaped(before, 16, 16).orThrow().isSameAs(layout)).isTrue();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void narrowElementsLieSideBySide(@ForAll("layouts") Layout layout) {
    Shape before = layout.inputShape();
    int last = before.rank() - 1;
    Shape after = before.with(last, before.extent(last).times(4));
    Layout view = layout.reshaped(after, 32, 8).orThrow();
    for (long number = 0; number < after.count(); number++) {
      long[] index = after.point(number).toArray();
      long old = layout.linear(before.point(number / 4).toArray());
      same(view.linear(index), old * 4 + number % 4, index);
    }
    assertThat(view.reshaped(before, 8, 32).orThrow().isSameAs(layout)).isTrue();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void wideElementsAreRefusedOrLieSideBySide(@ForAll("layouts") Layout layout) {
    Shape before = layout.inputShape();
    if (before.count() % 2 != 0) {
      return;
    }
    Shape after = Shape.of(before.count() / 2);
    boolean together = true;
    for (long number = 0; number < before.count(); number += 2) {
      Point first = layout.evaluate(before.point(number).toArray());
      Point second = layout.evaluate(before.point(number + 1).toArray());
      long[] expected = first.toArray();
      expected[expected.length - 1]++;
      together &= expected[expected.length - 1] % 2 == 1 && second.equals(Point.of(expected));
    }
    Attempt<Layout> view = layout.reshaped(after, 16, 32);
    assertThat(view.succeeded()).isEqualTo(together);
    if (together) {
      Layout wide = view.orThrow();
      for (long number = 0; number < after.count(); number++) {
        Point old = layout.evaluate(before.point(number * 2).toArray());
        long[] expected = old.toArray();
        expected[expected.length - 1] /= 2;
        same(wide.evaluate(number), Point.of(expected), new long[] {number});
      }
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void composeIsOneAfterTheOther(@ForAll("layouts") Layout inner) {
    Layout outer = Layout.rowMajor(inner.outputShape());
    Layout both = outer.compose(inner).orThrow();
    atEachIndex(
        inner.inputShape(),
        index -> same(both.evaluate(index), Point.of(inner.linear(index)), index));
    assertThat(both.isSameAs(inner.flat())).isTrue();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void readsWhatItPrints(@ForAll("layouts") Layout layout) {
    assertThat(PlacementReader.read(layout.toString())).isEqualTo(new Reading.Done(layout));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void twoDifferentLayoutsDifferSomewhere(
      @ForAll("layouts") Layout layout, @ForAll("layouts") Layout base) {
    Shape shape = layout.inputShape();
    if (base.inputShape().count() != shape.count()) {
      return;
    }
    Layout other = base.reshaped(shape, 16, 16).orThrow();
    Point expected = null;
    for (long number = shape.count() - 1; number >= 0; number--) {
      Point index = shape.point(number);
      if (!layout.evaluate(index.toArray()).equals(other.evaluate(index.toArray()))) {
        expected = index;
      }
    }
    assertThat(layout.firstDifference(other)).isEqualTo(expected);
    boolean sameRank = layout.forward().size() == other.forward().size();
    assertThat(layout.isSameAs(other)).isEqualTo(expected == null && sameRank);
  }

  /** Sizes that share few divisors: an inverse may be refused, but never wrong. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void inversesOfOddShapesAreRightOrRefused(
      @ForAll("shapes") List<Long> from, @ForAll("shapes") List<Long> to) {
    Shape before = Shape.of(from.stream().mapToLong(Long::longValue).toArray());
    Shape after = Shape.of(to.stream().mapToLong(Long::longValue).toArray());
    Layout layout =
        before.count() == after.count()
            ? Layout.identity(before).reshaped(after, 8, 8).orThrow()
            : Layout.rowMajor(before).expand(after);
    if (layout.leftInverse() instanceof Attempt.Success<Layout>(Layout back)) {
      atEachIndex(
          layout.inputShape(),
          index -> same(back.evaluate(layout.evaluate(index).toArray()), Point.of(index), index));
    }
    assertThat(layout.injectivity()).isEqualTo(new Injectivity.Injective());
  }

  /** Layouts that are mostly not injective: counting and inverting agree. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void onlyInjectiveLayoutsHaveInverses(
      @ForAll @IntRange(min = 1, max = 12) int scale,
      @ForAll @IntRange(min = 1, max = 12) int divisor,
      @ForAll boolean exchanges) {
    IndexExpr i = IndexExpr.input(0);
    IndexExpr j = IndexExpr.input(1);
    IndexExpr mixed = exchanges ? j.xor(i.floorDiv(divisor)) : j.plus(i.floorDiv(divisor));
    Layout layout = Layout.of(Shape.of(8, 6), i.times(scale).plus(mixed), i.mod(divisor));
    boolean injective = layout.injectivity() instanceof Injectivity.Injective;
    if (layout.leftInverse().succeeded()) {
      assertThat(injective).isTrue();
    }
  }
}
