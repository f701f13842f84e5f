// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.tile.LayoutAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import org.jspecify.annotations.Nullable;

/** Which layouts of shared buffers the engine can write. */
final class TmaLayouts {
  private TmaLayouts() {}

  /** Why a buffer of a layout can't be filled by it, or null where it can. */
  static @Nullable String problem(LayoutAttr attr, MemRefType type) {
    int bits =
        switch (type.elementType()) {
          case FloatType real -> real.width();
          case IntegerType integer -> integer.width();
          default -> 0;
        };
    boolean fits =
        switch (attr.placement()) {
          case Fragment _ -> false;
          case Layout layout ->
              bits > 0 && (isPlain(layout) || SwizzleMode.detect(layout, bits) != SwizzleMode.NONE);
        };
    return fits
        ? null
        : "the layout of its buffer is neither by rows nor a swizzle that tensor maps have";
  }

  private static boolean isPlain(Layout layout) {
    return layout.isSameAs(Layout.rowMajor(layout.inputShape()));
  }
}
