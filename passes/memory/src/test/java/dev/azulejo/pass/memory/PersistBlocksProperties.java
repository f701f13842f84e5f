// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Offset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Blocks that walk over tiles: each tile is somebody's, and nobody else's. */
final class PersistBlocksProperties {
  private static final String TEXT =
      """
      func.func @f(%%out: memref<?x?x?xf32>, %%gx: index, %%gy: index, %%gz: index) {
        %%v = arith.constant 1.0 : f32
        tile.launch grid(%%x = %s, %%y = %s, %%z = %s) threads(32) attributes {%s} {
          memref.store %%v, %%out[%%x, %%y, %%z] : memref<?x?x?xf32>
        }
        return
      }
      """;

  private record Place(long x, long y, long z) {}

  /** The tiles that are walked over, block after block. */
  private static List<Place> walked(String text, long gx, long gy, long gz, long blocks) {
    MemoryKernel kernel = MemoryKernel.of(text);
    new PersistBlocksPass().run(kernel.function(), kernel.context());
    assertThat(kernel.diagnostics()).isEmpty();
    IndexEvaluation host = new IndexEvaluation();
    Block entry = kernel.function().region(0).entry();
    host.put(entry.argument(1), gx);
    host.put(entry.argument(2), gy);
    host.put(entry.argument(3), gz);
    List<Place> places = new ArrayList<>();
    for (Operation op : entry) {
      if (op instanceof LaunchOp launch) {
        walk(launch, host, places, blocks);
        return places;
      }
      host.run(op);
    }
    throw new AssertionError("nothing is launched");
  }

  private static void walk(
      LaunchOp launch, IndexEvaluation values, List<Place> places, long limit) {
    List<Long> grid = new ArrayList<>();
    long count = 1;
    for (Offset size : launch.sizes()) {
      long number =
          switch (size) {
            case Offset.Constant(long known) -> known;
            case Offset.Dynamic(var value) -> values.get(value);
          };
      grid.add(number);
      count *= number;
    }
    assertThat(count).isLessThanOrEqualTo(limit);
    for (long block = 0; block < count; block++) {
      long rest = block;
      for (int i = 0; i < grid.size(); i++) {
        values.put(launch.body().entry().argument(i), rest % grid.get(i));
        rest /= grid.get(i);
      }
      run(launch.body().entry(), values, places);
    }
  }

  private static void run(Block block, IndexEvaluation values, List<Place> places) {
    for (Operation op : block) {
      if (op instanceof ForOp loop) {
        long from = values.get(loop.lowerBound());
        long step = values.get(loop.step());
        for (long i = from; i < values.get(loop.upperBound()); i += step) {
          values.put(loop.inductionVar(), i);
          run(loop.body(), values, places);
        }
      } else if (op instanceof StoreOp store) {
        places.add(
            new Place(
                values.get(store.indices().get(0)),
                values.get(store.indices().get(1)),
                values.get(store.indices().get(2))));
      } else if (op.resultCount() == 1) {
        values.run(op);
      }
    }
  }

  private static List<Place> all(long gx, long gy, long gz) {
    List<Place> places = new ArrayList<>();
    for (long x = 0; x < gx; x++) {
      for (long y = 0; y < gy; y++) {
        for (long z = 0; z < gz; z++) {
          places.add(new Place(x, y, z));
        }
      }
    }
    return places;
  }

  @Property(tries = 300, seed = "4", edgeCases = EdgeCasesMode.NONE)
  void eachTileIsWalkedOverOnce(
      @ForAll @IntRange(min = 1, max = 12) int gx,
      @ForAll @IntRange(min = 1, max = 20) int gy,
      @ForAll @IntRange(min = 1, max = 3) int gz,
      @ForAll @IntRange(min = 1, max = 40) int limit,
      @ForAll @IntRange(min = 0, max = 9) int panel,
      @ForAll boolean rows,
      @ForAll boolean known) {
    String walk = "persistent = %d : i64".formatted(limit);
    if (panel > 0) {
      walk += ", panel = %d : i64, raster = \"%s\"".formatted(panel, rows ? "rows" : "columns");
    }
    String text =
        known ? TEXT.formatted(gx, gy, gz, walk) : TEXT.formatted("%gx", "%gy", "%gz", walk);
    long most = known && gx * gy * gz <= limit ? gx * gy * gz : limit;
    assertThat(walked(text, gx, gy, gz, most)).containsExactlyInAnyOrderElementsOf(all(gx, gy, gz));
  }

  @Property(tries = 200, seed = "4", edgeCases = EdgeCasesMode.NONE)
  void blocksOfAClusterAreBesideEachOther(
      @ForAll @IntRange(min = 1, max = 6) int gx,
      @ForAll @IntRange(min = 1, max = 12) int gy,
      @ForAll @IntRange(min = 1, max = 2) int cx,
      @ForAll @IntRange(min = 1, max = 4) int cy,
      @ForAll @IntRange(min = 1, max = 9) int clusters) {
    int limit = clusters * cx * cy;
    String walk = "cluster = array<i64: %d, %d, 1>, persistent = %d : i64".formatted(cx, cy, limit);
    String text = TEXT.formatted(gx * cx, gy * cy, 1, walk);
    List<Place> places =
        walked(text, (long) gx * cx, (long) gy * cy, 1, Math.max(limit, gx * gy * cx * cy));
    assertThat(places).containsExactlyInAnyOrderElementsOf(all((long) gx * cx, (long) gy * cy, 1));
  }
}
