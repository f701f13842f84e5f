// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.text.PlacementReader;
import dev.azulejo.ir.layout.text.Reading;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** The laws of fragments, each looked at at every element and every replica. */
final class FragmentProperties {
  private static final int TRIES = 50;

  @Provide
  Arbitrary<Fragment> fragments() {
    return RandomLayouts.fragments();
  }

  private static void atEachIndex(Shape shape, Consumer<long[]> law) {
    for (long number = 0; number < shape.count(); number++) {
      law.accept(shape.point(number).toArray());
    }
  }

  private static SortedSet<Long> holders(Fragment fragment, long... index) {
    var threads = new TreeSet<Long>();
    for (long replica = 0; replica < fragment.replicas(); replica++) {
      threads.add(fragment.threadOf(replica, index));
    }
    return threads;
  }

  private static void same(Object actual, Object expected, long[] index) {
    if (!actual.equals(expected)) {
      fail("at %s: %s instead of %s", Point.of(index), actual, expected);
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void inverseGivesElementAndReplica(@ForAll("fragments") Fragment fragment) {
    Layout back = fragment.leftInverse().orThrow();
    assertThat(fragment.inverse().succeeded()).isTrue();
    atEachIndex(
        fragment.joint().inputShape(),
        index -> {
          Point place = fragment.joint().evaluate(index);
          same(back.evaluate(place.toArray()), Point.of(index), index);
        });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void replicasAreFurtherThreads(
      @ForAll("fragments") Fragment fragment, @ForAll @LongRange(min = 1, max = 4) long times) {
    Fragment more = fragment.replicate(times);
    atEachIndex(
        fragment.inputShape(),
        index -> {
          SortedSet<Long> old = holders(fragment, index);
          SortedSet<Long> all = holders(more, index);
          same((long) all.size(), old.size() * times, index);
          same(all.containsAll(old), true, index);
          same(more.places().evaluate(index), fragment.places().evaluate(index), index);
        });
    assertThat(Containment.of(more, fragment).holds()).isTrue();
    assertThat(Containment.of(fragment, more).holds()).isEqualTo(times == 1);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void deReplicatingKeepsEachElementSomewhere(@ForAll("fragments") Fragment fragment) {
    Fragment split = fragment.deReplicate().orThrow();
    long before = fragment.outputShape().size(0) * fragment.replicas();
    assertThat(before % (split.outputShape().size(0) * split.replicas())).isZero();
    assertThat(split.joint().injectivity()).isEqualTo(new Injectivity.Injective());
    assertThat(Containment.of(fragment, split).holds()).isTrue();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void projectionsAreHeldByWhoHadAPart(@ForAll("fragments") Fragment fragment) {
    for (int dimension = 0; dimension < 2; dimension++) {
      Fragment result = fragment.project(dimension).orThrow();
      int reduced = dimension;
      atEachIndex(
          result.inputShape(),
          index -> {
            var parts = new TreeSet<Long>();
            for (long k = 0; k < fragment.inputShape().size(reduced); k++) {
              parts.addAll(
                  reduced == 0 ? holders(fragment, k, index[0]) : holders(fragment, index[0], k));
            }
            same(holders(result, index), parts, index);
            same(result.replicas(), (long) parts.size(), index);
          });
      assertThat(result.joint().injectivity()).isEqualTo(new Injectivity.Injective());
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void condensingKeepsTheHolders(@ForAll("fragments") Fragment fragment) {
    Fragment padded =
        Fragment.of(
            fragment.places(),
            fragment.threadAt(
                fragment.inputShape(),
                IndexExpr.inputs(2),
                IndexExpr.replica().floorDiv(3),
                fragment.replicas() * 3),
            fragment.replicas() * 3);
    Fragment condensed = padded.condense().orThrow();
    assertThat(condensed.replicas()).isEqualTo(fragment.replicas());
    atEachIndex(
        fragment.inputShape(),
        index -> same(holders(condensed, index), holders(fragment, index), index));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void repetitionsFollowTheirFormula(
      @ForAll("fragments") Fragment fragment,
      @ForAll @LongRange(min = 1, max = 3) long down,
      @ForAll @LongRange(min = 1, max = 3) long across,
      @ForAll boolean inThreads,
      @ForAll boolean lastFastest) {
    Fragment repeated = fragment.repeat(Shape.of(down, across), inThreads, lastFastest);
    long rows = fragment.inputShape().size(0);
    long columns = fragment.inputShape().size(1);
    long threads = fragment.threads().evaluate(new long[0], 0);
    long places = fragment.outputShape().size(0);
    atEachIndex(
        repeated.inputShape(),
        index -> {
          long row = index[0] / rows;
          long column = index[1] / columns;
          long copy = lastFastest ? row * across + column : column * down + row;
          long[] within = {index[0] % rows, index[1] % columns};
          long place = fragment.places().linear(within) + (inThreads ? 0 : places * copy);
          same(repeated.places().evaluate(index), Point.of(place), index);
          for (long r = 0; r < fragment.replicas(); r++) {
            long thread = fragment.threadOf(r, within) + (inThreads ? threads * copy : 0);
            same(repeated.threadOf(r, index), thread, index);
          }
        });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void stagesHaveTheSameThreads(@ForAll("fragments") Fragment fragment) {
    Fragment staged = fragment.expand(Shape.of(2));
    atEachIndex(
        fragment.inputShape(),
        index -> {
          long[] second = {1, index[0], index[1]};
          same(holders(staged, second), holders(fragment, index), index);
          same(
              staged.places().linear(second),
              fragment.outputShape().count() + fragment.places().linear(index),
              index);
        });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void threadsLeaveAFragmentOver(@ForAll("fragments") Fragment fragment) {
    Fragment derived =
        Fragment.ofThreads(fragment.inputShape(), fragment.thread(), fragment.replicas()).orThrow();
    assertThat(derived.joint().injectivity()).isEqualTo(new Injectivity.Injective());
    assertThat(derived.outputShape()).isEqualTo(fragment.outputShape());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void readsWhatItPrints(@ForAll("fragments") Fragment fragment) {
    Fragment bound = fragment.bind(new ThreadRange(128, 128 + 1024));
    assertThat(PlacementReader.read(fragment.toString())).isEqualTo(new Reading.Done(fragment));
    assertThat(PlacementReader.read(bound.toString())).isEqualTo(new Reading.Done(bound));
  }
}
