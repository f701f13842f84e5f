// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.RasterOrder;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets blocks that run at about the same time work on tiles beside each other, so that they find in
 * the second cache what their neighbours have loaded. A launch asks for it with {@code raster} and
 * {@code panel}: the grid is walked in panels of so many rows, or columns, of blocks, forth and
 * back in turn. Which tiles there are, and what is done to each, stays as it is.
 *
 * <p>Requires a grid of two or three dimensions; the third is left alone. Gives arithmetic at the
 * start of the launch's body that makes other places of the block's place, and takes the question
 * away. Leaves alone: launches that don't ask.
 */
@PassDef(
    name = "rasterize",
    anchor = "func.func",
    summary = "Walk the grid in panels, so that neighbours share a cache",
    from = Rung.TILE,
    downTo = Rung.PIPELINE)
public final class RasterizePass implements Pass {

  /** A pass; it has nothing to choose. */
  public RasterizePass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    List<LaunchOp> launches = LaunchOp.allIn(root);
    launches.removeIf(launch -> launch.rasterOrder().isEmpty());
    for (LaunchOp launch : launches) {
      launch.rasterOrder().ifPresent(order -> rasterize(launch, order, context));
    }
    return Change.of(!launches.isEmpty());
  }

  private static void rasterize(LaunchOp launch, RasterOrder order, PassContext context) {
    long panel = launch.panel().map(IntegerAttr::longValue).orElse(1L);
    Block body = launch.body().entry();
    BlockArgument x = body.argument(0);
    BlockArgument y = body.argument(1);
    List<Use> uses = new ArrayList<>();
    x.uses().forEach(uses::add);
    y.uses().forEach(uses::add);
    PanelMath math = new PanelMath(Inserter.atStart(body, launch.location()), launch.sizes());
    List<Value> places = math.places(math.number(x, y), PanelMath.Walk.of(order, panel));
    for (Use use : uses) {
      use.set(places.get(use.value() == x ? 0 : 1));
    }
    launch.removeAttribute("raster");
    launch.removeAttribute("panel");
    String asked = "raster %s(%d)".formatted(order.word(), panel);
    context.decide(Decision.about(launch, "grid", asked, "panels of " + panel));
  }
}
