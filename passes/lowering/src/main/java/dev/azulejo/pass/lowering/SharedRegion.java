// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A region of a buffer in shared memory. Where it begins is a number, but for dimensions that move
 * the whole tile, such as the version of a buffer, where it may be a value.
 */
final class SharedRegion implements MemoryRegion {
  private final Kernel kernel;
  private final SharedTile tile;
  private final long[] start;
  private final Map<Integer, Value> moving;
  private final long[] strides;
  private final Inserter at;
  private final Map<Value, Value> moved = new LinkedHashMap<>();
  private @Nullable Value movedBytes;

  private SharedRegion(
      Kernel kernel,
      SharedTile tile,
      long[] start,
      Map<Integer, Value> moving,
      long[] strides,
      Inserter at) {
    this.kernel = kernel;
    this.tile = tile;
    this.start = start;
    this.moving = moving;
    this.strides = strides;
    this.at = at;
  }

  static SharedRegion of(Kernel kernel, Operation op, BufferRegion region) throws LoweringFailure {
    SharedTile tile = kernel.shared(op, region.buffer());
    var start = new long[region.offsets().size()];
    var strides = new long[start.length];
    Map<Integer, Value> moving = new LinkedHashMap<>();
    for (int i = 0; i < start.length; i++) {
      Offset offset = region.offsets().get(i);
      Long known = IndexFacts.of(offset).single();
      if (known != null) {
        start[i] = known;
      } else if (offset instanceof Offset.Dynamic(Value value)) {
        Long stride = tile.stride(i);
        if (stride == null) {
          throw LoweringFailure.of(
              op,
              "the offset in dimension %d of its region is no constant, and the layout of the"
                  + " buffer is not the same wherever the region begins",
              i);
        }
        strides[i] = stride;
        moving.put(i, value);
      }
    }
    return new SharedRegion(kernel, tile, start, moving, strides, Inserter.before(op));
  }

  SharedTile tile() {
    return tile;
  }

  /** The index in the buffer of a point of the region; fewer coordinates are of its last ones. */
  private List<IndexExpr> index(List<IndexExpr> point) {
    List<IndexExpr> index = new ArrayList<>();
    int lead = start.length - point.size();
    for (int i = 0; i < start.length; i++) {
      IndexExpr first = IndexExpr.constant(start[i]);
      index.add(i < lead ? first : point.get(i - lead).plus(first));
    }
    return index;
  }

  /** The number of the element that a thread means, without what moves the tile. */
  ThreadFunction element(List<IndexExpr> point) {
    return tile.element(index(point), kernel.threads());
  }

  /** Do so many elements along the last dimension always lie together, and aligned to that? */
  boolean isMadeOf(long vector, Shape sizes) {
    for (long stride : strides) {
      if (stride % vector != 0) {
        return false;
      }
    }
    int lead = start.length - sizes.rank();
    for (long number = 0; number < sizes.count(); number++) {
      long[] index = start.clone();
      long[] point = sizes.point(number).toArray();
      for (int i = 0; i < point.length; i++) {
        index[lead + i] += point[i];
      }
      long inVector = point[point.length - 1] % vector;
      if (tile.element(index) % vector != inVector) {
        return false;
      }
      if (inVector > 0) {
        long[] first = index.clone();
        first[first.length - 1] -= inVector;
        if (tile.element(index) != tile.element(first) + inVector) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public String space() {
    return "shared";
  }

  @Override
  public boolean isRun(List<List<IndexExpr>> points) {
    int count = points.size();
    for (long stride : strides) {
      if (stride % count != 0) {
        return false;
      }
    }
    ThreadFunction first = element(points.getFirst());
    if (!first.isMultipleOf(count)) {
      return false;
    }
    for (int i = 1; i < count; i++) {
      if (!Long.valueOf(i).equals(element(points.get(i)).above(first))) {
        return false;
      }
    }
    return true;
  }

  /** All points of a region in shared memory are in its buffer. */
  @Override
  public @Nullable Value isInside(List<IndexExpr> point) {
    return null;
  }

  @Override
  public Address address(List<IndexExpr> point) {
    Address fixed = kernel.addresses().shared(tile, element(point));
    if (moving.isEmpty()) {
      return fixed;
    }
    Value base =
        moved.computeIfAbsent(
            fixed.base(), value -> AddIOp.create(at, value, movedBytes()).result());
    return new Address(base, fixed.bytes());
  }

  /** How many bytes the tile is moved. */
  private Value movedBytes() {
    if (movedBytes == null) {
      Value elements = movedBy(tile.bits() / Byte.SIZE);
      movedBytes = IndexCastOp.create(at, elements, IntegerType.I32).out();
    }
    return movedBytes;
  }

  private Value movedBy(long size) {
    Value sum = null;
    for (Map.Entry<Integer, Value> dimension : moving.entrySet()) {
      Value stride = kernel.math().constant(strides[dimension.getKey()] * size);
      Value product = MulIOp.create(at, dimension.getValue(), stride).result();
      sum = sum == null ? product : AddIOp.create(at, sum, product).result();
    }
    return sum == null ? kernel.math().constant(0) : sum;
  }

  /** The number of the element that a thread means, as an index. */
  Value index(ThreadFunction element) {
    Value fixed = kernel.math().value(element.expr());
    return moving.isEmpty() ? fixed : AddIOp.create(at, fixed, movedBy(1)).result();
  }
}
