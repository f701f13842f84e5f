// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.RegionOperand;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Does every iteration write all of a buffer that it reads, before it reads it? Only then may
 * iterations use different versions: what is left from the iteration before would be missing.
 */
public final class Coverage {
  /** A region that is certainly written where all of some conditions hold. */
  private record Write(BufferRegion region, List<Value> conditions) {}

  private final Value buffer;
  private final long[] shape;
  private final List<Write> written = new ArrayList<>();

  private Coverage(Value buffer) {
    this.buffer = buffer;
    this.shape = buffer.type() instanceof MemRefType type ? type.shape() : new long[0];
  }

  static boolean isWrittenBeforeRead(LoopBody body, Value buffer) {
    Coverage coverage = new Coverage(buffer);
    for (Statement statement : body.statements()) {
      if (!coverage.follow(statement.op(), List.of())) {
        return false;
      }
    }
    return true;
  }

  /** Do operations that are executed one after the other write all of a buffer, whatever holds? */
  public static boolean isWritten(Iterable<Operation> operations, Value buffer) {
    Coverage coverage = new Coverage(buffer);
    for (Operation op : operations) {
      if (!coverage.follow(op, List.of())) {
        return false;
      }
    }
    return coverage.covers(RegionOperand.all(buffer), List.of());
  }

  /** Notes what an operation writes under conditions; false if it reads what may be missing. */
  private boolean follow(Operation op, List<Value> conditions) {
    if (op instanceof IfOp branch) {
      List<Value> inside = new ArrayList<>(conditions);
      inside.add(branch.condition());
      return followAll(branch.thenBlock(), inside)
          && (branch.elseBlock() == null || coversReads(branch.elseBlock(), conditions));
    }
    if (!coversReads(List.of(op), conditions)) {
      return false;
    }
    if (op instanceof ParallelOp parallel) {
      addStores(parallel, conditions);
    } else if (op.regionCount() == 0) {
      for (Access write : Accesses.of(op).writes()) {
        addWrite(write.region(), conditions);
      }
    }
    return true;
  }

  private boolean followAll(Block block, List<Value> conditions) {
    for (Operation op : block) {
      if (!follow(op, conditions)) {
        return false;
      }
    }
    return true;
  }

  private boolean coversReads(Iterable<Operation> operations, List<Value> conditions) {
    for (Operation op : operations) {
      for (Access read : Accesses.of(op).reads()) {
        BufferRegion region = read.region();
        if (region != null && region.root() == buffer && !covers(region, conditions)) {
          return false;
        }
      }
    }
    return true;
  }

  private void addWrite(@Nullable BufferRegion region, List<Value> conditions) {
    if (region != null && region.buffer() == buffer) {
      written.add(new Write(region, conditions));
    }
  }

  /** Stores at the point of a parallel loop together write as much as the loop has points. */
  private void addStores(ParallelOp parallel, List<Value> conditions) {
    Block block = parallel.body().entry();
    List<Offset> extents = parallel.sizes();
    for (Operation op : block) {
      if (op.regionCount() > 0) {
        continue;
      }
      for (Access write : Accesses.of(op).writes()) {
        BufferRegion region = write.region();
        if (region != null && region.buffer() == buffer) {
          addWrite(union(region, block, extents), conditions);
        }
      }
    }
  }

  private static @Nullable BufferRegion union(
      BufferRegion element, Block points, List<Offset> extents) {
    List<Offset> offsets = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    Set<Value> used = new HashSet<>();
    for (int i = 0; i < element.offsets().size(); i++) {
      if (!(element.offsets().get(i) instanceof Offset.Dynamic index)
          || !(index.value() instanceof BlockArgument point)
          || point.owner() != points
          || element.sizes().get(i) != 1
          || !used.add(point)) {
        return null;
      }
      Long extent = extents.get(point.index()).constant();
      if (extent == null) {
        return null;
      }
      offsets.add(Offset.of(0));
      sizes.add(extent);
    }
    return new BufferRegion(element.buffer(), offsets, sizes);
  }

  private boolean covers(BufferRegion read, List<Value> conditions) {
    List<Boxes.Box> missing = new ArrayList<>();
    missing.add(hull(read));
    for (Write write : written) {
      if (!conditions.containsAll(write.conditions())) {
        continue;
      }
      if (isInside(read, write.region())) {
        return true;
      }
      Boxes.Box box = exactly(write.region());
      if (box != null) {
        missing = Boxes.subtract(missing, box);
      }
    }
    return missing.isEmpty();
  }

  /** Is one region inside of another, where computed offsets must be the same values? */
  private static boolean isInside(BufferRegion inner, BufferRegion outer) {
    if (outer.isWhole()) {
      return true;
    }
    if (inner.offsets().size() != outer.offsets().size()) {
      return false;
    }
    for (int i = 0; i < inner.offsets().size(); i++) {
      Long innerStart = inner.offsets().get(i).constant();
      Long outerStart = outer.offsets().get(i).constant();
      long innerSize = inner.sizes().get(i);
      long outerSize = outer.sizes().get(i);
      boolean isInside;
      if (innerStart == null || outerStart == null) {
        isInside = inner.offsets().get(i).equals(outer.offsets().get(i)) && innerSize <= outerSize;
      } else {
        isInside = outerStart <= innerStart && innerStart + innerSize <= outerStart + outerSize;
      }
      if (!isInside) {
        return false;
      }
    }
    return true;
  }

  /** The smallest box known to hold a region: all of a dimension where its offset is computed. */
  private Boxes.Box hull(BufferRegion region) {
    long[] start = new long[shape.length];
    long[] end = shape.clone();
    if (region.offsets().size() == shape.length) {
      for (int i = 0; i < shape.length; i++) {
        Long offset = region.offsets().get(i).constant();
        long size = region.sizes().get(i);
        if (offset != null && size != BufferRegion.UNKNOWN) {
          start[i] = offset;
          end[i] = offset + size;
        }
      }
    }
    return new Boxes.Box(start, end);
  }

  /** The box that a region is, or null where it is computed. */
  private Boxes.@Nullable Box exactly(BufferRegion region) {
    if (!region.isWhole()) {
      for (Offset offset : region.offsets()) {
        if (offset.constant() == null) {
          return null;
        }
      }
      if (region.sizes().contains(BufferRegion.UNKNOWN)) {
        return null;
      }
    }
    return hull(region);
  }
}
