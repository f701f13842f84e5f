// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.LayoutAttr;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.ViewOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.StoredShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One allocation and all views of it: the buffers that share memory, and whose layouts follow from
 * each other.
 *
 * @param alloc who allocates it
 * @param members the allocated buffer first, then the views in program order
 */
record Storage(AllocOp alloc, List<Value> members) {

  /** The storages of everything that is allocated in an operation, in program order. */
  static Map<Value, Storage> in(Operation scope) {
    Map<Value, Storage> storages = new LinkedHashMap<>();
    scope.walk(op -> {
      if (op instanceof AllocOp alloc) {
        Storage storage = new Storage(alloc, new ArrayList<>(List.of(alloc.buffer())));
        storages.put(alloc.buffer(), storage);
      } else if (op instanceof ViewOp view) {
        Storage storage = storages.get(BufferRegion.rootOf(view.result()));
        if (storage != null) {
          storage.members.add(view.result());
          storages.put(view.result(), storage);
        }
      }
    });
    return storages;
  }

  Space space() {
    Space space = Space.of(alloc.buffer());
    if (space == null) {
      throw new CompilerBug("a buffer on chip has no space");
    }
    return space;
  }

  boolean isFragment() {
    return space() == Space.FRAGMENT;
  }

  /** What the program lays down for a member, expanded to its shape; null where it is silent. */
  static @Nullable Placement laidDown(Value member) {
    LayoutAttr attribute =
        switch (member.definingOp()) {
          case AllocOp alloc -> alloc.layout().orElse(null);
          case ViewOp view -> view.layout().orElse(null);
          case null, default -> null;
        };
    if (attribute == null) {
      return null;
    }
    Placement placement = attribute.placement();
    Shape shape = shape(member);
    return placement.expand(shape.slice(0, shape.rank() - placement.inputShape().rank()));
  }

  static MemRefType type(Value buffer) {
    if (buffer.type() instanceof MemRefType type) {
      return type;
    }
    throw new CompilerBug("a buffer is no memref");
  }

  /** The shape of a buffer on chip; one without dimensions counts as one of a single element. */
  static Shape shape(Value buffer) {
    long[] shape = type(buffer).shape();
    return shape.length == 0 ? Shape.of(1) : Shape.of(shape);
  }

  /** How many bits of memory an element takes. */
  static int bits(Value buffer) {
    int width =
        switch (type(buffer).elementType()) {
          case IntegerType integer -> integer.width();
          case FloatType real -> real.width();
          default -> Long.SIZE;
        };
    int power = Integer.highestOneBit(Math.max(1, width));
    int stored = power == width ? width : 2 * power;
    return width == 1 ? Byte.SIZE : stored;
  }

  static StoredShape stored(Value buffer) {
    return new StoredShape(shape(buffer), bits(buffer));
  }

  /**
   * Fails for a buffer that can't have a layout at all: without elements, or of many dimensions.
   */
  void refuseWithoutShape() throws LayoutConflict {
    for (Value member : members) {
      long[] shape = type(member).shape();
      boolean fits = shape.length <= Layout.LARGEST_RANK;
      for (long size : shape) {
        fits &= size > 0;
      }
      if (!fits) {
        throw new LayoutConflict(
            Objects.requireNonNull(member.definingOp())
                .error("can't have a layout: it has no elements or too many dimensions"));
      }
    }
  }
}
