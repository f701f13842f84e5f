// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ArriveNoincOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.Arrivers;
import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.dialect.barrier.FenceProxyAsyncOp;
import dev.azulejo.dialect.barrier.NamedArriveOp;
import dev.azulejo.dialect.barrier.NamedSyncOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.PassTurnOp;
import dev.azulejo.dialect.pipeline.TakeTurnOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.pass.verify.model.Event;
import dev.azulejo.pass.verify.model.Gate;
import dev.azulejo.pass.verify.model.Site;
import java.util.List;
import java.util.Optional;

/** What operations do that others can tell, as events. */
final class Actions {
  /** How many barriers with numbers a block has. */
  static final int NUMBERED = 16;

  private static final long WARP_SIZE = 32;
  private static final long WARPGROUP_SIZE = 128;

  private final Relevance relevance;
  private final Values values;
  private final Memory memory;
  private final Cluster cluster;
  private final Trips trips;
  private final List<AgentOfLaunch> agents;
  private final Copies copies;

  Actions(
      Relevance relevance,
      Values values,
      Memory memory,
      Cluster cluster,
      Trips trips,
      List<AgentOfLaunch> agents) {
    this.relevance = relevance;
    this.values = values;
    this.memory = memory;
    this.cluster = cluster;
    this.trips = trips;
    this.agents = agents;
    this.copies = new Copies(relevance, values, memory, cluster, trips);
  }

  private int block(Draft draft) {
    return agents.get(draft.agent()).block();
  }

  private int barrier(Draft draft, Operation op, Value array, Value index) throws MissingFact {
    return barrier(block(draft), op, array, trips.number(draft, values.of(draft, index)));
  }

  private int barrier(int block, Operation op, Value array, long index) {
    int found = memory.barrier(block, array, index);
    if (found < 0) {
      throw new BadProgram(
          op.error("uses barrier %d of an array of type %s", index, array.type().toString()));
    }
    return found;
  }

  /** What a wait is for. */
  Gate wait(Draft draft, WaitOp op) throws MissingFact {
    int barrier = barrier(draft, op, op.array(), op.index());
    boolean parity = trips.number(draft, values.of(draft, op.parity())) != 0;
    return new Gate.Wait(memory.site(op), barrier, parity);
  }

  Gate meet(Draft draft, NamedSyncOp op) {
    return new Gate.Meet(memory.site(op), numbered(draft, op.number().longValue()));
  }

  private int numbered(Draft draft, long number) {
    return block(draft) * NUMBERED + (int) number;
  }

  /** The agent comes to a numbered barrier. */
  void come(Draft draft, NamedSyncOp op) {
    come(draft, op, op.number().longValue(), op.threads().longValue());
  }

  private void come(Draft draft, Operation op, long number, long wanted) {
    long threads = agents.get(draft.agent()).threads();
    draft.add(
        new Event.Come(memory.site(op), numbered(draft, number), (int) wanted, (int) threads));
  }

  /** Adds what an operation does to the events of a way. */
  void perform(Draft draft, Operation op) throws MissingFact {
    Site site = memory.site(op);
    switch (op) {
      case AllocOp alloc -> allocate(draft, alloc);
      case ArriveOp arrive -> {
        long index = trips.number(draft, values.of(draft, arrive.index()));
        int count = arrivals(draft, arrive.by().value());
        for (int block : cluster.along(block(draft), dimensions(arrive.multicast()))) {
          int barrier = barrier(block, op, arrive.array(), index);
          draft.add(new Event.Arrive(site, barrier, count));
        }
      }
      case ArriveExpectTxOp arrive -> {
        int barrier = barrier(draft, op, arrive.array(), arrive.index());
        int count = arrivals(draft, arrive.by().value());
        draft.add(new Event.Expect(site, barrier, count * arrive.bytes().longValue()));
        draft.add(new Event.Arrive(site, barrier, count));
      }
      case ExpectTxOp expect -> {
        int barrier = barrier(draft, op, expect.array(), expect.index());
        draft.add(new Event.Expect(site, barrier, expect.bytes().longValue()));
      }
      case ArriveNoincOp arrive -> {
        int barrier = barrier(draft, op, arrive.array(), arrive.index());
        int count = (int) agents.get(draft.agent()).threads();
        draft.add(new Event.ArriveBehindCopies(site, barrier, count));
      }
      case NamedArriveOp arrive ->
          come(draft, op, arrive.number().longValue(), arrive.threads().longValue());
      case FenceProxyAsyncOp _ -> draft.add(new Event.Fence(site));
      case CommitGroupOp _ -> draft.add(new Event.CommitCopies(site));
      case WaitGroupOp wait ->
          draft.add(new Event.AwaitCopies(site, (int) wait.pending().longValue()));
      case WaitGemmOp wait ->
          draft.add(new Event.AwaitProducts(site, (int) wait.pending().longValue()));
      case TakeTurnOp _ -> draft.add(new Event.Turn(site, true));
      case PassTurnOp _ -> draft.add(new Event.Turn(site, false));
      default -> copies.perform(draft, block(draft), op);
    }
  }

  /** Does it matter to those that could go on before an operation whether they do? */
  boolean isSeenByOthers(Draft draft, Operation op) throws MissingFact {
    if (draft.events().isEmpty() || relevance.isWalked(op)) {
      return false;
    }
    return switch (op) {
      case WaitGroupOp _, WaitGemmOp _ -> draft.letsOthersGo(-1);
      case AllocOp alloc -> !(alloc.parentOp() instanceof LaunchOp) && draft.letsOthersGo(-1);
      default -> copies.isShared(op) && draft.letsOthersGo(copies.barrier(draft, block(draft), op));
    };
  }

  private void allocate(Draft draft, AllocOp op) {
    if (op.parentOp() instanceof LaunchOp) {
      return;
    }
    int first = memory.barrier(block(draft), op.array(), 0);
    draft.add(new Event.Initialize(memory.site(op), first, op.counts().size()));
  }

  private int arrivals(Draft draft, String by) {
    long threads = agents.get(draft.agent()).threads();
    return (int)
        switch (by) {
          case Arrivers.ONE_THREAD -> 1;
          case Arrivers.WARP -> Math.ceilDiv(threads, WARP_SIZE);
          case Arrivers.WARPGROUP -> Math.ceilDiv(threads, WARPGROUP_SIZE);
          default -> threads;
        };
  }

  static long[] dimensions(Optional<DenseArrayAttr> multicast) {
    return multicast.map(DenseArrayAttr::asLongs).orElse(new long[0]);
  }

  /** A program that is wrong whatever the order. */
  static final class BadProgram extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    BadProgram(Diagnostic diagnostic) {
      super(null, null, false, false);
      this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
      return diagnostic;
    }
  }
}
