// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Point;
import dev.azulejo.ir.layout.PointTable;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.text.Picture;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two layouts that one buffer should have, told so that one sees why: who wants which, the first
 * element where they differ, and both around it.
 */
final class Disagreement {
  private static final int ROWS = 4;
  private static final int COLUMNS = 8;

  private Disagreement() {}

  /** Somebody asks for another layout than the one that is known. */
  static Diagnostic between(Placed known, Demand demand) {
    Operation alloc = Objects.requireNonNull(demand.buffer().definingOp());
    Diagnostic error = alloc.error("can't have two layouts");
    error = wants(error, known.demand(), known.placement());
    error = wants(error, demand, demand.placement());
    return pictured(error, alloc.location(), known.placement(), demand.placement());
  }

  /** What is known of a view is not what follows from its buffer, or the other way round. */
  static Diagnostic ofViews(
      Value member, Placement expected, @Nullable Placed found, Placed other) {
    Operation op = Objects.requireNonNull(member.definingOp());
    Diagnostic error = op.error("can't have two layouts: it shares memory with another buffer");
    if (found != null) {
      error = wants(error, found.demand(), found.placement());
    }
    Demand demand = other.demand();
    error =
        error.note(
            demand.by().location(),
            "what is asked for here, %s, makes it %s",
            demand.reason(),
            expected);
    return found == null ? error : pictured(error, op.location(), found.placement(), expected);
  }

  private static Diagnostic wants(Diagnostic error, Demand demand, Placement placement) {
    return error.note(demand.by().location(), "asked for here, %s: %s", demand.reason(), placement);
  }

  private static Diagnostic pictured(
      Diagnostic error, Location location, Placement first, Placement second) {
    Point point = firstDifference(first, second);
    if (point == null) {
      return error;
    }
    return error.note(
        location,
        "they differ first at the element %s:\n%s%s",
        point,
        Picture.of(first, point, ROWS, COLUMNS),
        Picture.of(second, point, ROWS, COLUMNS).stripTrailing());
  }

  /** The first element that lies elsewhere; null where none is found or too much is unknown. */
  static @Nullable Point firstDifference(Placement first, Placement second) {
    Shape shape = first.inputShape();
    if (!shape.equals(second.inputShape())
        || !shape.isStatic()
        || shape.count() > PointTable.LARGEST) {
      return null;
    }
    for (long number = 0; number < shape.count(); number++) {
      Point point = shape.point(number);
      if (!place(first, point).equals(place(second, point))) {
        return point;
      }
    }
    return null;
  }

  private static String place(Placement placement, Point point) {
    long[] index = point.toArray();
    return switch (placement) {
      case Layout layout -> Long.toString(layout.linear(index));
      case Fragment fragment -> {
        var threads = new TreeSet<Long>();
        for (long replica = 0; replica < fragment.replicas(); replica++) {
          threads.add(fragment.threadOf(replica, index));
        }
        yield threads + ":" + fragment.places().evaluate(index);
      }
    };
  }
}
