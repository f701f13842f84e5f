// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.PipelineDialect;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.ptx.CpAsyncCommitGroupOp;
import dev.azulejo.dialect.ptx.CpAsyncWaitGroupOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.AtomicAddOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.dialect.tile.ViewOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.pass.PassContext;
import java.util.ArrayList;
import java.util.List;

/** The lowering of one launch: its buffers, and each of its operations in order. */
final class LaunchLowering {
  private final Kernel kernel;

  private LaunchLowering(LaunchOp launch, PassContext context) {
    this.kernel = new Kernel(launch, context);
  }

  static void run(LaunchOp launch, PassContext context) throws LoweringFailure {
    new LaunchLowering(launch, context).lower();
  }

  private void lower() throws LoweringFailure {
    List<Operation> operations = operations();
    List<AllocOp> allocations = new ArrayList<>();
    List<ViewOp> views = new ArrayList<>();
    for (Operation op : operations) {
      if (op instanceof AllocOp alloc) {
        kernel.place(alloc);
        allocations.add(alloc);
      } else if (op instanceof ViewOp view) {
        kernel.place(view);
        views.addFirst(view);
      }
    }
    for (Operation op : operations) {
      lower(op);
    }
    for (ViewOp view : views) {
      refuseOtherUses(view.result());
      view.erase();
    }
    for (AllocOp alloc : allocations) {
      refuseOtherUses(alloc.buffer());
      alloc.erase();
    }
    kernel.launch().setUnsynchronized(hasSharedMemory());
  }

  private boolean hasSharedMemory() {
    boolean[] found = new boolean[1];
    kernel
        .launch()
        .walk(op ->
            found[0] |= op instanceof AllocaOp memory && Space.of(memory.memref()) == Space.SHARED);
    return found[0];
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    kernel
        .launch()
        .walk(op -> {
          ParallelOp around = op.enclosing(ParallelOp.class);
          if (op != kernel.launch() && (around == null || around == op)) {
            operations.add(op);
          }
        });
    return operations;
  }

  private void lower(Operation op) throws LoweringFailure {
    switch (op) {
      case AllocOp _, ViewOp _ -> {}
      case LoadOp load -> ElementLowering.load(kernel, load);
      case StoreOp store -> ElementLowering.store(kernel, store);
      case AtomicRMWOp atomic -> ElementLowering.update(kernel, atomic);
      case FillOp fill -> FillLowering.lower(kernel, fill);
      case AsyncCopyOp copy -> {
        CopyOp waiting = AsyncCopyLowering.lower(kernel, copy);
        if (waiting != null) {
          lower(waiting);
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
      case SlotOp slot -> {
        Value depth = kernel.math().constant(slot.depth().longValue());
        Value rest = RemUIOp.create(Inserter.before(slot), slot.ordinal(), depth).result();
        slot.result().replaceAllUsesWith(rest);
        slot.erase();
      }
      default -> leave(op);
    }
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
