// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.scf.ConditionOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.IndexSwitchOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.trait.Terminator;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.List;

/** The code of structured control flow: jumps, with what comes first in the text first. */
final class StructureDecoder {
  private final WarpDecoder decoder;
  private final Assembly code;

  StructureDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
    this.code = decoder.code();
  }

  void emit(Operation op) {
    switch (op) {
      case ForOp loop -> loop(loop);
      case IfOp branch -> branch(branch);
      case WhileOp loop -> loop(loop);
      case IndexSwitchOp choice -> choice(choice);
      default -> throw WarpDecoder.unsupported(op);
    }
  }

  /** The operations of a block, without what ends it. */
  private void body(Block block) {
    for (Operation op : block) {
      if (!(op instanceof Terminator)) {
        decoder.emit(op);
      }
    }
  }

  private void region(Region region, List<? extends Value> results, Operation op) {
    if (region.isEmpty()) {
      return;
    }
    Block block = region.entry();
    if (region.blocks().size() > 1) {
      throw WarpDecoder.unsupported(op);
    }
    body(block);
    if (block.last() instanceof YieldOp yield) {
      Moves.emit(decoder, yield.operands(), results, op);
    }
  }

  private void branch(IfOp op) {
    var otherwise = new Assembly.Label();
    var end = new Assembly.Label();
    code.jumpUnless(decoder.slot(op.condition()), otherwise, op.location());
    region(op.region(0), op.results(), op);
    if (!op.region(1).isEmpty()) {
      code.jump(end, op.location());
    }
    code.bind(otherwise);
    region(op.region(1), op.results(), op);
    code.bind(end);
  }

  private void choice(IndexSwitchOp op) {
    int selector = decoder.slot(op.arg());
    long[] cases = op.cases().asLongs();
    var end = new Assembly.Label();
    for (int i = 0; i < cases.length; i++) {
      long wanted = cases[i];
      var next = new Assembly.Label();
      code.add(
          warp -> warp.branch(~equal(warp.lanes(selector), wanted), next.target()), op.location());
      region(op.caseRegions().get(i), op.results(), op);
      code.jump(end, op.location());
      code.bind(next);
    }
    region(op.defaultRegion(), op.results(), op);
    code.bind(end);
  }

  private static int equal(long[] values, long wanted) {
    int lanes = 0;
    for (int i = 0; i < Warp.LANES; i++) {
      lanes |= values[i] == wanted ? 1 << i : 0;
    }
    return lanes;
  }

  private void loop(WhileOp op) {
    Block before = op.before().entry();
    Block after = op.after().entry();
    ConditionOp test = op.condition();
    List<Value> passed = test.operands().subList(1, test.operandCount());
    var head = new Assembly.Label();
    var end = new Assembly.Label();
    Moves.emit(decoder, op.operands(), before.arguments(), op);
    code.bind(head);
    body(before);
    var leaving = new Assembly.Label();
    code.jumpUnless(decoder.slot(test.operand(0)), leaving, test.location());
    Moves.emit(decoder, passed, after.arguments(), test);
    body(after);
    if (after.last() instanceof YieldOp yield) {
      Moves.emit(decoder, yield.operands(), before.arguments(), yield);
    }
    code.jump(head, op.location());
    code.bind(leaving);
    Moves.emit(decoder, passed, op.results(), test);
    code.bind(end);
  }

  private void loop(ForOp op) {
    Block block = op.body();
    int index = decoder.slot(op.inductionVar());
    if (!Scalars.isInteger(op.inductionVar().type())) {
      throw WarpDecoder.unsupported(op);
    }
    List<? extends Value> carried = block.arguments().subList(1, block.arguments().size());
    var counter = new Counter(decoder, op, index);
    var again = new Assembly.Label();
    var end = new Assembly.Label();
    Moves.emit(decoder, List.of(op.lowerBound()), List.of(op.inductionVar()), op);
    Moves.emit(decoder, op.initArgs(), carried, op);
    Location place = op.location();
    code.add(warp -> warp.branch(~counter.begin(warp), end.target()), place);
    code.bind(again);
    body(block);
    if (block.last() instanceof YieldOp yield) {
      Moves.emit(decoder, yield.operands(), carried, op);
    }
    code.add(warp -> warp.branch(~counter.next(warp), end.target()), place);
    code.jump(again, place);
    code.bind(end);
    Moves.emit(decoder, carried, op.results(), op);
  }

  /** The index of a loop. */
  private static final class Counter {
    private final int index;
    private final int from;
    private final int to;
    private final int step;
    private final int width;
    private final boolean unsigned;
    private final Location place;

    Counter(WarpDecoder decoder, ForOp op, int index) {
      this.index = index;
      this.from = decoder.slot(op.lowerBound());
      this.to = decoder.slot(op.upperBound());
      this.step = decoder.slot(op.step());
      this.width = Scalars.width(op.inductionVar().type());
      this.unsigned = op.unsignedCmp();
      this.place = op.location();
    }

    private long number(long bits) {
      return unsigned ? Scalars.extendUnsigned(bits, width) : bits;
    }

    /** The active lanes whose loop has a first iteration. */
    int begin(Warp warp) {
      int more = 0;
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long stride = number(warp.lanes(step)[lane]);
        if (stride == 0 || (stride < 0 && !unsigned)) {
          throw warp.failure(
              place, lane, "begins a loop whose step is %d; it must be positive", stride);
        }
        long first = number(warp.lanes(from)[lane]);
        long end = number(warp.lanes(to)[lane]);
        boolean runs = unsigned ? Long.compareUnsigned(first, end) < 0 : first < end;
        more |= runs ? 1 << lane : 0;
      }
      return more;
    }

    /** Counts; gives the active lanes whose loop has another iteration. */
    int next(Warp warp) {
      int more = 0;
      long[] indices = warp.lanes(index);
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long stride = number(warp.lanes(step)[lane]);
        long now = number(indices[lane]);
        // What is left to go is compared, for the index may not pass the greatest number.
        if (Long.compareUnsigned(number(warp.lanes(to)[lane]) - now, stride) > 0) {
          indices[lane] = Scalars.extend(now + stride, width);
          more |= 1 << lane;
        }
      }
      return more;
    }
  }
}
