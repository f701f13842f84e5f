// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ArriveNoincOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.Arrivers;
import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.dialect.barrier.FenceProxyAsyncOp;
import dev.azulejo.dialect.barrier.SyncOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.pipeline.ParityOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.pass.specialize.load.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A turn of the rings of one block, as one role goes through it: which slots, and which phases. */
final class Turn {
  private final Map<Long, Value> slots = new LinkedHashMap<>();
  private final Map<Long, Value> parities = new LinkedHashMap<>();

  /**
   * A turn of groups.
   *
   * @param at where slots and parities are computed
   * @param ordinal how many turns the role has gone through before
   */
  Turn(Inserter at, Value ordinal, List<RingGroup> groups, boolean isProducer) {
    for (RingGroup group : groups) {
      long depth = group.depth();
      if (!slots.containsKey(depth)) {
        slots.put(depth, SlotOp.create(at, ordinal, depth).result());
        parities.put(depth, ParityOp.create(at, ordinal, depth, isProducer).result());
      }
    }
  }

  /** Which slot the rings of a group are at. */
  Value slot(RingGroup group) {
    return known(slots, group);
  }

  private Value parity(RingGroup group) {
    return known(parities, group);
  }

  private static Value known(Map<Long, Value> byDepth, RingGroup group) {
    Value value = byDepth.get(group.depth());
    if (value == null) {
      throw new CompilerBug("a group turns in another block");
    }
    return value;
  }

  /** Waits until the slot of a group may be filled, and says what is going to arrive. */
  void beginLoads(Inserter at, BarrierPair barriers, RingGroup group) {
    Value slot = slot(group);
    Value empty = barriers.empty();
    if (empty != null) {
      WaitOp.create(at, empty, slot, parity(group));
    }
    if (group.isOfBoxes()) {
      ArriveExpectTxOp.create(at, barriers.full(), slot, group.bytes(), Arrivers.ONE_THREAD);
    } else if (group.bytes() > 0) {
      ExpectTxOp.create(at, barriers.full(), slot, group.bytes());
    }
  }

  /**
   * Says, behind the loads of a group, that threads have done their part: behind their stores all
   * of them meet, and each arrives when its own asynchronous copies are over.
   */
  void endLoads(Inserter at, BarrierPair barriers, RingGroup group) {
    Value slot = slot(group);
    if (group.isFilledBy(Way.THREADS)) {
      if (group.meetsAsyncPath(Way.THREADS)) {
        FenceProxyAsyncOp.create(at);
      }
      SyncOp.create(at);
      ArriveOp.create(at, barriers.full(), slot, Arrivers.ONE_THREAD);
    }
    if (group.isFilledBy(Way.CP_ASYNC)) {
      ArriveNoincOp.create(at, barriers.full(), slot);
    }
  }

  /**
   * Waits until the slot of a group is filled. Behind asynchronous copies of threads nobody could
   * have put a fence, so it stands here.
   */
  void await(Inserter at, BarrierPair barriers, RingGroup group) {
    WaitOp.create(at, barriers.full(), slot(group), parity(group));
    if (group.meetsAsyncPath(Way.CP_ASYNC)) {
      FenceProxyAsyncOp.create(at);
      SyncOp.create(at);
    }
  }

  /** Gives the slot of a group back. */
  void release(Inserter at, BarrierPair barriers, RingGroup group) {
    Value empty = barriers.empty();
    if (empty != null) {
      ArriveOp.create(at, empty, slot(group), barriers.releasedBy());
    }
  }
}
