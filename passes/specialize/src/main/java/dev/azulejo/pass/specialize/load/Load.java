// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.load;

import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.AsyncCopyRules;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.RegionOperand;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.pass.pipeline.ElementCopy;
import org.jspecify.annotations.Nullable;

/**
 * An operation that fills one shared buffer from global memory, and a way to do it.
 *
 * @param op the operation
 * @param target the buffer
 * @param source the region that is copied as it is or converted; null where elements are computed
 * @param way how it is done
 * @param isAsked whether the program asks for that way by name
 * @param why why it is done in no better way, or empty
 */
public record Load(
    Operation op,
    Value target,
    @Nullable BufferRegion source,
    Way way,
    boolean isAsked,
    String why) {

  /** What may be one: a load by boxes until something else is decided, or null for none. */
  public static @Nullable Load of(Operation op) {
    return switch (op) {
      case CopyOp copy when AsyncCopyRules.isLoad(copy) -> of(copy);
      case AsyncCopyOp copy ->
          new Load(copy, copy.target(), copy.sourceRegion(), Way.CP_ASYNC, true, "");
      case Im2colOp images when images.array().isEmpty() && !images.asynchronous() -> of(images);
      case ParallelOp parallel -> of(parallel);
      default -> null;
    };
  }

  private static Load of(CopyOp copy) {
    Way way = Way.TMA;
    if (copy.prefers(CopyOp.CP_ASYNC)) {
      way = Way.CP_ASYNC;
    } else if (copy.prefers(CopyOp.SYNC)) {
      way = Way.THREADS;
    }
    return new Load(copy, copy.target(), copy.sourceRegion(), way, copy.prefer().isPresent(), "");
  }

  private static Load of(Im2colOp images) {
    Way way = images.isMadeBy(Im2colOp.GATHER) ? Way.CP_ASYNC : Way.TMA;
    return new Load(images, images.target(), null, way, images.isMadeBy(Im2colOp.TMA), "");
  }

  /** Elements that are stored one by one: in the background where they are a copy. */
  private static @Nullable Load of(ParallelOp parallel) {
    StoreOp only = null;
    for (Operation op : parallel.body().entry()) {
      if (op instanceof StoreOp store) {
        if (only != null) {
          return null;
        }
        only = store;
      } else if (op.regionCount() > 0 && hasStore(op)) {
        return null;
      }
    }
    if (only == null || Space.of(only.memref()) != Space.SHARED || !loadsTensor(parallel)) {
      return null;
    }
    ElementCopy copy = ElementCopy.of(parallel);
    BufferRegion source = copy != null && RegionOperand.isAll(copy.target()) ? copy.source() : null;
    String obstacle =
        source == null
            ? "its elements are not copied as they are"
            : AsyncCopyRules.obstacle(parallel, source, only.memref());
    Way way = obstacle == null ? Way.CP_ASYNC : Way.THREADS;
    String why = obstacle == null ? "" : obstacle;
    return new Load(parallel, only.memref(), source, way, false, why);
  }

  private static boolean hasStore(Operation root) {
    boolean[] found = new boolean[1];
    root.walk(op -> found[0] |= op instanceof StoreOp);
    return found[0];
  }

  private static boolean loadsTensor(ParallelOp parallel) {
    boolean[] found = new boolean[1];
    parallel.walk(op ->
        found[0] |=
            op instanceof dev.azulejo.dialect.memref.LoadOp load
                && Space.of(load.memref()) == Space.GLOBAL);
    return found[0];
  }

  /** The same in another way. */
  public Load by(Way other, String reason) {
    return new Load(op, target, source, other, isAsked, reason);
  }

  /** Is it a copy that says itself where it begins and is waited for? */
  public boolean isExplicit() {
    return op instanceof AsyncCopyOp;
  }

  /** The allocation of its buffer, where that is one that may have versions; else null. */
  public @Nullable AllocOp allocation() {
    return target.definingOp() instanceof AllocOp alloc && alloc.versions().isEmpty()
        ? alloc
        : null;
  }

  /** How many bytes it brings, what lies outside of the tensor included. */
  public long bytes() {
    return target.type() instanceof MemRefType type ? type.bitSize() / Byte.SIZE : 0;
  }
}
