// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.ptx.RedOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elements in memory: loaded and stored in vectors of at most 16 bytes, as wide as points lie side
 * by side. Where it is clipped, what is outside of the buffer is read as zero, and is not written.
 */
final class MemoryCells implements Cells {
  private static final int WIDEST = 128;

  private final ThreadMath math;
  private final MemoryRegion region;
  private final ElementAccess access;
  private final boolean clips;
  private final int bits;
  private int narrowest = Integer.MAX_VALUE;
  private int widest;
  private int count;

  /**
   * Elements of a type in a region.
   *
   * @param clips whether the region may reach out of the buffer
   */
  MemoryCells(Kernel kernel, MemoryRegion region, Type type, boolean clips) {
    this.math = kernel.math();
    this.region = region;
    this.access = new ElementAccess(math, region.space(), type);
    this.clips = clips;
    this.bits = Lanes.bits(type);
  }

  /** Says how many bytes accesses have moved at once, and how many accesses a thread has made. */
  String chosen(String accesses) {
    String bytes = narrowest == widest ? String.valueOf(narrowest) : narrowest + " to " + widest;
    return accesses + " of " + bytes + " bytes, " + count + " a thread";
  }

  /** The memory, in words. */
  String name() {
    return region.space() + " memory";
  }

  /** Why accesses have not moved 16 bytes each; empty where they have. */
  String reason() {
    if (narrowest >= WIDEST / Byte.SIZE) {
      return "";
    }
    long vector = 2L * narrowest * Byte.SIZE / bits;
    return region instanceof GlobalRegion global && !global.isMadeOf(vector)
        ? global.obstacle(vector)
        : "threads have no more elements that lie together and aligned in " + name();
  }

  private void moved(int bytes) {
    count++;
    narrowest = Math.min(narrowest, bytes);
    widest = Math.max(widest, bytes);
  }

  /** Do so many elements along the last dimension of the region, or 16 bytes, lie together? */
  boolean isMadeOf(int vector, Shape sizes) {
    int width = Math.min(vector, WIDEST / bits);
    if (sizes.size(sizes.rank() - 1) % vector != 0) {
      return false;
    }
    return switch (region) {
      case GlobalRegion global -> global.isMadeOf(width);
      case SharedRegion shared -> shared.isMadeOf(width, sizes);
    };
  }

  /** How many of the points from one on are accessed at once. */
  private int width(List<List<IndexExpr>> points, int from) {
    int left = points.size() - from;
    int width = Integer.highestOneBit(Math.min(left, Math.max(1, WIDEST / bits)));
    while (width > 1 && !region.isRun(points.subList(from, from + width))) {
      width /= 2;
    }
    return width;
  }

  private @Nullable Value guard(Inserter at, List<IndexExpr> point, @Nullable Value given) {
    Value inside = clips ? region.isInside(point) : null;
    if (inside == null || given == null) {
      return inside == null ? given : inside;
    }
    return AndIOp.create(at, given, inside).result();
  }

  // --- Loads ------------------------------------------------------------------------------------

  @Override
  public Lanes load(Inserter at, Points where, @Nullable Value guard) {
    List<List<IndexExpr>> points = where.each();
    List<Lanes> parts = new ArrayList<>();
    for (int i = 0; i < points.size(); ) {
      int width = width(points, i);
      List<IndexExpr> point = points.get(i);
      Address from = region.address(point);
      parts.add(access.load(at, from, width, guard(at, point, guard)));
      moved(width * bits / Byte.SIZE);
      i += width;
    }
    return Lanes.concat(parts, at, math);
  }

  // --- Stores -----------------------------------------------------------------------------------

  @Override
  public void store(Inserter at, Points where, Lanes values, @Nullable Value guard) {
    List<List<IndexExpr>> points = where.each();
    for (int i = 0; i < points.size(); ) {
      int width = width(points, i);
      List<IndexExpr> point = points.get(i);
      Lanes part = values.part(i, width, at, math);
      Address to = region.address(point);
      access.store(at, to, part, guard(at, point, guard));
      moved(width * bits / Byte.SIZE);
      i += width;
    }
  }

  // --- Additions --------------------------------------------------------------------------------

  /**
   * Adds an element for each point to what is there, each in one piece; pairs of halves at once.
   */
  void add(Inserter at, Points where, Lanes values, @Nullable Value guard) {
    List<List<IndexExpr>> points = where.each();
    boolean hasPairs = access.type().equals(FloatType.F16) || access.type().equals(FloatType.BF16);
    for (int i = 0; i < points.size(); ) {
      int width = hasPairs ? Math.min(2, width(points, i)) : 1;
      List<IndexExpr> point = points.get(i);
      Lanes part = values.part(i, width, at, math);
      Value value = (width > 1 ? part.words(at, math) : part.elements(at, math)).getFirst();
      Address to = region.address(point);
      RedOp op =
          RedOp.create(
              at, "add", region.space(), to.base(), to.bytes(), value, guard(at, point, guard));
      if (width > 1) {
        op.setAttribute(
            "packed", StringAttr.of(access.type().equals(FloatType.F16) ? "f16x2" : "bf16x2"));
      }
      moved(width * bits / Byte.SIZE);
      i += width;
    }
  }
}
