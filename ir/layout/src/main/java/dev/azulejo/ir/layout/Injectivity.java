// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/** Whether different elements of a layout have different physical indices. */
public sealed interface Injectivity {

  /** They do. */
  record Injective() implements Injectivity {
    @Override
    public String toString() {
      return "injective";
    }
  }

  /** These two elements are in one place. */
  record Collision(Point first, Point second, Point place) implements Injectivity {
    @Override
    public String toString() {
      return first + " and " + second + " both lie at " + place;
    }
  }

  /** It is not known, and why. */
  record Unproven(String reason) implements Injectivity {
    @Override
    public String toString() {
      return "injectivity could not be proven: " + reason;
    }
  }

  /** Counts a small known layout out, and looks at the digits of others. */
  static Injectivity of(Layout layout) {
    if (layout.hasTable()) {
      return counted(layout);
    }
    return switch (Inversion.of(layout, false)) {
      case Attempt.Success<Layout> _ -> new Injective();
      case Attempt.Refusal<Layout>(String reason) -> new Unproven(reason);
    };
  }

  private static Injectivity counted(Layout layout) {
    PointTable table = layout.table();
    var seen = new LongIntHashMap(table.count());
    for (int point = 0; point < table.count(); point++) {
      int earlier = seen.getIfAbsent(table.linear(point), -1);
      if (earlier >= 0) {
        return new Collision(
            layout.inputShape().point(earlier),
            layout.inputShape().point(point),
            table.outputs().point(table.linear(point)));
      }
      seen.put(table.linear(point), point);
    }
    return new Injective();
  }
}
