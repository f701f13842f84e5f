// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.LayoutAttr;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Parallel loops: each thread does the points that the loop's layout gives it, several at once
 * where they follow each other. They are written out one behind the other, so that the elements of
 * fragments are registers; where there are no fragments and many points, or the extents are values,
 * threads go through the points in a loop by turns.
 */
final class ParallelLowering {
  private static final int FEW = 16;

  private final Kernel kernel;
  private final ParallelOp op;
  private final Fragment layout;

  private ParallelLowering(Kernel kernel, ParallelOp op, Fragment layout) {
    this.kernel = kernel;
    this.op = op;
    this.layout = layout;
  }

  static void lower(Kernel kernel, ParallelOp op) throws LoweringFailure {
    if (!hasNoPoints(op)) {
      LayoutAttr layout = op.layout().orElse(null);
      if (layout == null || !(layout.placement() instanceof Fragment fragment)) {
        throw LoweringFailure.of(
            op, "nothing says which threads do which points; run layout-inference first");
      }
      kernel.requireAllThreads(op, fragment);
      new ParallelLowering(kernel, op, fragment).lower();
    }
    op.erase();
  }

  private static boolean hasNoPoints(ParallelOp op) {
    for (long extent : op.extents().asLongs()) {
      if (extent == 0) {
        return true;
      }
    }
    return false;
  }

  private void lower() throws LoweringFailure {
    Shape shape = layout.inputShape();
    if (!shape.isStatic()) {
      byTurns(dynamicVector());
      return;
    }
    long turns = shape.count() / kernel.threads();
    if (!hasFragments() && turns > FEW) {
      for (long vector = FEW; vector >= 1; vector /= 2) {
        boolean fits = shape.size(shape.rank() - 1) % vector == 0;
        if (fits && Share.byTurns(shape, vector, kernel.threads()).isSameAs(layout)) {
          if (turns / vector > FEW) {
            byTurns(vector);
            return;
          }
        }
      }
    }
    writtenOut();
  }

  private boolean hasFragments() {
    List<Value> fragments = new ArrayList<>();
    op.walk(part -> {
      Value buffer =
          switch (part) {
            case LoadOp load -> load.memref();
            case StoreOp store -> store.memref();
            default -> null;
          };
      Space space = buffer == null ? Space.GLOBAL : Space.of(buffer);
      if (buffer != null && space != Space.GLOBAL && space != Space.SHARED) {
        fragments.add(buffer);
      }
    });
    return !fragments.isEmpty();
  }

  /** Says how a thread goes through its points. */
  private void decide(long vector, String chosen) {
    kernel.decide(
        op,
        "loop",
        "points shared out to " + kernel.threads() + " threads",
        chosen + (vector > 1 ? ", " + vector + " at a time" : ""),
        vector > 1 ? "" : "points that follow each other don't access memory together, aligned");
  }

  // --- One behind the other ---------------------------------------------------------------------

  private void writtenOut() throws LoweringFailure {
    Share share = kernel.share(op, layout);
    Nest nest = new Nest(kernel, op, share.isFirst(Inserter.before(op)));
    Inserter behind = Inserter.after(op);
    int vector = share.vector(op.vector().map(IntegerAttr::longValue).orElse(1L));
    decide(vector, share.count() + " points a thread, one behind the other");
    for (int i = 0; i < share.count(); i += vector) {
      Points points = share.points(i, vector);
      Inserter at = behind;
      Value guard = share.guard(at, i, op);
      if (guard != null) {
        IfOp branch = IfOp.create(at, guard, _ -> {});
        at = Inserter.before(branch.thenYield()).withLocation(op.location());
      }
      PointCode code = PointCode.of(nest, at, vector, points.threads());
      for (BlockArgument argument : op.body().entry().arguments()) {
        List<Coordinate> each = new ArrayList<>();
        for (List<IndexExpr> point : points.each()) {
          each.add(new Coordinate(point.get(argument.index()), null));
        }
        code.define(argument, each);
      }
      code.write(op.body().entry());
    }
  }

  // --- By turns ---------------------------------------------------------------------------------

  /** The vectors that a loop over extents that are values goes in. */
  private long dynamicVector() throws LoweringFailure {
    Shape shape = layout.inputShape();
    boolean isKnown = shape.extent(shape.rank() - 1) instanceof IndexExpr.Constant;
    for (long vector = FEW; vector >= 1; vector /= 2) {
      if (vector == 1 || (isKnown && shape.size(shape.rank() - 1) % vector == 0)) {
        if (Share.byTurns(shape, vector, kernel.threads()).isSameAs(layout)) {
          return vector;
        }
      }
    }
    throw LoweringFailure.of(
        op,
        "its extents are values, and its layout is not that of threads that take points by turns");
  }

  private void byTurns(long vector) throws LoweringFailure {
    decide(vector, "a loop in which threads take points by turns");
    Inserter before = Inserter.before(op);
    List<Value> sizes = sizes(vector);
    Value turns = sizes.getFirst();
    for (Value size : sizes.subList(1, sizes.size())) {
      turns = MulIOp.create(before, turns, size).result();
    }
    Value thread = kernel.math().value(ThreadFunction.THREAD);
    Value step = kernel.math().constant(kernel.threads());
    ForOp loop = ForOp.create(before, thread, turns, step);
    // What the points have in common belongs into the loop; the operation marks the place.
    op.moveBefore(loop.terminator());
    List<Value> start = start(loop.inductionVar(), sizes, vector);
    Nest nest = new Nest(kernel, op, null);
    PointCode code = PointCode.of(nest, Inserter.after(op), Math.toIntExact(vector), null);
    List<BlockArgument> arguments = op.body().entry().arguments();
    for (int i = 0; i < arguments.size(); i++) {
      List<Coordinate> each = new ArrayList<>();
      for (int lane = 0; lane < vector; lane++) {
        long more = i == arguments.size() - 1 ? lane : 0;
        each.add(new Coordinate(IndexExpr.constant(more), start.get(i)));
      }
      code.define(arguments.get(i), each);
    }
    code.write(op.body().entry());
  }

  /** The extents, of the last dimension in vectors. */
  private List<Value> sizes(long vector) {
    List<Value> sizes = new ArrayList<>();
    List<Offset> extents = op.sizes();
    for (int i = 0; i < extents.size(); i++) {
      long each = i == extents.size() - 1 ? vector : 1;
      sizes.add(
          switch (extents.get(i)) {
            case Offset.Constant(long size) -> kernel.math().constant(size / each);
            case Offset.Dynamic(Value size) -> size;
          });
    }
    return sizes;
  }

  /** The point where the vector of a number begins. */
  private List<Value> start(Value number, List<Value> sizes, long vector) {
    Inserter at = Inserter.before(op);
    List<Value> point = new ArrayList<>();
    Value rest = number;
    for (int i = sizes.size() - 1; i >= 0; i--) {
      boolean isFirst = i == 0;
      Value coordinate = isFirst ? rest : RemUIOp.create(at, rest, sizes.get(i)).result();
      rest = isFirst ? rest : DivUIOp.create(at, rest, sizes.get(i)).result();
      if (i == sizes.size() - 1 && vector > 1) {
        Value each = kernel.math().constant(vector);
        coordinate = MulIOp.create(at, coordinate, each).result();
      }
      point.add(coordinate);
    }
    Collections.reverse(point);
    return point;
  }
}
