// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.shared.OperandLayouts;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Chains of what layouts and fragments are made by, small enough to look at every index. */
final class RandomLayouts {
  private static final long LARGEST = 1 << 13;

  private RandomLayouts() {}

  /** Injective layouts, of sizes that are powers of two, each made in one to four steps. */
  static Arbitrary<Layout> layouts() {
    Arbitrary<Integer> steps = Arbitraries.integers().between(0, 1 << 20);
    return Combinators.combine(bases(), steps.list().ofMinSize(0).ofMaxSize(3))
        .as(RandomLayouts::changed);
  }

  private static Arbitrary<Layout> bases() {
    Arbitrary<Integer> bits = Arbitraries.of(8, 16, 32);
    Arbitrary<Long> rows = Arbitraries.of(8L, 16L, 32L);
    Arbitrary<Long> blocks = Arbitraries.of(1L, 2L, 4L);
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(SwizzleMode.class), bits, rows, blocks)
            .as((mode, width, count, wide) ->
                mode.layout(count, mode.span() * 8L / width * wide, width).orThrow()),
        Combinators.combine(bits, rows)
            .as((width, count) -> OperandLayouts.padded(count, 512 / width, width)),
        Combinators.combine(bits, rows)
            .as((width, count) -> OperandLayouts.cdna(count, 512 / width, width, 1).orThrow()),
        Combinators.combine(rows, blocks)
            .as((count, wide) -> Layout.rowMajor(Shape.of(count, 8 * wide))),
        Combinators.combine(rows, blocks)
            .as((count, wide) ->
                Layout.of(
                    Shape.of(count, wide),
                    IndexExpr.input(1).times(count).plus(IndexExpr.input(0)))));
  }

  private static Layout changed(Layout base, List<Integer> steps) {
    Layout layout = base;
    for (int step : steps) {
      Layout next = changed(layout, step);
      layout = next.inputShape().count() <= LARGEST ? next : layout;
    }
    return layout;
  }

  private static Layout changed(Layout layout, int step) {
    Shape shape = layout.inputShape();
    int choice = step / 4;
    return switch (step % 4) {
      case 0 -> layout.repeat(choice % shape.rank(), 1L << (choice / 16 % 3));
      case 1 -> layout.expand(Shape.of(1 + choice % 3));
      case 2 -> layout.reshaped(reshaped(shape, choice), 16, 16).orThrow();
      default -> layout.reshaped(narrowed(shape), 16, 8).orThrow();
    };
  }

  /** Two dimensions joined, or one split in two. */
  static Shape reshaped(Shape shape, int choice) {
    var extents = new ArrayList<Long>();
    for (int i = 0; i < shape.rank(); i++) {
      extents.add(shape.size(i));
    }
    int dimension = choice % shape.rank();
    if (choice / 8 % 2 == 0 && dimension + 1 < shape.rank()) {
      extents.set(dimension, extents.get(dimension) * extents.remove(dimension + 1));
    } else if (extents.get(dimension) % 2 == 0 && shape.rank() < 6) {
      extents.set(dimension, extents.get(dimension) / 2);
      extents.add(dimension + 1, 2L);
    }
    return Shape.of(extents.stream().mapToLong(Long::longValue).toArray());
  }

  private static Shape narrowed(Shape shape) {
    int last = shape.rank() - 1;
    return shape.with(last, shape.extent(last).times(2));
  }

  /** Fragments made of the atoms of matrix instructions, by one to three repetitions or so. */
  static Arbitrary<Fragment> fragments() {
    Arbitrary<Integer> steps = Arbitraries.integers().between(0, 1 << 20);
    return Combinators.combine(
            Arbitraries.of(MatrixAtom.ALL), steps.list().ofMinSize(0).ofMaxSize(3))
        .as((atom, list) -> {
          Fragment fragment = atom.fragment();
          for (int step : list) {
            Fragment next = changed(fragment, step);
            long size = next.inputShape().count() * next.replicas();
            fragment = size <= 2 * LARGEST ? next : fragment;
          }
          return fragment;
        });
  }

  private static Fragment changed(Fragment fragment, int step) {
    int choice = step / 2;
    if (step % 2 == 0) {
      return fragment.replicate(1L << (choice % 3));
    }
    Shape copies = Shape.of(1L << (choice % 3), 1L << (choice / 4 % 2));
    return fragment.repeat(copies, choice / 16 % 2 == 0, choice / 32 % 2 == 0);
  }
}
