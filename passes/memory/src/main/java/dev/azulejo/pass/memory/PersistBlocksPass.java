// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.gpu.BlockIdOp;
import dev.azulejo.dialect.gpu.ClusterIdOp;
import dev.azulejo.dialect.gpu.GlobalIdOp;
import dev.azulejo.dialect.gpu.GridDimOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets few blocks work on many tiles: a launch with {@code persistent = n} gets a grid of at most n
 * blocks, each of which walks over the tiles that were the blocks of the grid, in steps of the
 * grid. Loads for the next tile can then run while a tile is being stored. The tiles are walked in
 * panels, as {@code raster} and {@code panel} ask, or of eight rows where they don't. Blocks of a
 * cluster walk together: one step takes the tiles of a cluster.
 *
 * <p>Requires a launch without roles, whose body does not ask for the block's own number. Gives a
 * grid of the cluster's dimensions and one more, and a loop around the body; what is allocated
 * stays outside of it. Leaves alone: launches that don't ask, and those that have a block for each
 * tile already.
 */
@PassDef(
    name = "persist-blocks",
    anchor = "func.func",
    summary = "Let few blocks walk over many tiles",
    from = Rung.TILE,
    downTo = Rung.PIPELINE)
public final class PersistBlocksPass implements Pass {
  private static final int MAX_DIMENSIONS = 3;

  /** A pass; it has nothing to choose. */
  public PersistBlocksPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    Change change = Change.NONE;
    for (LaunchOp launch : LaunchOp.allIn(root)) {
      Optional<IntegerAttr> persistent = launch.persistent();
      if (persistent.isPresent()) {
        persist(launch, persistent.get().longValue(), context);
        launch.removeAttribute("persistent");
        change = Change.SOME;
      }
    }
    return change;
  }

  private static void persist(LaunchOp launch, long limit, PassContext context) {
    TileWalk walk = new TileWalk(launch, limit);
    String obstacle = obstacle(launch, walk);
    String asked = "persistent %d".formatted(limit);
    if (obstacle != null) {
      context.remark(launch, "keeps a block for each tile: %s", obstacle);
      context.decide(
          Decision.about(launch, "grid", asked, "a block for each tile").because(obstacle));
    } else if (walk.isWithinLimit()) {
      context.decide(
          Decision.about(launch, "grid", asked, "a block for each tile")
              .because("there are no more tiles"));
    } else {
      walk.rewrite();
      context.decide(Decision.about(launch, "grid", asked, walk.summary()));
    }
  }

  /** Why blocks can't walk, or null where they can. */
  private static @Nullable String obstacle(LaunchOp launch, TileWalk walk) {
    List<Offset> sizes = launch.sizes();
    for (int i = 0; i < sizes.size(); i++) {
      if (walk.cluster(i) > 1 && sizes.get(i).constant() == null) {
        return "how many clusters there are along dimension %d is not known".formatted(i);
      }
    }
    if (walk.gridDimensions() > MAX_DIMENSIONS) {
      return "a cluster of three dimensions leaves none to walk along";
    }
    Operation[] found = new Operation[1];
    launch.walk(op -> {
      if (found[0] == null && dependsOnBlocks(op)) {
        found[0] = op;
      }
    });
    return found[0] == null ? null : "its '%s' is for one tile a block".formatted(found[0].name());
  }

  private static boolean dependsOnBlocks(Operation op) {
    return op instanceof AllocOp
        || op instanceof RolesOp
        || op instanceof BlockIdOp
        || op instanceof ClusterIdOp
        || op instanceof GlobalIdOp
        || op instanceof GridDimOp;
  }
}
