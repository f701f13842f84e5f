// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.IndexSwitchOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A scheduled operation of a pipelined loop, with what is asked about it again and again. */
final class Statement {
  private final int index;
  private final Operation op;
  private final List<Access> reads;
  private final List<Access> writes;
  private final boolean unknown;

  Statement(int index, Operation op, Accesses accesses) {
    this.index = index;
    this.op = op;
    this.reads = accesses.reads();
    this.writes = accesses.writes();
    this.unknown = accesses.unknown();
  }

  /** The buffer behind an access, or null where it is none. */
  static @Nullable Value root(Access access) {
    BufferRegion region = access.region();
    return region == null ? null : region.root();
  }

  /** Its place among the statements, in source order. */
  int index() {
    return index;
  }

  Operation op() {
    return op;
  }

  List<Access> reads() {
    return reads;
  }

  List<Access> writes() {
    return writes;
  }

  /** May it access anything at all? */
  boolean isUnknown() {
    return unknown;
  }

  Set<Value> buffersRead() {
    return roots(reads);
  }

  Set<Value> buffersWritten() {
    return roots(writes);
  }

  private static Set<Value> roots(List<Access> accesses) {
    Set<Value> roots = new LinkedHashSet<>();
    for (Access access : accesses) {
      Value root = root(access);
      if (root != null) {
        roots.add(root);
      }
    }
    return roots;
  }

  /** May it read elements that the other writes? */
  boolean mayReadWhatIsWrittenBy(Statement other) {
    return conflict(reads, other.writes, true);
  }

  /** May both write to one element? */
  boolean mayWriteWhatIsWrittenBy(Statement other) {
    return conflict(writes, other.writes, true);
  }

  /** May both change one barrier? */
  boolean mayWriteBarrierWrittenBy(Statement other) {
    return conflict(writes, other.writes, false);
  }

  private static boolean conflict(List<Access> some, List<Access> others, boolean elements) {
    for (Access one : some) {
      for (Access other : others) {
        BufferRegion region = one.region();
        if (region != null
            && region.buffer().type() instanceof MemRefType == elements
            && one.mayConflict(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Does it contain a condition, so that it may do only part of what it says? */
  boolean isConditional() {
    return contains(IfOp.class) || contains(IndexSwitchOp.class);
  }

  /** Does it handle asynchronous copies itself, or name barriers for them? */
  boolean isAsyncByHand() {
    return contains(AsyncCopyOp.class)
        || contains(TmaCopyOp.class)
        || contains(CommitGroupOp.class)
        || contains(WaitGroupOp.class)
        || (op instanceof Im2colOp load && (load.asynchronous() || isByTma()));
  }

  /** Does the engine that moves boxes bring a tile of images, and count its bytes on a barrier? */
  boolean isByTma() {
    return op instanceof Im2colOp load && (load.array().isPresent() || load.isMadeBy(Im2colOp.TMA));
  }

  private boolean contains(Class<? extends Operation> kind) {
    boolean[] found = new boolean[1];
    op.walk(nested -> found[0] |= kind.isInstance(nested));
    return found[0];
  }
}
