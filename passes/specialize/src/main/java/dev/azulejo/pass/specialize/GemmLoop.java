// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.FenceProxyAsyncOp;
import dev.azulejo.dialect.barrier.SyncOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Pure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A loop of a role that makes products in its body, and what stands in the way of overlapping. */
final class GemmLoop {
  private final ForOp loop;
  private final List<GemmOp> gemms = new ArrayList<>();
  private final List<ArriveOp> releases = new ArrayList<>();
  private final List<Operation> others = new ArrayList<>();

  private GemmLoop(ForOp loop) {
    this.loop = loop;
  }

  static GemmLoop of(ForOp loop) {
    GemmLoop found = new GemmLoop(loop);
    for (Operation op : loop.body()) {
      if (op instanceof GemmOp gemm && gemm.isMadeBy(GemmOp.WGMMA)) {
        found.gemms.add(gemm);
      } else if (op instanceof ArriveOp arrive && !found.gemms.isEmpty()) {
        found.releases.add(arrive);
      } else if (!(op instanceof Pure || op instanceof SyncOp || op instanceof FenceProxyAsyncOp)) {
        // Threads that wait for each other, and fences, touch neither sums nor operands.
        found.others.add(op);
      }
    }
    return found;
  }

  ForOp loop() {
    return loop;
  }

  /** The products of an iteration, in order. */
  List<GemmOp> gemms() {
    return gemms;
  }

  /** What says, behind a product, that slots may be filled again. */
  List<ArriveOp> releases() {
    return releases;
  }

  /** Why the products of one iteration can't run into the next, or null where they can. */
  @Nullable String obstacle() {
    Set<Value> sums = new LinkedHashSet<>();
    Set<Value> operands = new LinkedHashSet<>();
    for (GemmOp gemm : gemms) {
      if (gemm.asynchronous()) {
        return "others of its loop are asynchronous already";
      }
      if (Space.of(gemm.c()) != Space.FRAGMENT || Space.of(gemm.b()) != Space.SHARED) {
        return "only products of operands in shared memory into fragments are made so";
      }
      sums.add(gemm.cRegion().root());
      operands.add(gemm.aRegion().root());
      operands.add(gemm.bRegion().root());
    }
    if (sums.stream().anyMatch(operands::contains)) {
      return "another product of its loop takes the sums";
    }
    for (Operation op : others) {
      String reason = conflict(op, sums, operands);
      if (reason != null) {
        return reason;
      }
    }
    return releases.stream().allMatch(GemmLoop::isDeep)
        ? null
        : "there is no second slot to fill while the first is read";
  }

  private static @Nullable String conflict(Operation op, Set<Value> sums, Set<Value> operands) {
    Accesses accesses = Accesses.of(op);
    if (accesses.unknown()) {
      return "nobody knows what the '%s' of its loop touches".formatted(op.name());
    }
    for (Access access : accesses.all()) {
      BufferRegion region = access.region();
      if (region != null && sums.contains(region.root())) {
        return "the '%s' of its loop uses the sums".formatted(op.name());
      }
      if (region != null && access.isWrite() && operands.contains(region.root())) {
        return "the '%s' of its loop writes what is multiplied".formatted(op.name());
      }
    }
    return null;
  }

  /**
   * Can a slot wait for the next iteration to be released? That waits for another slot before, so
   * there must be one.
   */
  private static boolean isDeep(ArriveOp release) {
    return release.index().definingOp() instanceof SlotOp slot && slot.depth().longValue() > 1;
  }
}
