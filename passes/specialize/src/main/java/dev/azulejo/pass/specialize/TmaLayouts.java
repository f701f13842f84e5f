// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.LayoutAttr;
import dev.azulejo.dialect.tile.RegionOperand;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import dev.azulejo.pass.layout.TensorTile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which layouts of shared buffers the engine can write. */
final class TmaLayouts {
  private TmaLayouts() {}

  /**
   * Why a buffer can't have slots that the engine fills, or null where it can: in the layout that
   * it has been given, or else the one that it will get.
   */
  static @Nullable String problem(AllocOp alloc, long depth) {
    if (!(alloc.buffer().type() instanceof MemRefType type) || type.rank() < 1) {
      return "its buffer has no dimension";
    }
    int bits = bits(type);
    LayoutAttr given = alloc.layout().orElse(null);
    if (given != null && !fits(given, bits)) {
      return "the layout of its buffer is neither by rows nor a swizzle that tensor maps have";
    }
    MemRefType slots = depth > 1 ? type.withLeadingDimension(depth) : type;
    Shape shape = Shape.of(slots.shape());
    BufferRegion slot = slot(alloc, slots);
    Layout layout = TensorTile.preferred(shape, slot.sizes(), bits);
    if (given != null && given.placement() instanceof Layout own) {
      layout =
          own.inputShape().rank() == shape.rank() || depth == 1
              ? own
              : own.expand(shape.slice(0, shape.rank() - own.inputShape().rank()));
    }
    return TensorTile.boxes(slot, layout, bits, false, 1)
            instanceof Attempt.Refusal<?>(String reason)
        ? "of its buffer: " + reason
        : null;
  }

  /** One slot of a buffer that has some. */
  private static BufferRegion slot(AllocOp alloc, MemRefType slots) {
    BufferRegion all = RegionOperand.all(alloc.buffer());
    List<Offset> offsets = new ArrayList<>(all.offsets());
    List<Long> sizes = new ArrayList<>(all.sizes());
    while (sizes.size() < slots.rank()) {
      offsets.addFirst(Offset.of(0));
      sizes.addFirst(1L);
    }
    return new BufferRegion(alloc.buffer(), offsets, sizes);
  }

  private static int bits(MemRefType type) {
    return switch (type.elementType()) {
      case FloatType real -> real.width();
      case IntegerType integer -> integer.width();
      default -> 0;
    };
  }

  private static boolean fits(LayoutAttr attr, int bits) {
    return switch (attr.placement()) {
      case Fragment _ -> false;
      case Layout layout ->
          bits > 0 && (isPlain(layout) || SwizzleMode.detect(layout, bits) != SwizzleMode.NONE);
    };
  }

  private static boolean isPlain(Layout layout) {
    return layout.isSameAs(Layout.rowMajor(layout.inputShape()));
  }
}
