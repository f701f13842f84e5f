// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Grids in panels: each tile once, in the order that the formula says. */
final class RasterizeTest {
  private static final String TEXT =
      """
      func.func @f(%%out: memref<?x?xf32>, %%gx: index, %%gy: index) {
        %%v = arith.constant 1.0 : f32
        tile.launch grid(%%x = %s, %%y = %s) threads(32) attributes {panel = %d : i64, raster = "%s"} {
          memref.store %%v, %%out[%%x, %%y] : memref<?x?xf32>
        }
        return
      }
      """;

  private record Place(long x, long y) {}

  /** The launch that a block is asked about, and what its values are. */
  private static final class Grid {
    private final MemoryKernel kernel;
    private final IndexEvaluation values = new IndexEvaluation();

    Grid(String text) {
      kernel = MemoryKernel.of(text);
      new RasterizePass().run(kernel.function(), kernel.context());
      assertThat(kernel.diagnostics()).isEmpty();
    }

    Place at(long gx, long gy, long x, long y) {
      Block entry = kernel.function().region(0).entry();
      values.put(entry.argument(1), gx);
      values.put(entry.argument(2), gy);
      Block body = kernel.all(LaunchOp.class).getFirst().body().entry();
      values.put(body.argument(0), x);
      values.put(body.argument(1), y);
      for (Operation op : body) {
        if (op instanceof StoreOp store) {
          return new Place(values.get(store.indices().get(0)), values.get(store.indices().get(1)));
        }
        values.run(op);
      }
      throw new AssertionError("nothing is stored");
    }
  }

  /** The formula, for panels of rows. */
  private static Place expected(long gx, long gy, long panel, long number) {
    long size = panel * gx;
    long which = number / size;
    long rest = number % size;
    long panels = (gx * gy + size - 1) / size;
    long stride = which + 1 < panels ? panel : (gx * gy - which * size) / gx;
    long column = which % 2 == 0 ? rest / stride : gx - 1 - rest / stride;
    return new Place(column, rest % stride + which * panel);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void rowsAreWalkedAsTheFormulaSays(long panel) {
    Grid grid = new Grid(TEXT.formatted("%gx", "%gy", panel, "rows"));
    for (long gx = 1; gx <= 16; gx++) {
      for (long gy = 1; gy <= 16; gy++) {
        Set<Place> seen = new HashSet<>();
        for (long number = 0; number < gx * gy; number++) {
          Place place = grid.at(gx, gy, number % gx, number / gx);
          assertThat(place).isEqualTo(expected(gx, gy, panel, number));
          assertThat(seen.add(place)).isTrue();
          assertThat(place.x() < gx && place.y() < gy).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void columnsAreWalkedWithTheRolesExchanged(long panel) {
    Grid grid = new Grid(TEXT.formatted("%gx", "%gy", panel, "columns"));
    for (long gx = 1; gx <= 16; gx++) {
      for (long gy = 1; gy <= 16; gy++) {
        Set<Place> seen = new HashSet<>();
        for (long number = 0; number < gx * gy; number++) {
          Place place = grid.at(gx, gy, number % gx, number / gx);
          Place other = expected(gy, gx, panel, number);
          assertThat(place).isEqualTo(new Place(other.y(), other.x()));
          assertThat(seen.add(place)).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 8, 3", "5, 7, 10", "1, 16, 2", "16, 1, 2"})
  void sizesThatAreConstantsSayTheSame(long gx, long gy, long panel) {
    for (String order : List.of("rows", "columns")) {
      Grid fixed = new Grid(TEXT.formatted(gx, gy, panel, order));
      Grid open = new Grid(TEXT.formatted("%gx", "%gy", panel, order));
      for (long number = 0; number < gx * gy; number++) {
        assertThat(fixed.at(gx, gy, number % gx, number / gx))
            .isEqualTo(open.at(gx, gy, number % gx, number / gx));
      }
    }
  }
}
