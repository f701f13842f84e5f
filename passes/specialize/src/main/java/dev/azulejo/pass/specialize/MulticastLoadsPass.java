// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the blocks of a cluster share what they load: a box that is the same for all blocks along
 * some dimensions of the cluster is fetched in parts, by each block a part for all of them. A slot
 * that others write as well is released to all of these, whose barriers then count as many more
 * arrivals.
 *
 * <p>Requires roles, and slots with barriers as {@code warp-specialize} makes them. Gives {@code
 * multicast} on copies and arrivals. Leaves alone: launches without clusters, copies that are
 * multicast already, boxes that differ from block to block, and, with a remark, those that blocks
 * reach differently or whose parts would be no whole rows of eight.
 */
@PassDef(
    name = "multicast-loads",
    anchor = "func.func",
    summary = "Let blocks of a cluster fetch parts of what all of them need",
    from = Rung.PIPELINE,
    downTo = Rung.PIPELINE)
public final class MulticastLoadsPass implements Pass {

  /** A pass; it has nothing to choose. */
  public MulticastLoadsPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    Change change = Change.NONE;
    for (LaunchOp launch : LaunchOp.allIn(root)) {
      for (Operation op : launch.body().entry()) {
        if (op instanceof RolesOp roles && hasClusters(launch) && !isShared(roles)) {
          change = change.and(Change.of(share(launch, roles, context)));
        }
      }
    }
    return change;
  }

  private static boolean hasClusters(LaunchOp launch) {
    for (long blocks : launch.clusterSizes()) {
      if (blocks > 1) {
        return true;
      }
    }
    return false;
  }

  /** Is anything multicast already? Then whoever did it has counted arrivals too. */
  private static boolean isShared(RolesOp roles) {
    boolean[] found = new boolean[1];
    roles.walk(op -> {
      found[0] |= op instanceof TmaCopyOp copy && copy.multicast().isPresent();
      found[0] |= op instanceof ArriveOp arrive && arrive.multicast().isPresent();
    });
    return found[0];
  }

  private static boolean share(LaunchOp launch, RolesOp roles, PassContext context) {
    List<TmaCopyOp> copies = new ArrayList<>();
    roles.walk(op -> {
      if (op instanceof TmaCopyOp copy) {
        copies.add(copy);
      }
    });
    SharedSlots slots = new SharedSlots(launch, roles);
    boolean changed = false;
    for (TmaCopyOp copy : copies) {
      SharedSlots.Sharing sharing = slots.sharing(copy);
      if (!sharing.obstacle().isEmpty()) {
        context.remark(copy, "is fetched by each block for itself: %s", sharing.obstacle());
      }
      Decision decision = Decision.about(copy, "copy", "cluster", chosen(sharing));
      context.decide(
          sharing.obstacle().isEmpty() ? decision : decision.because("%s", sharing.obstacle()));
      if (!sharing.dimensions().isEmpty()) {
        slots.share(copy, sharing.dimensions());
        changed = true;
      }
    }
    slots.finish();
    if (!changed) {
      context.remark(launch, "has clusters whose blocks load nothing together");
    }
    return changed;
  }

  private static String chosen(SharedSlots.Sharing sharing) {
    return sharing.dimensions().isEmpty()
        ? "fetched by each block for itself"
        : "multicast along dimensions " + sharing.dimensions();
  }
}
