// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Containment;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.Simplifier;
import java.util.ArrayList;
import java.util.List;

/** How the layout of a nest and those of the fragments that it accesses follow from each other. */
final class LoopLayouts {
  private LoopLayouts() {}

  /**
   * The layout of a nest whose threads are those that have the elements that its points access.
   * Refused if that is not for the points alone to say.
   */
  static Attempt<Fragment> fromBuffer(Nest nest, NestAccess access, Fragment buffer) {
    if (access.isPoint(nest.rank()) && buffer.inputShape().equals(nest.extents())) {
      return Attempt.success(buffer);
    }
    return known(access, buffer)
        .then(index -> {
          var simplifier = new Simplifier(Bounds.of(nest.extents().extents(), buffer.replicas()));
          IndexExpr thread = simplifier.substitute(buffer.thread(), index, IndexExpr.replica());
          return Fragment.ofThreads(nest.extents(), thread, buffer.replicas());
        });
  }

  /**
   * The index of an access, as far as the threads depend on it. Refused if they depend on what is
   * not known.
   */
  static Attempt<List<IndexExpr>> known(NestAccess access, Fragment buffer) {
    List<IndexExpr> index = new ArrayList<>();
    for (int i = 0; i < access.index().size(); i++) {
      IndexExpr expr = access.index().get(i);
      if (!hasSymbol(expr)) {
        index.add(expr);
      } else if (buffer.thread().mentions(IndexExpr.input(i))) {
        return Attempt.refused(
            "dimension " + i + " is spread over threads, but its index is not known beforehand");
      } else {
        index.add(IndexExpr.constant(0));
      }
    }
    return Attempt.success(index);
  }

  static boolean hasSymbol(IndexExpr expr) {
    return switch (expr) {
      case IndexExpr.Symbol _ -> true;
      case IndexExpr.Input _, IndexExpr.Constant _, IndexExpr.Replica _ -> false;
      case IndexExpr.Binary(_, IndexExpr lhs, IndexExpr rhs) -> hasSymbol(lhs) || hasSymbol(rhs);
      case IndexExpr.Select _ -> true;
    };
  }

  /**
   * The fragment that a nest of this layout wants of a buffer: each thread has what its points
   * access. Coordinates that the element does not depend on are replicas of it; dimensions in front
   * that are not the points' are copies.
   */
  static Attempt<Fragment> ofBuffer(Nest nest, NestAccess access, Fragment loop) {
    Shape shape = Storage.shape(access.buffer());
    if (access.isPoint(nest.rank()) && shape.equals(nest.extents())) {
      return Attempt.success(loop.bind(null));
    }
    int lead = 0;
    while (lead < shape.rank() && isFree(access.index().get(lead), nest)) {
      lead++;
    }
    Shape front = shape.slice(0, lead);
    if (lead == shape.rank()) {
      return Attempt.refused("no coordinate of the loop says which element it is");
    }
    List<IndexExpr> index = access.index().subList(lead, shape.rank());
    return within(nest, index, shape.slice(lead, shape.rank()), loop)
        .then(tile -> Attempt.success(tile.expand(front)));
  }

  private static boolean isFree(IndexExpr expr, Nest nest) {
    for (int i = 0; i < nest.rank(); i++) {
      if (expr.mentions(IndexExpr.input(i))) {
        return false;
      }
    }
    return true;
  }

  private static Attempt<Fragment> within(
      Nest nest, List<IndexExpr> index, Shape tile, Fragment loop) {
    var point = new IndexExpr[nest.rank()];
    for (int i = 0; i < tile.rank(); i++) {
      IndexExpr expr = index.get(i);
      if (expr instanceof IndexExpr.Input(int position)
          && point[position] == null
          && tile.extent(i).equals(nest.extents().extent(position))) {
        point[position] = IndexExpr.input(i);
      } else if (!(expr.isConstant(0) && tile.extent(i).isConstant(1))) {
        return inverted(nest, index, tile, loop);
      }
    }
    return projected(nest, point, tile, loop);
  }

  /** Each element belongs to the points with these coordinates, whatever the other ones are. */
  private static Attempt<Fragment> projected(
      Nest nest, IndexExpr[] point, Shape tile, Fragment loop) {
    long replicas = loop.replicas();
    IndexExpr rest = IndexExpr.replica().floorDiv(loop.replicas());
    for (int i = point.length - 1; i >= 0; i--) {
      if (point[i] == null) {
        if (!(nest.extents().extent(i) instanceof IndexExpr.Constant(long extent))) {
          return Attempt.refused("the extents of the loop are not known");
        }
        point[i] = rest.mod(extent);
        rest = rest.floorDiv(extent);
        replicas *= extent;
      }
    }
    var simplifier = new Simplifier(Bounds.of(tile.extents(), replicas));
    IndexExpr own = IndexExpr.replica().mod(loop.replicas());
    IndexExpr thread = simplifier.substitute(loop.thread(), List.of(point), own);
    return Fragment.ofThreads(tile, thread, replicas).then(Fragment::condense);
  }

  private static Attempt<Fragment> inverted(
      Nest nest, List<IndexExpr> index, Shape tile, Fragment loop) {
    for (IndexExpr expr : index) {
      if (hasSymbol(expr)) {
        return Attempt.refused("an index is not known beforehand");
      }
    }
    return Layout.attempt(nest.extents(), index)
        .then(map -> {
          if (!map.outputShape().equals(tile)) {
            return Attempt.refused("the loop does not reach all of the buffer");
          }
          return map.inverse()
              .then(inverse -> {
                var simplifier = new Simplifier(Bounds.of(tile.extents(), loop.replicas()));
                IndexExpr thread =
                    simplifier.substitute(loop.thread(), inverse.forward(), IndexExpr.replica());
                return Fragment.ofThreads(tile, thread, loop.replicas());
              });
        });
  }

  /** Has each thread of a nest the elements that its points access? */
  static Containment reads(Nest nest, NestAccess access, Fragment loop, Fragment buffer) {
    return switch (known(access, buffer)) {
      case Attempt.Refusal<List<IndexExpr>>(String reason) -> new Containment.Unproven(reason);
      case Attempt.Success<List<IndexExpr>>(List<IndexExpr> index) ->
          Containment.of(nest.extents(), buffer, index, loop, IndexExpr.inputs(nest.rank()), false);
    };
  }

  /** Does each thread that has an element do the points that write it? */
  static Containment writes(Nest nest, NestAccess access, Fragment loop, Fragment buffer) {
    return switch (known(access, buffer)) {
      case Attempt.Refusal<List<IndexExpr>>(String reason) -> new Containment.Unproven(reason);
      case Attempt.Success<List<IndexExpr>>(List<IndexExpr> index) ->
          Containment.of(nest.extents(), loop, IndexExpr.inputs(nest.rank()), buffer, index, false);
    };
  }
}
