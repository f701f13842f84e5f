// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.ptx.LdmatrixOp;
import dev.azulejo.dialect.ptx.StmatrixOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies of 16-bit elements between shared memory and a fragment that lies as {@code ldmatrix}
 * loads it and {@code stmatrix} stores it: in matrices of 8 rows of 16 bytes, of which each lane of
 * a warp has two elements side by side, or of transposed matrices two one above the other. What is
 * stored may be pairs of f32 that are rounded on the way.
 */
final class MatrixCopy {
  private static final int TURING = 75;
  private static final int HOPPER = 90;
  private static final int BITS = 16;
  private static final int ROWS = 8;
  private static final int PAIR = 2;
  private static final int PAIRS = 4;
  private static final int MOST = 4;

  private final Kernel kernel;
  private final CopyOp copy;
  private final RegisterTile tile;
  private final SharedRegion shared;
  private final List<IndexExpr> elements;
  private final long[] starts;
  private final List<Integer> places;
  private final List<List<ThreadFunction>> points;
  private final int rank;

  private MatrixCopy(
      Kernel kernel,
      CopyOp copy,
      RegisterTile tile,
      SharedRegion shared,
      HeldElements held,
      long[] starts,
      List<Integer> places) {
    this.kernel = kernel;
    this.copy = copy;
    this.tile = tile;
    this.shared = shared;
    this.elements = held.index();
    this.rank = elements.size();
    this.starts = starts;
    this.places = places;
    this.points = new ArrayList<>();
    for (int place : places) {
      points.add(held.points().get(place));
    }
  }

  /** Lowers a copy if it is one of these; returns whether it was. */
  static boolean lower(Kernel kernel, CopyOp copy) throws LoweringFailure {
    MatrixCopy matrices = of(kernel, copy);
    if (matrices == null) {
      return false;
    }
    boolean transposes = matrices.lies(true);
    if (!transposes && !matrices.lies(false)) {
      return false;
    }
    matrices.lower(transposes);
    return true;
  }

  private static @Nullable MatrixCopy of(Kernel kernel, CopyOp copy) throws LoweringFailure {
    boolean stores = Space.of(copy.target()) == Space.SHARED;
    BufferRegion inRegisters = stores ? copy.sourceRegion() : copy.targetRegion();
    BufferRegion inMemory = stores ? copy.targetRegion() : copy.sourceRegion();
    Target target = Target.of(copy);
    RegisterTile tile = kernel.registersOf(inRegisters.buffer());
    boolean isThere =
        target != null
            && target.vendor() == Target.Vendor.NVIDIA
            && target.generation() >= (stores ? HOPPER : TURING)
            && kernel.threads() % MmaInstruction.LANES == 0;
    if (!isThere
        || tile == null
        || Space.of(inMemory.buffer()) != Space.SHARED
        || !areRight(Kernel.type(copy.source()), Kernel.type(copy.target()), stores)) {
      return null;
    }
    Shape sizes = AsyncCopyLowering.sizes(inRegisters);
    boolean isShaped =
        sizes.rank() > 1
            && tile.fragment().inputShape().rank() == sizes.rank()
            && sizes.size(sizes.rank() - 1) % ROWS == 0;
    HeldElements held = isShaped ? kernel.held(tile.fragment()) : null;
    long[] starts = starts(inRegisters, sizes.rank());
    if (held == null || starts == null) {
      return null;
    }
    List<Integer> places = places(held, starts, sizes);
    SharedRegion shared = SharedRegion.of(kernel, copy, inMemory);
    return places != null && places.size() % PAIR == 0 && shared.isMadeOf(ROWS, sizes)
        ? new MatrixCopy(kernel, copy, tile, shared, held, starts, places)
        : null;
  }

  /** Where a region begins in the last dimensions, if that is known. */
  private static long @Nullable [] starts(BufferRegion region, int rank) {
    var starts = new long[rank];
    int lead = region.offsets().size() - rank;
    for (int i = 0; i < rank; i++) {
      Long start = IndexFacts.of(region.offsets().get(lead + i)).single();
      if (start == null) {
        return null;
      }
      starts[i] = start;
    }
    return starts;
  }

  /** The places at which all threads have an element of a region; null where only some have. */
  private static @Nullable List<Integer> places(HeldElements held, long[] starts, Shape sizes) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < held.points().size(); place++) {
      boolean isInside = true;
      boolean isOutside = false;
      for (int i = 0; i < starts.length; i++) {
        ThreadFunction coordinate = held.points().get(place).get(i);
        long end = starts[i] + sizes.size(i);
        isInside &= coordinate.min() >= starts[i] && coordinate.max() < end;
        isOutside |= coordinate.max() < starts[i] || coordinate.min() >= end;
      }
      if (isInside) {
        places.add(place);
      } else if (!isOutside) {
        return null;
      }
    }
    return places;
  }

  /** Are elements of 16 bits moved as they are, or stored as what f32 is rounded to? */
  private static boolean areRight(MemRefType from, MemRefType to, boolean stores) {
    Type type = to.elementType();
    boolean isRounded =
        stores
            && from.elementType().equals(FloatType.F32)
            && (type.equals(FloatType.F16) || type.equals(FloatType.BF16));
    return isRounded || (from.elementType().equals(type) && Lanes.bits(type) == BITS);
  }

  /** The element that a thread, itself an expression, has at a place of its own. */
  private List<ThreadFunction> point(IndexExpr place, IndexExpr thread) {
    List<ThreadFunction> point = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      IndexExpr inRegion = elements.get(i).minus(IndexExpr.constant(starts[i]));
      point.add(ThreadFunction.of(inRegion, List.of(place, thread), kernel.threads()));
    }
    return point;
  }

  /** Does the fragment lie as matrices, or as transposed ones, do? */
  private boolean lies(boolean transposed) {
    int step = transposed ? rank - 2 : rank - 1;
    for (int i = 0; i < points.size(); i += PAIR) {
      if (places.get(i) % PAIR != 0 || places.get(i + 1) != places.get(i) + 1) {
        return false;
      }
      for (int dimension = 0; dimension < rank; dimension++) {
        Long between = points.get(i + 1).get(dimension).above(points.get(i).get(dimension));
        if (between == null
            || between != (dimension == step ? 1 : 0)
            || !lies(points.get(i).get(dimension), dimension, transposed)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Is a coordinate that of the first lane of the warp, and what the lane adds to it? */
  private boolean lies(ThreadFunction coordinate, int dimension, boolean transposed) {
    for (int thread = 0; thread < kernel.threads(); thread++) {
      int lane = thread % MmaInstruction.LANES;
      int row = transposed ? lane % PAIRS * PAIR : lane / PAIRS;
      int column = transposed ? lane / PAIRS : lane % PAIRS * PAIR;
      long first = coordinate.at(thread - lane);
      long inRow = first - starts[rank - 1];
      long more = dimension == rank - 1 ? column : dimension == rank - 2 ? row : 0;
      if (coordinate.at(thread) != first + more || (dimension == rank - 1 && inRow % ROWS != 0)) {
        return false;
      }
    }
    return true;
  }

  // --- Code -------------------------------------------------------------------------------------

  private void lower(boolean transposes) throws LoweringFailure {
    boolean stores = Space.of(copy.target()) == Space.SHARED;
    int pairs = places.size() / PAIR;
    int count = together();
    for (int first = 0; first < pairs; first += count) {
      List<IndexExpr> row = new ArrayList<>();
      for (ThreadFunction coordinate : row(first, count, transposes)) {
        row.add(coordinate.expr());
      }
      Address address = shared.address(row);
      Operation moved = stores ? store(first, count, address) : load(first, count, address);
      if (transposes) {
        moved.setAttribute("trans", UnitAttr.INSTANCE);
      }
    }
    kernel.decide(
        copy,
        "copy",
        stores ? "from registers to shared memory" : "from shared memory to registers",
        (stores ? "stmatrix" : "ldmatrix")
            + " of "
            + count
            + " matrices, "
            + pairs / count
            + " a thread",
        "");
  }

  /** How many matrices are moved at once: their registers have to follow each other. */
  private int together() {
    int count = Math.min(MOST, Integer.lowestOneBit(places.size() / PAIR));
    while (count > 1 && !isMadeOf(count * PAIR)) {
      count /= 2;
    }
    return count;
  }

  private boolean isMadeOf(int run) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i) != places.get(i - i % run) + i % run) {
        return false;
      }
    }
    return true;
  }

  private Operation load(int first, int count, Address from) {
    Inserter at = Inserter.before(copy);
    if (tile.isPacked()) {
      int register = places.get(first * PAIR) / PAIR;
      return LdmatrixOp.create(at, count, tile.registers(), register, from.base(), from.bytes());
    }
    Value registers = kernel.scratch("matrices", count, IntegerType.I32);
    Operation load = LdmatrixOp.create(at, count, registers, 0, from.base(), from.bytes());
    unpack(at, registers, first, count);
    return load;
  }

  private Operation store(int first, int count, Address to) throws LoweringFailure {
    Inserter at = Inserter.before(copy);
    if (tile.isPacked()) {
      int register = places.get(first * PAIR) / PAIR;
      return StmatrixOp.create(at, count, tile.registers(), register, to.base(), to.bytes());
    }
    ThreadMath math = kernel.math();
    Value registers = kernel.scratch("matrices", count, IntegerType.I32);
    Type type = Kernel.type(copy.target()).elementType();
    for (int i = 0; i < count; i++) {
      List<Value> pair = new ArrayList<>();
      for (int part = 0; part < PAIR; part++) {
        pair.add(tile.load(at, math, places.get((first + i) * PAIR + part)));
      }
      Lanes lanes = Conversions.convert(kernel, copy, at, Lanes.of(tile.element(), pair), type);
      Value word = lanes.words(at, math).getFirst();
      StoreOp.create(at, word, registers, List.of(math.constant(i)));
    }
    return StmatrixOp.create(at, count, registers, 0, to.base(), to.bytes());
  }

  /** Where the row begins that a lane names: lanes 8 and on name those of the next matrix. */
  private List<ThreadFunction> row(int first, int count, boolean transposes) {
    IndexExpr lane = ThreadFunction.THREAD.mod(MmaInstruction.LANES);
    IndexExpr warp = ThreadFunction.THREAD.floorDiv(MmaInstruction.LANES);
    IndexExpr matrix = lane.floorDiv(ROWS).mod(count);
    IndexExpr row = lane.mod(ROWS);
    IndexExpr place = matrix.times(PAIR).plus((long) places.get(first * PAIR));
    if (transposes) {
      place = place.plus(row.mod(PAIR));
    }
    IndexExpr has = transposes ? row.floorDiv(PAIR) : row.times(PAIRS);
    return point(place, warp.times(MmaInstruction.LANES).plus(has));
  }

  private void unpack(Inserter at, Value registers, int first, int count) {
    ThreadMath math = kernel.math();
    RegisterTile words = new RegisterTile(registers, tile.fragment(), tile.element(), PAIR);
    for (int i = 0; i < count * PAIR; i++) {
      tile.store(at, math, places.get(first * PAIR + i), words.load(at, math, i));
    }
  }
}
