// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.pass.specialize.load.Load;
import dev.azulejo.pass.specialize.load.Way;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shared buffer that one load fills and later operations of the same block read, or change where
 * it stands: the producer fills one of its slots while the consumers read others.
 *
 * @param load the load
 * @param alloc what it fills
 * @param block the block that holds the load; its executions are the turns
 * @param readers all that read the buffer
 * @param first the first operation of the block that reads it, or holds a reader; null for none
 * @param last the last such operation; null for none
 * @param depth how many slots there are
 */
record Ring(
    Load load,
    AllocOp alloc,
    Block block,
    List<Operation> readers,
    @Nullable Operation first,
    @Nullable Operation last,
    long depth) {

  /** Copies the list. */
  Ring {
    readers = List.copyOf(readers);
  }

  /** The buffer as it is before it has slots. */
  Value buffer() {
    return alloc.buffer();
  }

  /** What was found out about a load: a ring, or why it can't be one. */
  sealed interface Finding {
    /** It is one. */
    record Found(Ring ring) implements Finding {}

    /** It is none. */
    record Refused(String reason) implements Finding {}
  }

  /** Does something read its slots by the path that the engine and matrix instructions have? */
  boolean isReadByAsyncPath() {
    for (Operation reader : readers) {
      for (Access access : Accesses.of(reader).reads()) {
        BufferRegion region = access.region();
        if (region != null && region.root() == buffer() && access.proxy() == Access.Proxy.ASYNC) {
          return true;
        }
      }
    }
    return false;
  }

  /** Is it filled in a way? */
  boolean isFilledBy(Way way) {
    return load.way() == way;
  }

  /** The ring of a load that a producer can do. */
  static Finding of(Load load) {
    AllocOp alloc = load.allocation();
    Block block = load.op().block();
    if (alloc == null || block == null) {
      return new Finding.Refused(
          "its buffer has no tile.alloc of its own, or has versions already");
    }
    List<Operation> readers = new ArrayList<>();
    Operation first = null;
    Operation last = null;
    for (Use use : alloc.buffer().uses()) {
      Operation user = use.owner();
      if (user == load.op() || user.isInside(load.op())) {
        continue;
      }
      Operation statement = Frames.statementIn(block, user);
      String problem = problem(load.op(), statement, user, alloc.buffer());
      if (problem != null || statement == null) {
        return new Finding.Refused(String.valueOf(problem));
      }
      readers.add(user);
      first = first == null || statement.isBeforeInBlock(first) ? statement : first;
      last = last == null || last.isBeforeInBlock(statement) ? statement : last;
    }
    return new Finding.Found(new Ring(load, alloc, block, readers, first, last, depth(load.op())));
  }

  private static @Nullable String problem(
      Operation load, @Nullable Operation statement, Operation user, Value buffer) {
    if (statement == null) {
      return "its buffer is used outside of the block that loads it";
    }
    if (statement == load || statement.isBeforeInBlock(load)) {
      return "its buffer is used before it is loaded";
    }
    if (!(user instanceof Rebasable)) {
      return "'" + user.name() + "' can't be moved to a slot of its buffer";
    }
    for (Access access : Accesses.of(user).all()) {
      BufferRegion region = access.region();
      if (region == null || region.root() != buffer) {
        continue;
      }
      if (!access.isRead() && !reads(statement, buffer)) {
        return "its buffer is written by '" + user.name() + "' too";
      }
      if (access.completion() != Access.Completion.AT_ONCE) {
        return "'" + user.name() + "' reads its buffer beyond its own end";
      }
    }
    return null;
  }

  /** Does a statement read a buffer? If it writes it too, it changes what the load brought. */
  private static boolean reads(Operation statement, Value buffer) {
    for (Access access : Accesses.of(statement).reads()) {
      BufferRegion region = access.region();
      if (region != null && region.root() == buffer) {
        return true;
      }
    }
    return false;
  }

  /** As many as iterations may be under way, and no more than there are. */
  static long depth(Operation load) {
    ForOp loop = Frames.pipelined(load);
    if (loop == null) {
      return 1;
    }
    Long trips = trips(loop);
    return trips == null || isRestarted(loop)
        ? loop.depth()
        : Math.max(1, Math.min(loop.depth(), trips));
  }

  private static boolean isRestarted(ForOp loop) {
    LaunchOp launch = loop.enclosing(LaunchOp.class);
    Block around = loop.block();
    return launch != null && around != null && Frames.isRepeated(around, launch);
  }

  private static @Nullable Long trips(ForOp loop) {
    Long from = constant(loop.from());
    Long to = constant(loop.to());
    return from == null || to == null || to < from ? null : Long.valueOf(to - from);
  }

  private static @Nullable Long constant(Offset offset) {
    return offset instanceof Offset.Dynamic dynamic
            && Constants.of(dynamic.value()) instanceof IntegerAttr known
        ? Long.valueOf(known.longValue())
        : offset.constant();
  }
}
