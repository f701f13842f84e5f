// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.barrier;

import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.barrier.BarrierDialect;
import dev.azulejo.dialect.barrier.SyncOp;
import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.gpu.Dimension;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.dialect.ptx.FenceMbarrierInitOp;
import dev.azulejo.dialect.ptx.MbarrierInitOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The barriers of a launch: one array of words in shared memory, in which those that were allocated
 * together lie behind each other.
 */
public final class SharedBarriers {
  /** The bytes of a barrier, and what its address is a multiple of. */
  static final int BYTES = Long.BYTES;

  private final LaunchOp launch;
  private final Diagnostics diagnostics;
  private final List<AllocOp> allocations = new ArrayList<>();

  /** The number in the array of the first barrier of each allocation. */
  private final Map<Value, Integer> first = new LinkedHashMap<>();

  private int count;

  /** The barriers of a launch. */
  public SharedBarriers(LaunchOp launch, Diagnostics diagnostics) {
    this.launch = launch;
    this.diagnostics = diagnostics;
    launch.walk(op -> {
      if (op instanceof AllocOp alloc) {
        allocations.add(alloc);
        first.put(alloc.array(), count);
        count += alloc.counts().size();
      }
    });
  }

  /** How many barriers there are. */
  public int count() {
    return count;
  }

  /** Can there be such barriers at all? What forbids them is reported. */
  public boolean isPossible() {
    int errors = diagnostics.errorCount();
    Target target = Target.of(launch);
    for (AllocOp alloc : allocations) {
      if (target != null && !target.hasSharedBarriers()) {
        diagnostics.report(
            alloc.error(
                "needs sm_90 or later, which has barriers with phases that bytes count on; the"
                    + " target is %s",
                target.name()));
      }
      if (alloc.parentOp() != launch) {
        diagnostics.report(
            alloc.error("must stand in the launch's body itself, where all threads come once"));
      }
    }
    return diagnostics.errorCount() == errors;
  }

  /** Is all known that lowering needs? What isn't is reported. */
  public boolean isComplete() {
    int errors = diagnostics.errorCount();
    for (AllocOp alloc : allocations) {
      for (Use use : alloc.array().uses()) {
        String obstacle = BarrierInstruction.obstacle(use.owner());
        if (obstacle != null) {
          diagnostics.report(use.owner().error("%s", obstacle));
        }
      }
    }
    return diagnostics.errorCount() == errors;
  }

  /**
   * Lowers them.
   *
   * @return was there anything to lower?
   */
  public boolean lower() {
    List<Operation> operations = new ArrayList<>();
    launch.walk(op -> {
      if (op.name().startsWith(BarrierDialect.NAME + ".")
          && !(op instanceof AllocOp || op instanceof SyncOp)) {
        operations.add(op);
      }
    });
    if (operations.isEmpty() && allocations.isEmpty()) {
      return false;
    }
    ClusterBlocks blocks = new ClusterBlocks(launch);
    boolean meet = blocks.meet();
    Value words = allocations.isEmpty() ? null : allocate(allocations.getFirst(), meet);
    BarrierInstruction instruction = new BarrierInstruction(first, words, blocks);
    operations.forEach(instruction::lower);
    allocations.forEach(Operation::erase);
    if (meet) {
      // Another block may still reach into the shared memory of one that is done.
      ClusterBlocks.sync(Inserter.atEnd(launch.body().entry(), launch.location()));
    }
    return true;
  }

  private Value allocate(AllocOp at, boolean forCluster) {
    Inserter ahead = Inserter.before(at);
    StringAttr shared = StringAttr.of(Space.SHARED.spelling());
    var type = MemRefType.of(new long[] {count}, IntegerType.I64, null, shared);
    AllocaOp words = AllocaOp.create(ahead, type);
    words.setAttribute("alignment", IntegerAttr.i64(BYTES));
    Value thread = ThreadIdOp.create(ahead, Dimension.X).result();
    Value zero = ConstantOp.create(ahead, IntegerAttr.of(IndexType.INSTANCE, 0)).result();
    Value isFirst = CmpIOp.create(ahead, CmpIPredicate.EQ, thread, zero).result();
    IfOp.create(ahead, isFirst, then -> initialise(then, words.memref()));
    if (forCluster) {
      ClusterBlocks.sync(ahead);
    } else {
      BarrierOp.create(ahead);
    }
    return words.memref();
  }

  private void initialise(Inserter at, Value words) {
    Value base = AddressOp.create(at, words, List.of(Offset.of(0))).result();
    Map<Long, Value> arrivals = new LinkedHashMap<>();
    int number = 0;
    for (AllocOp alloc : allocations) {
      for (long each : alloc.counts().asLongs()) {
        Value wanted =
            arrivals.computeIfAbsent(
                each, _ -> ConstantOp.create(at, IntegerAttr.i32(Math.toIntExact(each))).result());
        MbarrierInitOp.create(at, base, wanted)
            .setAttribute("offset", IntegerAttr.i32(number * BYTES));
        number++;
      }
    }
    FenceMbarrierInitOp.create(at);
  }
}
