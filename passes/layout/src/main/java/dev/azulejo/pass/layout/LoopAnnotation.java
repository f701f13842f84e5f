// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.LayoutAttr;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.expr.IndexExpr;
import org.jspecify.annotations.Nullable;

/**
 * What is written on a parallel loop: its layout, how many points a thread may do at once, and what
 * has to be guarded.
 *
 * @param layout the layout
 * @param vector how many points at once
 * @param guardsThreads whether some threads have no point
 * @param guardsPadding whether some places of threads have none
 * @param guardsReplicas whether only one of several threads may store
 */
record LoopAnnotation(
    Fragment layout,
    long vector,
    boolean guardsThreads,
    boolean guardsPadding,
    boolean guardsReplicas) {

  static LoopAnnotation of(Nest nest, Fragment layout, long threads) {
    long vector = VectorWidth.within(layout, VectorWidth.of(nest));
    long used = constant(layout.threads(), threads);
    boolean fills = layout.inputShape().isStatic() && layout.outputShape().isStatic();
    boolean padded =
        !fills
            || layout.outputShape().count() * used
                != layout.inputShape().count() * layout.replicas();
    return new LoopAnnotation(
        layout, vector, used < threads, padded, layout.replicas() > 1 && nest.storesToMemory());
  }

  private static long constant(IndexExpr expr, long otherwise) {
    return expr instanceof IndexExpr.Constant(long value) ? value : otherwise;
  }

  /** Writes it; returns whether it was not written already. */
  boolean write(ParallelOp loop) {
    boolean changed = set(loop, "layout", new LayoutAttr(layout));
    changed |= set(loop, "vector", vector > 1 ? IntegerAttr.i64(vector) : null);
    changed |= set(loop, "guard_threads", guardsThreads ? UnitAttr.INSTANCE : null);
    changed |= set(loop, "guard_padding", guardsPadding ? UnitAttr.INSTANCE : null);
    changed |= set(loop, "guard_replicas", guardsReplicas ? UnitAttr.INSTANCE : null);
    return changed;
  }

  private static boolean set(ParallelOp loop, String name, @Nullable Attribute value) {
    Attribute before = loop.attribute(name);
    if (value == null) {
      return loop.removeAttribute(name) != null;
    }
    loop.setAttribute(name, value);
    return !value.equals(before);
  }
}
