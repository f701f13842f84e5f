// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.ShRSIOp;
import dev.azulejo.dialect.ptx.TensorMapFields;
import dev.azulejo.dialect.tile.Divisibility;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.layout.shared.TensorBoxes;
import dev.azulejo.ir.layout.shared.TensorBoxes.Along;
import dev.azulejo.ir.layout.shared.TensorBoxes.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A region of a tensor in global memory as the engine that copies boxes sees it: by a map of the
 * tensor, and where in it a box begins.
 */
final class TensorSide {
  private static final int MOST_DIMENSIONS = 5;
  private static final int UNIT = 16;

  private final Kernel kernel;
  private final Value buffer;
  private final List<Offset> offsets;
  private final TensorBoxes boxes;
  private final List<MapAxis> axes;

  /** A dimension of the map; {@code along} is null where boxes have one of it. */
  private record MapAxis(@Nullable Along along, int dimension, long step, long count, long box) {}

  private TensorSide(
      Kernel kernel, Value buffer, List<Offset> offsets, TensorBoxes boxes, List<MapAxis> axes) {
    this.kernel = kernel;
    this.buffer = buffer;
    this.offsets = offsets;
    this.boxes = boxes;
    this.axes = axes;
  }

  /** A region, whose rows and columns are its last two dimensions. */
  static TensorSide of(Kernel kernel, Operation op, BufferRegion region, TensorBoxes boxes)
      throws LoweringFailure {
    Value buffer = region.buffer();
    int rank = region.offsets().size();
    List<MapAxis> axes = new ArrayList<>();
    boolean hasRows = false;
    for (Axis axis : boxes.axes()) {
      boolean isRow = axis.along() == Along.ROWS;
      hasRows |= isRow;
      int dimension = isRow ? rank - 2 : rank - 1;
      if (dimension >= 0) {
        axes.add(new MapAxis(axis.along(), dimension, axis.step(), axis.count(), axis.box()));
      }
    }
    for (int i = rank - (hasRows ? 3 : 2); i >= 0; i--) {
      axes.add(new MapAxis(null, i, 1, TensorMapFields.ALL, 1));
    }
    String problem = problem(kernel, buffer, axes.size());
    if (problem != null) {
      throw LoweringFailure.of(op, "the tensor can't be copied in boxes: %s", problem);
    }
    return new TensorSide(kernel, buffer, region.offsets(), boxes, axes);
  }

  /** Why there is no map of a tensor, or null. */
  private static @Nullable String problem(Kernel kernel, Value buffer, int dimensions) {
    MemRefType type = Kernel.type(buffer);
    if (dimensions > MOST_DIMENSIONS) {
      return "its map would have more than " + MOST_DIMENSIONS + " dimensions";
    }
    Operation made = buffer.definingOp();
    if (made != null && made.isInside(kernel.launch())) {
      return "it is made within the launch, and maps are made by who launches";
    }
    if (type.layout() != null) {
      return "its rows don't lie behind each other";
    }
    long bytes = Kernel.bits(type) / Byte.SIZE;
    int last = type.rank() - 1;
    long row = last < 1 ? UNIT : Divisibility.ofSize(buffer, last) * bytes;
    return type.rank() > 1 && type.shape()[last] != MemRefType.DYNAMIC && row % UNIT != 0
        ? String.format(
            Locale.ROOT, "its rows of %d bytes are no whole number of %d bytes", row, UNIT)
        : null;
  }

  /**
   * Are the tensor's columns, and where a region begins in them, surely multiples of a number, and
   * has a map of it one more dimension to spare?
   */
  static boolean isMadeOf(BufferRegion region, long columns) {
    int rank = region.offsets().size();
    return rank > 0
        && rank < MOST_DIMENSIONS
        && Divisibility.ofSize(region.buffer(), rank - 1) % columns == 0
        && IndexFacts.of(region.offsets().get(rank - 1)).isMultipleOf(columns);
  }

  /** The address of the map. */
  Value map() {
    List<Long> dims = new ArrayList<>();
    List<Long> steps = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    List<Long> box = new ArrayList<>();
    for (MapAxis axis : axes) {
      dims.add((long) axis.dimension);
      steps.add(axis.step);
      counts.add(axis.count);
      box.add(axis.box);
    }
    long swizzle = boxes.mode().tensorMapField() == 0 ? 0 : boxes.mode().span();
    return kernel.tensorMap(buffer, new TensorMapFields(dims, steps, counts, box, swizzle));
  }

  /**
   * Where a box begins, innermost first.
   *
   * @param box the box
   * @param share how many shares behind the first, or null
   */
  List<Value> coordinates(Inserter at, TensorBoxes.Box box, @Nullable Value share) {
    List<Value> coordinates = new ArrayList<>();
    for (MapAxis axis : axes) {
      boolean isRow = axis.along == Along.ROWS;
      long own = axis.along == null ? 0 : isRow ? box.row() : box.column();
      long perShare = axis.along == null ? 0 : isRow ? boxes.share().row() : boxes.share().column();
      if (axis.count != TensorMapFields.ALL) {
        // Boxes begin at whole steps of the next dimension along the same.
        coordinates.add(kernel.math().constant(IntegerAttr.i32(0)));
        continue;
      }
      Value start = start(at, offsets.get(axis.dimension), axis.step, own);
      if (share != null && perShare != 0) {
        Value step = kernel.math().constant(perShare / axis.step);
        Value more = MulIOp.create(at, share, step).result();
        start = AddIOp.create(at, start, more).result();
      }
      coordinates.add(narrow(at, start));
    }
    return coordinates;
  }

  /** The step of a dimension that is so many elements behind an offset. */
  private Value start(Inserter at, Offset offset, long step, long elements) {
    Long known = IndexFacts.of(offset).single();
    if (known != null) {
      return kernel.math().constant((known + elements) / step);
    }
    Value value = ((Offset.Dynamic) offset).value();
    Value first = step == 1 ? value : quotient(at, value, step);
    return elements == 0
        ? first
        : AddIOp.create(at, first, kernel.math().constant(elements / step)).result();
  }

  /** A value, which is a multiple of a power of two, divided by that. */
  private Value quotient(Inserter at, Value value, long step) {
    if (value.definingOp() instanceof MulIOp product) {
      Long factor = IndexFacts.of(product.rhs()).single();
      if (factor != null && factor % step == 0) {
        return factor == step
            ? product.lhs()
            : MulIOp.create(at, product.lhs(), kernel.math().constant(factor / step)).result();
      }
    }
    Value by = kernel.math().constant(Long.numberOfTrailingZeros(step));
    return ShRSIOp.create(at, value, by).result();
  }

  private Value narrow(Inserter at, Value index) {
    Long known = IndexFacts.of(index).single();
    return known != null
        ? kernel.math().constant(IntegerAttr.i32(Math.toIntExact(known)))
        : IndexCastOp.create(at, index, IntegerType.I32).out();
  }
}
