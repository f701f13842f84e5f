// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.proxy;

import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.NamedArriveOp;
import dev.azulejo.dialect.barrier.NamedSyncOp;
import dev.azulejo.dialect.barrier.SyncOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.pipeline.RoleBranch;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.ptx.BarSyncOp;
import dev.azulejo.dialect.ptx.BarWarpSyncOp;
import dev.azulejo.dialect.ptx.CpAsyncMbarrierArriveOp;
import dev.azulejo.dialect.ptx.CpAsyncOp;
import dev.azulejo.dialect.ptx.CpAsyncWaitGroupOp;
import dev.azulejo.dialect.ptx.FenceProxyAsyncOp;
import dev.azulejo.dialect.ptx.MbarrierArriveClusterOp;
import dev.azulejo.dialect.ptx.MbarrierArriveExpectTxOp;
import dev.azulejo.dialect.ptx.MbarrierArriveOp;
import dev.azulejo.dialect.ptx.MbarrierTryWaitParityOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostics;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fences between the paths to shared memory, found by going over a launch in the order of its
 * execution: which buffers threads may have written since the last fence.
 */
public final class ProxyFences {
  private final ProxyEvents events;
  private final Diagnostics diagnostics;
  private final boolean ofTiles;
  private final Set<Operation> refused = new LinkedHashSet<>();

  /** What asynchronous copies write that arrive by themselves when they are over. */
  private final Set<Value> handedOver = new LinkedHashSet<>();

  private int count;

  private ProxyFences(ProxyEvents events, boolean ofTiles, Diagnostics diagnostics) {
    this.events = events;
    this.ofTiles = ofTiles;
    this.diagnostics = diagnostics;
  }

  /**
   * What has been done to a launch.
   *
   * @param count how many fences it has got
   * @param isConcerned is there anything that fences could be for?
   */
  public record Outcome(int count, boolean isConcerned) {}

  /** Puts fences into a launch. */
  public static Outcome insert(LaunchOp launch, Diagnostics diagnostics) {
    ProxyEvents events = new ProxyEvents(launch);
    ProxyFences fences = new ProxyFences(events, launch.isOfTiles(), diagnostics);
    if (!events.isEmpty()) {
      // Others wait for what some hand over, wherever they stand.
      fences.visit(launch.body().entry(), new State(), false);
      fences.visit(launch.body().entry(), new State(), true);
    }
    return new Outcome(fences.count, !events.isEmpty());
  }

  /**
   * What may have been written since the last fence.
   *
   * @param dirty the buffers that threads may have written
   * @param coming those that copies under way write, which no fence reaches before they are over
   * @param announced those of them whose end is an arrival that nobody here has waited for
   */
  private record State(Set<Value> dirty, Set<Value> coming, Set<Value> announced) {
    State() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    State copy() {
      return new State(
          new LinkedHashSet<>(dirty), new LinkedHashSet<>(coming), new LinkedHashSet<>(announced));
    }

    /** Adds what another one has; was there anything new? */
    boolean add(State other) {
      boolean isMore = dirty.addAll(other.dirty);
      isMore |= coming.addAll(other.coming);
      return announced.addAll(other.announced) || isMore;
    }
  }

  /** Goes over a block; returns what is written behind it. */
  private State visit(Block block, State entry, boolean writes) {
    State state = entry.copy();
    Operation op = block.first();
    while (op != null) {
      Operation next = op.next();
      if (op.regionCount() > 0) {
        state = structure(op, state, writes);
      } else {
        step(op, state, writes);
      }
      op = next;
    }
    return state;
  }

  private void step(Operation op, State state, boolean writes) {
    switch (op) {
      case FenceProxyAsyncOp _ -> state.dirty.clear();
      case dev.azulejo.dialect.barrier.FenceProxyAsyncOp _ -> state.dirty.clear();
      case CpAsyncWaitGroupOp wait -> copiesEnd(wait, wait.pending(), state, writes);
      case WaitGroupOp wait -> copiesEnd(wait, wait.pending(), state, writes);
      case CpAsyncMbarrierArriveOp _ -> {
        state.announced.addAll(state.coming);
        handedOver.addAll(state.coming);
        state.coming.clear();
      }
      case MbarrierTryWaitParityOp wait -> {
        state.announced.clear();
        state.dirty.addAll(comesBehind(wait));
      }
      case CpAsyncOp copy -> state.coming.addAll(events.written(copy));
      // Copies that arrive by themselves leave their threads no place for a fence: who waits has
      // it.
      case WaitOp wait -> state.dirty.addAll(events.handedOver(wait.array()));
      default -> {
        if (writes && meets(op, state.announced) && refused.add(op)) {
          state.announced.clear();
          diagnostics.report(
              op.error(
                  "meets, on another path, what asynchronous copies may still be bringing: nothing"
                      + " waits for their arrival"));
        }
        boolean isNeeded = isHandedOn(op) ? !state.dirty.isEmpty() : meets(op, state.dirty);
        if (isNeeded) {
          fence(Inserter.before(op), state, writes);
        }
        Set<Value> later = events.writtenLater(op);
        state.coming.addAll(later);
        Set<Value> atOnce = events.written(op);
        atOnce.removeAll(later);
        state.dirty.addAll(atOnce);
      }
    }
  }

  private static boolean isFence(@Nullable Operation op) {
    return op instanceof FenceProxyAsyncOp
        || op instanceof dev.azulejo.dialect.barrier.FenceProxyAsyncOp;
  }

  /** Some copies of threads are over; a fence that is there already serves. */
  private void copiesEnd(Operation wait, IntegerAttr pending, State state, boolean writes) {
    if (!isFence(wait.next()) && (!state.dirty.isEmpty() || !state.coming.isEmpty())) {
      fence(Inserter.after(wait), state, writes);
    }
    if (pending.longValue() == 0) {
      state.coming.clear();
    }
  }

  /** Do others go on behind an operation that rely on what was written before it? */
  private boolean isHandedOn(Operation op) {
    return ofTiles ? isHandedOnAmongTiles(op) : isHandedOnAmongThreads(op);
  }

  private static boolean isHandedOnAmongTiles(Operation op) {
    return op instanceof ArriveOp
        || op instanceof ArriveExpectTxOp
        || op instanceof NamedArriveOp
        || op instanceof NamedSyncOp
        || op instanceof SyncOp;
  }

  private static boolean isHandedOnAmongThreads(Operation op) {
    return op instanceof MbarrierArriveOp
        || op instanceof MbarrierArriveClusterOp
        || op instanceof MbarrierArriveExpectTxOp
        || op instanceof BarrierOp
        || op instanceof BarSyncOp
        || op instanceof BarWarpSyncOp;
  }

  private boolean meets(Operation op, Set<Value> buffers) {
    return !Collections.disjoint(events.asynchronous(op), buffers);
  }

  /**
   * What may have come by asynchronous copies behind a wait of a role: they leave no place for a
   * fence where they end, so it stands where the role accesses it on the other path.
   */
  private Set<Value> comesBehind(Operation wait) {
    if (handedOver.isEmpty()) {
      return Set.of();
    }
    Set<Value> met = new LinkedHashSet<>(handedOver);
    met.retainAll(events.asynchronousIn(role(wait)));
    return met;
  }

  /** The region of the role that an operation is in, or that of all threads. */
  private static Region role(Operation op) {
    Operation inner = op;
    Operation outer = op.parentOp();
    while (outer != null && !(outer instanceof LaunchOp) && !RoleBranch.is(outer)) {
      inner = outer;
      outer = outer.parentOp();
    }
    Block block = inner.block();
    Region region = block == null ? null : block.region();
    if (region == null) {
      throw new CompilerBug("an operation of a launch stands in no region");
    }
    return region;
  }

  private void fence(Inserter at, State state, boolean writes) {
    state.dirty.clear();
    if (!writes) {
      return;
    }
    count++;
    if (ofTiles) {
      dev.azulejo.dialect.barrier.FenceProxyAsyncOp.create(at);
    } else {
      FenceProxyAsyncOp.create(at);
    }
  }

  // --- Loops and conditions ---------------------------------------------------------------------

  private State structure(Operation op, State entry, boolean writes) {
    if (!entry.dirty.isEmpty() && isHoisted(op, entry)) {
      fence(Inserter.before(op), entry, writes);
    }
    return op instanceof IfOp || op instanceof RolesOp
        ? branch(op, entry, writes)
        : loop(op, entry, writes);
  }

  private State branch(Operation op, State entry, boolean writes) {
    State behind = new State();
    for (Region region : op.regions()) {
      behind.add(region.isEmpty() ? entry : visit(region.entry(), entry, writes));
    }
    return behind;
  }

  private State loop(Operation op, State entry, boolean writes) {
    State header = entry.copy();
    State out = once(op, header, false);
    while (header.add(out)) {
      out = once(op, header, false);
    }
    if (writes) {
      once(op, header, true);
    }
    if (!surelyRuns(op)) {
      out.add(entry);
    }
    return out;
  }

  /** One iteration of a loop, or of whatever else has regions. */
  private State once(Operation op, State header, boolean writes) {
    State state = header;
    for (Region region : op.regions()) {
      for (Block block : region.blocks()) {
        state = visit(block, state, writes);
      }
    }
    return state == header ? header.copy() : state;
  }

  private static boolean surelyRuns(Operation op) {
    BigInteger trips = op instanceof ForOp loop ? loop.tripCount() : null;
    return trips != null && trips.signum() > 0;
  }

  /**
   * Does a loop, or does each side of a condition, need a fence that what is in it doesn't make
   * necessary again? Then one in front serves all.
   */
  private boolean isHoisted(Operation op, State state) {
    if (op instanceof RolesOp || (op instanceof IfOp branch && branch.elseBlock() == null)) {
      return false;
    }
    for (Region region : op.regions()) {
      boolean[] writes = new boolean[1];
      boolean[] meets = new boolean[1];
      for (Block block : region.blocks()) {
        for (Operation top : block) {
          top.walk(inner -> {
            writes[0] |= !events.written(inner).isEmpty();
            writes[0] |= inner instanceof MbarrierTryWaitParityOp && !comesBehind(inner).isEmpty();
            meets[0] |= meets(inner, state.dirty);
          });
        }
      }
      boolean isOptional = !(op instanceof IfOp) && region != op.region(op.regionCount() - 1);
      if (writes[0] || (!meets[0] && !isOptional)) {
        return false;
      }
    }
    return true;
  }
}
