// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.AtomicAddOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Copying;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Synchronous copies, and additions to what is there: each thread loads elements, converts them
 * where their types differ, and stores them, as many at once as lie together and are aligned. Who
 * has which elements is said by the fragment that takes part; else threads that follow each other
 * take vectors that follow each other. What is outside of a tensor is read as zero, and is not
 * written.
 */
final class CopyLowering {
  private static final int WIDEST = 128;

  private final Kernel kernel;
  private final Operation op;
  private final Copying copy;
  private final Type from;
  private final Type to;
  private final Inserter at;

  private CopyLowering(Kernel kernel, Operation op, Copying copy) {
    this.kernel = kernel;
    this.op = op;
    this.copy = copy;
    this.from = Kernel.type(copy.source()).elementType();
    this.to = Kernel.type(copy.target()).elementType();
    // What places have in common is put before the operation, and the rest behind it.
    this.at = Inserter.after(op);
  }

  static void lower(Kernel kernel, CopyOp copy) throws LoweringFailure {
    if (!MatrixCopy.lower(kernel, copy)) {
      new CopyLowering(kernel, copy, copy).lower();
    }
    copy.erase();
  }

  static void lower(Kernel kernel, AtomicAddOp add) throws LoweringFailure {
    new CopyLowering(kernel, add, add).lower();
    add.erase();
  }

  private void lower() throws LoweringFailure {
    Cells source = kernel.cells(op, copy.sourceRegion());
    Cells target = kernel.cells(op, copy.targetRegion());
    int widest = WIDEST / Math.min(Lanes.bits(from), Lanes.bits(to));
    Share share = share(source, target, widest);
    int vector = share.vector(widest);
    Value isFirst = target instanceof MemoryCells ? share.isFirst(at) : null;
    for (int i = 0; i < share.count(); i += vector) {
      Value has = share.guard(at, i, op);
      Points points = share.points(i, vector);
      if (has != null && source instanceof FragmentCells) {
        // Who has no element here has nothing in its register either.
        Inserter inside = Inserter.before(IfOp.create(at, has, _ -> {}).thenYield());
        move(inside, source, target, points, null, isFirst);
      } else {
        move(at, source, target, points, has, isFirst);
      }
    }
    decide(source, target);
  }

  private void move(
      Inserter place,
      Cells source,
      Cells target,
      Points points,
      @Nullable Value has,
      @Nullable Value isFirst)
      throws LoweringFailure {
    Lanes loaded = source.load(place, points, has);
    Lanes converted = Conversions.convert(kernel, op, place, loaded, to);
    Value guard = both(place, has, isFirst);
    if (target instanceof MemoryCells memory && op instanceof AtomicAddOp) {
      memory.add(place, points, converted, guard);
    } else {
      target.store(place, points, converted, guard);
    }
  }

  /** Says how many bytes are moved at once, and why no more. */
  private void decide(Cells source, Cells target) {
    List<String> chosen = new ArrayList<>();
    String reason = "";
    if (source instanceof MemoryCells memory) {
      chosen.add(memory.chosen("loads"));
      reason = memory.reason();
    }
    if (target instanceof MemoryCells memory) {
      chosen.add(memory.chosen(op instanceof AtomicAddOp ? "additions" : "stores"));
      reason = reason.isEmpty() ? memory.reason() : reason;
      if (op instanceof AtomicAddOp) {
        reason = "red adds one element at a time, or two of 16 bits";
      }
    }
    kernel.decide(
        op,
        op instanceof AtomicAddOp ? "addition" : "copy",
        "from " + name(copy.source()) + " to " + name(copy.target()),
        chosen.isEmpty() ? "moves of registers" : String.join(", ", chosen),
        reason);
  }

  private static String name(Value buffer) {
    Space space = Space.of(buffer);
    return space == null || space == Space.GLOBAL
        ? "global memory"
        : space == Space.SHARED ? "shared memory" : "registers";
  }

  private static @Nullable Value both(Inserter at, @Nullable Value one, @Nullable Value other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return AndIOp.create(at, one, other).result();
  }

  // --- Who copies what --------------------------------------------------------------------------

  private Share share(Cells source, Cells target, int widest) throws LoweringFailure {
    if (target instanceof FragmentCells fragment) {
      return fragment.share(AsyncCopyLowering.sizes(copy.targetRegion()));
    }
    if (source instanceof FragmentCells fragment) {
      return fragment.share(AsyncCopyLowering.sizes(copy.sourceRegion()));
    }
    return kernel.share(op, vectors(source, target, widest));
  }

  /** Vectors by turns, as wide as both sides have them together. */
  private Fragment vectors(Cells source, Cells target, int widest) {
    Shape sizes = AsyncCopyLowering.sizes(copy.targetRegion());
    long last = sizes.size(sizes.rank() - 1);
    int vector = widest;
    while (vector > 1
        && (last % vector != 0
            || !isMadeOf(source, vector, sizes)
            || !isMadeOf(target, vector, sizes))) {
      vector /= 2;
    }
    return Share.byTurns(sizes, vector, kernel.threads());
  }

  private static boolean isMadeOf(Cells cells, int vector, Shape sizes) {
    return switch (cells) {
      case MemoryCells memory -> memory.isMadeOf(vector, sizes);
      case FragmentCells _ -> true;
    };
  }
}
