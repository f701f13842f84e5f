// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.ptx.LdOp;
import dev.azulejo.dialect.ptx.RedOp;
import dev.azulejo.dialect.ptx.StOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.Collections;
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
  private final Type type;
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
    this.type = type;
    this.clips = clips;
    this.bits = Lanes.bits(type);
  }

  /** Says how many bytes accesses have moved at once, and how many accesses a thread has made. */
  String chosen(String accesses) {
    String bytes = narrowest == widest ? String.valueOf(narrowest) : narrowest + " to " + widest;
    return accesses + " of " + bytes + " bytes, " + count + " a thread";
  }

  /** Why accesses have not moved 16 bytes each; empty where they have. */
  String reason() {
    if (narrowest >= WIDEST / Byte.SIZE) {
      return "";
    }
    long vector = 2L * narrowest * Byte.SIZE / bits;
    return region instanceof GlobalRegion global && !global.isMadeOf(vector)
        ? global.obstacle(vector)
        : "threads have no more elements that lie together and aligned in "
            + region.space()
            + " memory";
  }

  private void moved(int bytes) {
    count++;
    narrowest = Math.min(narrowest, bytes);
    widest = Math.max(widest, bytes);
  }

  /** Do so many elements along the last dimension of the region, or 16 bytes, lie together? */
  boolean isMadeOf(int vector, Shape sizes) {
    int width = Math.min(vector, WIDEST / bits);
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
      parts.add(load(at, region.address(point), width, guard(at, point, guard)));
      i += width;
    }
    return Lanes.concat(parts, at, math);
  }

  private Lanes load(Inserter at, Address from, int width, @Nullable Value guard) {
    int moved = width * bits;
    moved(moved / Byte.SIZE);
    boolean isNarrow = bits < Lanes.WORD && (moved >= Lanes.WORD || bits < Short.SIZE);
    Type register = isNarrow ? IntegerType.I32 : type;
    int registers = isNarrow ? Math.max(1, moved / Lanes.WORD) : width;
    LdOp op = load(at, from, Collections.nCopies(registers, register), guard);
    if (isNarrow && moved < Lanes.WORD) {
      op.setAttribute("as", StringAttr.of("u" + moved));
    }
    return isNarrow ? Lanes.ofWords(type, width, op.values()) : Lanes.of(type, op.values());
  }

  private LdOp load(Inserter at, Address from, List<Type> types, @Nullable Value guard) {
    if (guard == null) {
      return LdOp.create(at, region.space(), from.base(), from.bytes(), types);
    }
    List<Value> zeros = Collections.nCopies(types.size(), math.zero(types.getFirst()));
    return LdOp.createGuarded(at, region.space(), from.base(), from.bytes(), guard, zeros);
  }

  // --- Stores -----------------------------------------------------------------------------------

  @Override
  public void store(Inserter at, Points where, Lanes values, @Nullable Value guard) {
    List<List<IndexExpr>> points = where.each();
    for (int i = 0; i < points.size(); ) {
      int width = width(points, i);
      List<IndexExpr> point = points.get(i);
      Lanes part = values.part(i, width, at, math);
      store(at, region.address(point), part, guard(at, point, guard));
      i += width;
    }
  }

  private void store(Inserter at, Address to, Lanes part, @Nullable Value guard) {
    int moved = part.count() * bits;
    moved(moved / Byte.SIZE);
    boolean isNarrow = bits < Lanes.WORD && (moved >= Lanes.WORD || bits < Short.SIZE);
    List<Value> registers = isNarrow ? part.words(at, math) : part.elements(at, math);
    StOp op =
        guard == null
            ? StOp.create(at, region.space(), to.base(), to.bytes(), registers)
            : StOp.createGuarded(at, region.space(), to.base(), to.bytes(), registers, guard);
    if (isNarrow && moved < Lanes.WORD) {
      op.setAttribute("as", StringAttr.of("u" + moved));
    }
  }

  // --- Additions --------------------------------------------------------------------------------

  /**
   * Adds an element for each point to what is there, each in one piece; pairs of halves at once.
   */
  void add(Inserter at, Points where, Lanes values, @Nullable Value guard) {
    List<List<IndexExpr>> points = where.each();
    boolean hasPairs = type.equals(FloatType.F16) || type.equals(FloatType.BF16);
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
        op.setAttribute("packed", StringAttr.of(type.equals(FloatType.F16) ? "f16x2" : "bf16x2"));
      }
      moved(width * bits / Byte.SIZE);
      i += width;
    }
  }
}
