// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.TmaStoreOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets roles store the sums of their products through shared memory: a copy of such a fragment to
 * global memory becomes a {@code tile.tma_store}, whose pieces of 128 bytes a row the engine takes
 * away while the next piece is written. Elements that lie outside of the tensor need no conditions
 * then.
 *
 * <p>Requires roles that are laid out, with all their buffers: what they leave of shared memory
 * decides whether there is room for two pieces, for one or for none. Gives stores and the buffers
 * that they go through; those of one shape share one. Leaves alone, with a remark, what the engine
 * can't store.
 */
@PassDef(
    name = "stage-stores",
    anchor = "func.func",
    summary = "Store sums through shared memory, by whole boxes",
    from = Rung.PIPELINE,
    downTo = Rung.PIPELINE)
public final class StageStoresPass implements Pass {
  private static final String BY_THREADS = "stored by threads";

  /** A pass; it has nothing to choose. */
  public StageStoresPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    Change change = Change.NONE;
    for (LaunchOp launch : LaunchOp.allIn(root)) {
      for (Operation op : launch.body().entry().operations()) {
        if (op instanceof RolesOp roles) {
          for (RolesOp.Role role : roles.roles()) {
            change = change.and(Change.of(stage(launch, roles, role, context)));
          }
        }
      }
    }
    return change;
  }

  private static boolean stage(
      LaunchOp launch, RolesOp roles, RolesOp.Role role, PassContext context) {
    StagedStores candidates = StagedStores.in(role);
    Map<MemRefType, List<CopyOp>> byPiece = new LinkedHashMap<>();
    for (CopyOp copy : candidates.stores()) {
      String obstacle = candidates.obstacle(copy);
      if (obstacle == null) {
        byPiece.computeIfAbsent(StagedStores.piece(copy), _ -> new ArrayList<>()).add(copy);
      } else {
        keep(copy, obstacle, context);
      }
    }
    boolean changed = false;
    for (Map.Entry<MemRefType, List<CopyOp>> entry : byPiece.entrySet()) {
      SharedRoom room = SharedRoom.of(launch);
      long versions = Math.min(2, room.left() / SharedRoom.bytes(entry.getKey()));
      if (versions < 1) {
        String reason =
            "%d bytes of shared memory are left, and a piece has %d"
                .formatted(room.left(), SharedRoom.bytes(entry.getKey()));
        entry.getValue().forEach(copy -> keep(copy, reason, context));
        continue;
      }
      MemRefType type = entry.getKey().withLeadingDimension(versions);
      Value staging = AllocOp.create(Inserter.before(roles), type).buffer();
      entry.getValue().forEach(copy -> replace(copy, staging, versions, context));
      changed = true;
    }
    return changed;
  }

  private static void replace(CopyOp copy, Value staging, long versions, PassContext context) {
    TmaStoreOp.create(Inserter.before(copy), copy.sourceRegion(), copy.targetRegion(), staging);
    String chosen = "tma, through %d pieces in turn".formatted(versions);
    Decision decision = Decision.about(copy, "copy", asked(copy), chosen);
    context.decide(
        versions > 1 ? decision : decision.because("there is no room for a second piece"));
    copy.erase();
  }

  private static void keep(CopyOp copy, String reason, PassContext context) {
    if (!copy.prefers(CopyOp.SYNC)) {
      context.remark(copy, "is stored by threads: %s", reason);
    }
    context.decide(Decision.about(copy, "copy", asked(copy), BY_THREADS).because(reason));
  }

  private static String asked(CopyOp copy) {
    return copy.prefer().map(word -> word.value()).orElse("any");
  }
}
