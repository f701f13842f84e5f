// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.ptx.CpAsyncOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asynchronous copies: as {@code cp.async} of the most bytes that lie together, and are aligned, on
 * both sides. Of what is outside of the tensor nothing is read, and zeros are written.
 */
final class AsyncCopyLowering {
  private static final int[] WIDTHS = {16, 8, 4};

  private final Kernel kernel;
  private final AsyncCopyOp copy;
  private final GlobalRegion source;
  private final SharedRegion target;
  private final Shape sizes;
  private final Inserter at;
  private String obstacle = "";

  private AsyncCopyLowering(Kernel kernel, AsyncCopyOp copy) throws LoweringFailure {
    this.kernel = kernel;
    this.copy = copy;
    this.source = GlobalRegion.of(kernel, copy, copy.sourceRegion());
    this.target = SharedRegion.of(kernel, copy, copy.targetRegion());
    this.sizes = sizes(copy.targetRegion());
    this.at = Inserter.before(copy);
  }

  /**
   * Lowers a copy. Where no bytes lie so that {@code cp.async} could copy them, a copy that threads
   * wait for stands in its place, and is returned: that it is done early harms nobody.
   */
  static @Nullable CopyOp lower(Kernel kernel, AsyncCopyOp copy) throws LoweringFailure {
    Target arch = Target.of(copy);
    if (arch == null || arch.vendor() != Target.Vendor.NVIDIA || !arch.hasAsyncCopy()) {
      throw LoweringFailure.of(
          copy,
          "cp.async needs a target from sm_80 on, and this is %s",
          arch == null ? "none" : arch.name());
    }
    AsyncCopyLowering lowering = new AsyncCopyLowering(kernel, copy);
    int width = lowering.width();
    CopyOp other = width == 0 ? lowering.waiting() : null;
    if (other == null) {
      lowering.lower(width);
    }
    copy.erase();
    return other;
  }

  private CopyOp waiting() {
    kernel.remark(
        copy,
        "threads wait for this copy, which cp.async can't do: it copies 4, 8 or 16 bytes, and "
            + obstacle);
    return CopyOp.create(at, copy.sourceRegion(), copy.targetRegion());
  }

  /** The sizes of a region without ones in front, but at least one of them. */
  static Shape sizes(BufferRegion region) {
    List<Long> sizes = region.sizes();
    int first = 0;
    while (first < sizes.size() - 1 && sizes.get(first) == 1) {
      first++;
    }
    var extents = new long[sizes.size() - first];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = sizes.get(first + i);
    }
    return Shape.of(extents);
  }

  private void lower(int width) {
    Chunks chunks = new Chunks(sizes, width / source.bytes(), kernel.threads());
    kernel.decide(
        copy,
        "copy",
        "from global to shared memory without waiting",
        "cp.async of " + width + " bytes, " + chunks.perThread() + " a thread",
        obstacle);
    for (int i = 0; i < chunks.perThread(); i++) {
      List<IndexExpr> point = chunks.at(i);
      Address to = target.address(point);
      Address from = source.address(point);
      Value size = size(source.isInside(point), width);
      Value guard = guard(chunks.usedBy(i));
      CpAsyncOp.create(at, width, to.base(), to.bytes(), from.base(), from.bytes(), size, guard);
    }
  }

  /** How many bytes are copied at once; 0 where not even the fewest can be. */
  private int width() {
    for (int width : WIDTHS) {
      long vector = width / source.bytes();
      String reason = vector < 1 ? "" : Vectors.obstacle(vector, sizes, source, target);
      if (reason == null) {
        return width;
      }
      obstacle = reason;
    }
    return 0;
  }

  private @Nullable Value size(@Nullable Value inside, int width) {
    if (inside == null) {
      return null;
    }
    Value all = kernel.math().constant(IntegerAttr.i32(width));
    Value nothing = kernel.math().constant(IntegerAttr.i32(0));
    return SelectOp.create(at, inside, all, nothing).result();
  }

  private @Nullable Value guard(@Nullable Long used) {
    if (used == null) {
      return null;
    }
    Value thread = kernel.math().value(ThreadFunction.THREAD);
    Value end = kernel.math().constant(used);
    return CmpIOp.create(at, CmpIPredicate.SLT, thread, end).result();
  }
}
