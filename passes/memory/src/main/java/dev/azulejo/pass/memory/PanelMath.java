// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.MinUIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.tile.RasterOrder;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The arithmetic of walking a grid, or the first two dimensions of one, in panels. */
final class PanelMath {
  private final Inserter at;
  private final List<Offset> sizes;
  private final Map<Long, Value> constants = new HashMap<>();

  /** Arithmetic that is put at a place, about a grid of some sizes. */
  PanelMath(Inserter at, List<Offset> sizes) {
    this.at = at;
    this.sizes = List.copyOf(sizes);
  }

  /**
   * A way through the grid. A panel is some lines of blocks; in it blocks go across the lines
   * first.
   *
   * @param along which dimension of the grid counts along lines
   * @param across which one counts across them
   * @param panel how many lines a panel has; the last one may have fewer
   * @param turns is every second panel walked back?
   */
  record Walk(int along, int across, long panel, boolean turns) {

    /** The walk that a launch asks for: every second panel is walked back. */
    static Walk of(RasterOrder order, long panel) {
      return switch (order) {
        case ROWS -> new Walk(0, 1, panel, true);
        case COLUMNS -> new Walk(1, 0, panel, true);
      };
    }
  }

  /** The places in the first two dimensions that a walk reaches as number so and so, from 0. */
  List<Value> places(Value number, Walk walk) {
    List<Value> places = placesOfLines(number, walk);
    return walk.along() == 0 ? places : places.reversed();
  }

  /** The places along lines and across them. */
  private List<Value> placesOfLines(Value number, Walk walk) {
    Long lines = sizes.get(walk.across()).constant();
    if (lines != null && lines > 0 && lines <= walk.panel()) {
      Value all = constant(lines);
      Value column = DivUIOp.create(at, number, all).result();
      Value row = RemUIOp.create(at, number, all).result();
      return List.of(within(column, walk.along()), row);
    }
    return placesInPanels(number, walk);
  }

  private List<Value> placesInPanels(Value number, Walk walk) {
    Value length = size(walk.along());
    Value lines = size(walk.across());
    Value width = constant(walk.panel());
    Value perPanel = MulIOp.create(at, width, length).result();
    Value which = DivUIOp.create(at, number, perPanel).result();
    Value inPanel = RemUIOp.create(at, number, perPanel).result();
    Value before = MulIOp.create(at, which, width).result();
    Value height = height(lines, before, width, walk);
    Value forth = DivUIOp.create(at, inPanel, height).result();
    Value column = walk.turns() ? turned(length, which, forth) : forth;
    Value line = RemUIOp.create(at, inPanel, height).result();
    Value row = AddIOp.create(at, before, line).result();
    return List.of(within(column, walk.along()), within(row, walk.across()));
  }

  /** How many lines a panel has: the last one may have fewer, but never none. */
  private Value height(Value lines, Value before, Value width, Walk walk) {
    Long known = sizes.get(walk.across()).constant();
    if (known != null && known % walk.panel() == 0) {
      return width;
    }
    Value left = SubIOp.create(at, lines, before).result();
    return MinUIOp.create(at, left, width).result();
  }

  private Value turned(Value length, Value which, Value forth) {
    Value last = SubIOp.create(at, length, constant(1)).result();
    Value back = SubIOp.create(at, last, forth).result();
    Value odd = AndIOp.create(at, which, constant(1)).result();
    Value turns = CmpIOp.create(at, CmpIPredicate.NE, odd, constant(0)).result();
    return SelectOp.create(at, turns, back, forth).result();
  }

  /** The number of a block in the usual order: blocks begin in the order of their first place. */
  Value number(Value x, Value y) {
    Value row = MulIOp.create(at, y, size(0)).result();
    return AddIOp.create(at, row, x).result();
  }

  /** A place with what is known of it said: it is in the grid. */
  private Value within(Value place, int dimension) {
    Long size = sizes.get(dimension).constant();
    return size == null || size < 1
        ? place
        : MinUIOp.create(at, place, constant(size - 1)).result();
  }

  private Value size(int dimension) {
    return switch (sizes.get(dimension)) {
      case Offset.Constant(long size) -> constant(size);
      case Offset.Dynamic(Value size) -> size;
    };
  }

  private Value constant(long value) {
    return constants.computeIfAbsent(value, number -> ConstantOp.index(at, number));
  }
}
