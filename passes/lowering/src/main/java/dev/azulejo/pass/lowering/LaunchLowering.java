// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.dialect.barrier.NamedArriveOp;
import dev.azulejo.dialect.barrier.NamedSyncOp;
import dev.azulejo.dialect.barrier.SyncOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.ParityOp;
import dev.azulejo.dialect.pipeline.PassTurnOp;
import dev.azulejo.dialect.pipeline.PipelineDialect;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.pipeline.TakeTurnOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.ptx.CpAsyncCommitGroupOp;
import dev.azulejo.dialect.ptx.CpAsyncWaitGroupOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.AtomicAddOp;
import dev.azulejo.dialect.tile.BulkStoreOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.dialect.tile.TmaStoreOp;
import dev.azulejo.dialect.tile.ViewOp;
import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.pass.PassContext;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lowering of one launch: its roles become branches, then its buffers get their places, and
 * each of its operations is lowered in order, for the threads that execute it.
 */
final class LaunchLowering {
  private final LaunchOp launch;
  private final Kernel kernel;
  private final Map<Block, Kernel> kernels = new IdentityHashMap<>();
  private final Map<Kernel, BarrierLowering> barriers = new IdentityHashMap<>();
  private final Map<Kernel, TmaStoreLowering> stores = new LinkedHashMap<>();
  private final Map<Kernel, TurnLowering> turns = new IdentityHashMap<>();

  private LaunchLowering(LaunchOp launch, PassContext context) {
    this.launch = launch;
    this.kernel = new Kernel(launch, context);
    add(kernel);
    for (RolesOp roles : roles(launch)) {
      for (Team team : RoleLowering.lower(kernel.team(), roles)) {
        add(kernel.of(team));
      }
    }
  }

  private void add(Kernel some) {
    kernels.put(some.team().body(), some);
  }

  private static List<RolesOp> roles(LaunchOp launch) {
    List<RolesOp> all = new ArrayList<>();
    for (Operation op : launch.body().entry()) {
      if (op instanceof RolesOp roles) {
        all.add(roles);
      }
    }
    return all;
  }

  /** The threads that execute an operation, with what they have computed. */
  private Kernel kernelOf(Operation op) {
    Operation at = op;
    while (at.block() != null && at.parentOp() != null) {
      Kernel found = kernels.get(at.block());
      if (found != null) {
        return found;
      }
      at = at.parentOp();
    }
    return kernel;
  }

  static void run(LaunchOp launch, PassContext context) throws LoweringFailure {
    new LaunchLowering(launch, context).lower();
  }

  private void lower() throws LoweringFailure {
    kernels.values().forEach(some -> barriers.put(some, new BarrierLowering(some)));
    List<Operation> operations = operations();
    List<AllocOp> allocations = new ArrayList<>();
    List<ViewOp> views = new ArrayList<>();
    for (Operation op : operations) {
      if (op instanceof AllocOp alloc) {
        kernelOf(alloc).place(alloc);
        allocations.add(alloc);
      } else if (op instanceof ViewOp view) {
        kernelOf(view).place(view);
        views.addFirst(view);
      }
    }
    for (Operation op : operations) {
      lower(kernelOf(op), op);
    }
    stores.values().forEach(TmaStoreLowering::finish);
    for (ViewOp view : views) {
      refuseOtherUses(view.result());
      view.erase();
    }
    for (AllocOp alloc : allocations) {
      refuseOtherUses(alloc.buffer());
      alloc.erase();
    }
    launch.setUnsynchronized(hasSharedMemory());
  }

  private boolean hasSharedMemory() {
    boolean[] found = new boolean[1];
    launch.walk(op ->
        found[0] |= op instanceof AllocaOp memory && Space.of(memory.memref()) == Space.SHARED);
    return found[0];
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    launch.walk(op -> {
      ParallelOp around = op.enclosing(ParallelOp.class);
      if (op != launch && (around == null || around == op)) {
        operations.add(op);
      }
    });
    return operations;
  }

  private void lower(Kernel kernel, Operation op) throws LoweringFailure {
    switch (op) {
      case AllocOp _, ViewOp _ -> {}
      case LoadOp load -> ElementLowering.load(kernel, load);
      case StoreOp store -> ElementLowering.store(kernel, store);
      case AtomicRMWOp atomic -> ElementLowering.update(kernel, atomic);
      case FillOp fill -> FillLowering.lower(kernel, fill);
      case AsyncCopyOp copy -> {
        CopyOp waiting = AsyncCopyLowering.lower(kernel, copy);
        if (waiting != null) {
          lower(kernel, waiting);
        }
      }
      case CopyOp copy -> CopyLowering.lower(kernel, copy);
      case AtomicAddOp add -> CopyLowering.lower(kernel, add);
      case ParallelOp loop -> ParallelLowering.lower(kernel, loop);
      case GemmOp gemm -> GemmLowering.lower(kernel, gemm);
      case ReduceOp reduce -> ReduceStaging.lower(kernel, reduce);
      case CommitGroupOp commit -> {
        CpAsyncCommitGroupOp.create(Inserter.before(commit));
        commit.erase();
      }
      case WaitGroupOp wait -> {
        int pending = Math.toIntExact(wait.pending().longValue());
        CpAsyncWaitGroupOp.create(Inserter.before(wait), pending);
        wait.erase();
      }
      case TmaCopyOp copy -> TmaCopyLowering.lower(kernel, copy);
      case BulkStoreOp store -> BulkStoreLowering.lower(kernel, store);
      case TmaStoreOp store -> stores.computeIfAbsent(kernel, TmaStoreLowering::new).lower(store);
      case WaitGemmOp wait -> WgmmaLowering.lower(wait);
      case TakeTurnOp take -> turns.computeIfAbsent(kernel, TurnLowering::new).lower(take);
      case PassTurnOp pass -> turns.computeIfAbsent(kernel, TurnLowering::new).lower(pass);
      case SlotOp slot -> SlotLowering.lower(kernel, slot);
      case ParityOp parity -> SlotLowering.lower(kernel, parity);
      default -> {
        if (!lowerBarrier(barriers.get(kernel), op)) {
          leave(op);
        }
      }
    }
  }

  /** Lowers what concerns threads that wait for each other; was it that? */
  private static boolean lowerBarrier(@Nullable BarrierLowering lowering, Operation op)
      throws LoweringFailure {
    if (lowering == null) {
      return false;
    }
    switch (op) {
      case ArriveOp arrive -> lowering.lower(arrive);
      case ArriveExpectTxOp arrive -> lowering.lower(arrive);
      case ExpectTxOp expect -> lowering.lower(expect);
      case SyncOp sync -> lowering.lower(sync);
      case NamedSyncOp sync -> lowering.lower(sync);
      case NamedArriveOp arrive -> lowering.lower(arrive);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Other operations stay; those of tiles and pipelines can't. */
  private static void leave(Operation op) throws LoweringFailure {
    op.removeAttribute(Schedule.DEPTH);
    String name = op.name();
    if (name.startsWith(TileDialect.NAME + ".") || name.startsWith(PipelineDialect.NAME + ".")) {
      throw LoweringFailure.of(op, "no lowering of %s is known yet", name);
    }
  }

  /** What is not known here may use buffers, too. */
  private static void refuseOtherUses(Value buffer) throws LoweringFailure {
    for (var use : buffer.uses()) {
      throw LoweringFailure.of(
          use.owner(), "it uses a buffer on chip in a way that is not known here");
    }
  }
}
