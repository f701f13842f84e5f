// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.load;

import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.AsyncCopyRules;
import dev.azulejo.dialect.tile.LayoutAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Point;
import dev.azulejo.ir.layout.Shape;
import org.jspecify.annotations.Nullable;

/** In which layouts of shared buffers {@code cp.async} finds bytes that lie together. */
public final class AsyncLayouts {
  private AsyncLayouts() {}

  /**
   * Why {@code cp.async} can't fill a buffer in the layout that the program gives it; null where it
   * can, and where passes choose the layout.
   */
  public static @Nullable String problem(AllocOp alloc) {
    LayoutAttr given = alloc.layout().orElse(null);
    if (given == null || !(alloc.buffer().type() instanceof MemRefType type)) {
      return null;
    }
    if (!(given.placement() instanceof Layout layout) || !layout.hasTable()) {
      return "the layout of its buffer is not known";
    }
    long bits =
        switch (type.elementType()) {
          case FloatType real -> real.width();
          case IntegerType integer -> integer.width();
          default -> AsyncCopyRules.FEWEST_BITS;
        };
    long together = Math.max(1, AsyncCopyRules.FEWEST_BITS / bits);
    return isMadeOf(layout, together)
        ? null
        : "the layout of its buffer leaves no %d bytes together"
            .formatted(together * bits / Byte.SIZE);
  }

  /** Do so many elements of a row always lie side by side, from a multiple of their number on? */
  private static boolean isMadeOf(Layout layout, long together) {
    Shape shape = layout.inputShape();
    int last = shape.rank() - 1;
    if (last < 0 || shape.size(last) % together != 0) {
      return together == 1;
    }
    long first = 0;
    for (long number = 0; number < shape.count(); number++) {
      Point point = shape.point(number);
      long[] index = new long[shape.rank()];
      for (int i = 0; i < index.length; i++) {
        index[i] = point.at(i);
      }
      long place = layout.linear(index);
      long ahead = index[last] % together;
      first = ahead == 0 ? place : first;
      if (place != first + ahead || first % together != 0) {
        return false;
      }
    }
    return true;
  }
}
