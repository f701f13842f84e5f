// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.MinUIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MixedIndices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the blocks of a launch would walk over the tiles that its grid has now. A step takes one tile
 * for each block of a cluster; walkers are clusters, or blocks where there are none.
 */
final class TileWalk {
  /** Rows of tiles in a panel, if the launch says nothing. */
  private static final long USUAL_PANEL = 8;

  private final LaunchOp launch;
  private final List<Offset> sizes;
  private final long[] cluster;
  private final long limit;

  /**
   * A walk.
   *
   * @param blocks how many blocks there may be
   */
  TileWalk(LaunchOp launch, long blocks) {
    this.launch = launch;
    this.cluster = launch.clusterSizes();
    this.sizes = new ArrayList<>();
    long together = 1;
    for (int i = 0; i < cluster.length; i++) {
      Offset size = launch.sizes().get(i);
      Long known = size.constant();
      sizes.add(known == null ? size : Offset.of(known / cluster[i]));
      together *= cluster[i];
    }
    this.limit = Math.max(1, blocks / together);
  }

  /** How many blocks of a cluster there are along a dimension of the grid. */
  long cluster(int dimension) {
    return cluster[dimension];
  }

  /** How many dimensions the new grid has. */
  int gridDimensions() {
    int dimensions = 1;
    for (long blocks : cluster) {
      dimensions += blocks > 1 ? 1 : 0;
    }
    return dimensions;
  }

  /** Is there a walker for each step already? */
  boolean isWithinLimit() {
    Long steps = steps();
    return steps != null && steps <= limit;
  }

  /** What the walk is like, for the report. */
  String summary() {
    Long steps = steps();
    return "at most %d walk over %s"
        .formatted(limit, steps == null ? "all tiles" : steps + " tiles");
  }

  private @Nullable Long steps() {
    long steps = 1;
    for (Offset size : sizes) {
      Long known = size.constant();
      if (known == null) {
        return null;
      }
      steps *= known;
    }
    return steps;
  }

  /** Puts the loop around the body. */
  void rewrite() {
    Inserter host = Inserter.before(launch);
    Offset steps = product(host, sizes);
    Offset walkers = least(host, steps);
    Block body = launch.body().entry();
    List<BlockArgument> places = List.copyOf(body.arguments());
    List<Operation> ops = body.operations();
    List<@Nullable Value> within = newGrid(walkers);
    ops.removeIf(AllocOp.class::isInstance);
    Inserter at = Inserter.atEnd(body, launch.location());
    BlockArgument walker = body.argument(body.arguments().size() - 1);
    ForOp loop = ForOp.create(at, walker, value(at, steps), value(at, walkers));
    List<Value> tiles = tiles(Inserter.atStart(loop.body(), launch.location()), loop, within);
    Operation end = loop.body().last();
    for (Operation op : ops) {
      if (end == null) {
        op.moveToEnd(loop.body());
      } else {
        op.moveBefore(end);
      }
    }
    for (int i = places.size() - 1; i >= 0; i--) {
      places.get(i).replaceAllUsesWith(tiles.get(i));
      body.eraseArgument(i);
    }
    launch.removeAttribute("raster");
    launch.removeAttribute("panel");
  }

  /**
   * Gives the launch its new grid: the dimensions of a cluster, and one that counts walkers.
   *
   * @return the block's place in its cluster in each old dimension, or null where that has one
   */
  private List<@Nullable Value> newGrid(Offset walkers) {
    Block body = launch.body().entry();
    List<@Nullable Value> within = new ArrayList<>();
    List<Offset> grid = new ArrayList<>();
    List<Long> clusters = new ArrayList<>();
    for (long blocks : cluster) {
      if (blocks > 1) {
        grid.add(Offset.of(blocks));
        clusters.add(blocks);
        within.add(body.addArgument(IndexType.INSTANCE, launch.location()));
      } else {
        within.add(null);
      }
    }
    grid.add(walkers);
    clusters.add(1L);
    body.addArgument(IndexType.INSTANCE, launch.location());
    launch.setOperandGroup(0, MixedIndices.values(grid));
    launch.setAttribute("grid", MixedIndices.constants(grid));
    if (grid.size() > 1) {
      launch.setAttribute("cluster", DenseArrayAttr.ofI64(clusters));
    } else {
      launch.removeAttribute("cluster");
    }
    return within;
  }

  /** The places in the old grid that a step of the loop works on. */
  private List<Value> tiles(Inserter at, ForOp loop, List<@Nullable Value> within) {
    List<Value> steps = new ArrayList<>();
    Value number = loop.inductionVar();
    if (sizes.size() == 1) {
      steps.add(number);
    } else {
      Value plane = number;
      if (sizes.size() > 2) {
        Value area = value(at, product(at, sizes.subList(0, 2)));
        plane = RemUIOp.create(at, number, area).result();
        steps.addAll(new PanelMath(at, sizes).places(plane, walk()));
        steps.add(DivUIOp.create(at, number, area).result());
      } else {
        steps.addAll(new PanelMath(at, sizes).places(plane, walk()));
      }
    }
    List<Value> tiles = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      tiles.add(inCluster(at, steps.get(i), cluster[i], within.get(i)));
    }
    return tiles;
  }

  private static Value inCluster(Inserter at, Value step, long blocks, @Nullable Value within) {
    if (within == null) {
      return step;
    }
    Value first = MulIOp.create(at, step, ConstantOp.index(at, blocks)).result();
    return AddIOp.create(at, first, within).result();
  }

  private PanelMath.Walk walk() {
    long panel = launch.panel().map(IntegerAttr::longValue).orElse(USUAL_PANEL);
    return launch
        .rasterOrder()
        .map(order -> PanelMath.Walk.of(order, panel))
        .orElseGet(() -> new PanelMath.Walk(0, 1, USUAL_PANEL, false));
  }

  private Offset least(Inserter at, Offset steps) {
    Long known = steps.constant();
    return known != null
        ? Offset.of(Math.min(known, limit))
        : Offset.of(MinUIOp.create(at, value(at, steps), ConstantOp.index(at, limit)).result());
  }

  private static Offset product(Inserter at, List<Offset> factors) {
    long known = 1;
    Value open = null;
    for (Offset factor : factors) {
      switch (factor) {
        case Offset.Constant(long value) -> known *= value;
        case Offset.Dynamic(Value value) ->
            open = open == null ? value : MulIOp.create(at, open, value).result();
      }
    }
    if (open == null) {
      return Offset.of(known);
    }
    return known == 1
        ? Offset.of(open)
        : Offset.of(MulIOp.create(at, open, ConstantOp.index(at, known)).result());
  }

  private static Value value(Inserter at, Offset offset) {
    return switch (offset) {
      case Offset.Constant(long number) -> ConstantOp.index(at, number);
      case Offset.Dynamic(Value value) -> value;
    };
  }
}
