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
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import java.util.List;

/** The arithmetic of panels, at the start of a launch's body. */
final class PanelMath {
  private final LaunchOp launch;
  private final Inserter at;

  PanelMath(LaunchOp launch) {
    this.launch = launch;
    Operation first = launch.body().entry().first();
    this.at =
        first == null
            ? Inserter.atEnd(launch.body().entry(), launch.location())
            : Inserter.before(first).withLocation(launch.location());
  }

  /**
   * The places of a block in a grid that is walked in panels. A panel is some lines of blocks, each
   * as long as the grid is along; in it blocks go across the lines first. Every second panel is
   * walked back; the last one may have fewer lines.
   *
   * @param along the block's place along lines, which counts fastest
   * @param across its place across them
   * @param alongDimension which dimension of the grid the first is of
   * @param acrossDimension which one the second is of
   * @param panel how many lines a panel has
   * @return the two places
   */
  List<Value> places(
      Value along, Value across, int alongDimension, int acrossDimension, long panel) {
    Value length = size(alongDimension);
    Value lines = size(acrossDimension);
    Value width = constant(panel);
    Value number = number(along, across, alongDimension, length, lines);
    Value perPanel = MulIOp.create(at, width, length).result();
    Value which = DivUIOp.create(at, number, perPanel).result();
    Value inPanel = RemUIOp.create(at, number, perPanel).result();
    Value before = MulIOp.create(at, which, width).result();
    // Lines are left for the last panel that are fewer than a panel's: never none.
    Value left = SubIOp.create(at, lines, before).result();
    Value height = MinUIOp.create(at, left, width).result();
    Value forth = DivUIOp.create(at, inPanel, height).result();
    Value last = SubIOp.create(at, length, constant(1)).result();
    Value back = SubIOp.create(at, last, forth).result();
    Value odd = AndIOp.create(at, which, constant(1)).result();
    Value turns = CmpIOp.create(at, CmpIPredicate.NE, odd, constant(0)).result();
    Value column = SelectOp.create(at, turns, back, forth).result();
    Value line = RemUIOp.create(at, inPanel, height).result();
    Value row = AddIOp.create(at, before, line).result();
    return List.of(within(column, alongDimension), within(row, acrossDimension));
  }

  /** The number of a block, with the places along lines counting fastest. */
  private Value number(Value along, Value across, int alongDimension, Value length, Value lines) {
    // Blocks begin in the order of their x, whichever way lines go.
    boolean isUsual = alongDimension == 0;
    Value fast = isUsual ? along : across;
    Value slow = isUsual ? across : along;
    Value row = MulIOp.create(at, slow, isUsual ? length : lines).result();
    return AddIOp.create(at, row, fast).result();
  }

  /** A place with what is known of it said: it is in the grid. */
  private Value within(Value place, int dimension) {
    Long size = launch.sizes().get(dimension).constant();
    return size == null || size < 1
        ? place
        : MinUIOp.create(at, place, constant(size - 1)).result();
  }

  private Value size(int dimension) {
    return switch (launch.sizes().get(dimension)) {
      case Offset.Constant(long size) -> constant(size);
      case Offset.Dynamic(Value size) -> size;
    };
  }

  private Value constant(long value) {
    return ConstantOp.index(at, value);
  }
}
