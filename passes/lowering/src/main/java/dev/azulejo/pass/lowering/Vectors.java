// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.layout.Shape;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many elements a copy between a tensor and a tile in shared memory can move at once. */
final class Vectors {
  private Vectors() {}

  /** Why so many elements can't be moved at once; null where they can. */
  static @Nullable String obstacle(
      long vector, Shape sizes, GlobalRegion tensor, SharedRegion tile) {
    long row = sizes.size(sizes.rank() - 1);
    if (row % vector != 0) {
      return text("rows of the tile have %d elements, no multiple of %d", row, vector);
    }
    if (!tensor.isMadeOf(vector)) {
      return tensor.obstacle(vector);
    }
    if (!tile.isMadeOf(vector, sizes)) {
      return text("%d elements don't always lie together and aligned in the tile", vector);
    }
    return null;
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
