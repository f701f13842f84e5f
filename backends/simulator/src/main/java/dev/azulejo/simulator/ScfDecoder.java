// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.scf.ConditionOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code of structured control flow. */
final class ScfDecoder {
  private final Decoder decoder;

  ScfDecoder(Decoder decoder) {
    this.decoder = decoder;
  }

  @Nullable Code decode(Operation op) {
    return switch (op) {
      case ForOp loop -> loop(loop);
      case IfOp branch -> branch(branch);
      case WhileOp loop -> loop(loop);
      case YieldOp _, ConditionOp _ -> null;
      default -> throw Decoder.unsupported(op);
    };
  }

  private Code loop(ForOp op) {
    Block block = op.body();
    int from = Decoder.slot(op.lowerBound());
    int to = Decoder.slot(op.upperBound());
    int step = Decoder.slot(op.step());
    int index = Decoder.slot(block.argument(0));
    List<? extends Value> carried = block.arguments().subList(1, block.arguments().size());
    Moves enter = Moves.of(op.initArgs(), carried);
    Moves next = yielded(op.region(0), carried);
    Moves leave = Moves.of(carried, op.results());
    Code body = decoder.body(op.region(0));
    Location place = op.location();
    return frame -> {
      long end = frame.scalar(to);
      long stride = frame.scalar(step);
      if (stride <= 0) {
        throw new SimulationFailure(
            Diagnostic.error(place, "the step of the loop is %d; it must be positive", stride));
      }
      enter.run(frame);
      for (long i = frame.scalar(from); i < end; i += stride) {
        frame.step(place);
        frame.setScalar(index, i);
        body.run(frame);
        next.run(frame);
      }
      leave.run(frame);
    };
  }

  private Code branch(IfOp op) {
    int condition = Decoder.slot(op.condition());
    Code yes = withResults(op, op.region(0));
    Code no = withResults(op, op.region(1));
    return frame -> (frame.scalar(condition) != 0 ? yes : no).run(frame);
  }

  private Code withResults(Operation op, Region region) {
    Code body = decoder.body(region);
    if (op.resultCount() == 0) {
      return body;
    }
    Moves results = yielded(region, op.results());
    return frame -> {
      body.run(frame);
      results.run(frame);
    };
  }

  private static Moves yielded(Region region, List<? extends Value> to) {
    Operation last = region.entry().last();
    return last instanceof YieldOp yield
        ? Moves.of(yield.operands(), to)
        : Moves.of(List.of(), List.of());
  }

  private Code loop(WhileOp op) {
    Block before = op.region(0).entry();
    Block after = op.region(1).entry();
    if (!(before.last() instanceof ConditionOp test)) {
      throw Decoder.unsupported(op);
    }
    int condition = Decoder.slot(test.operand(0));
    List<Value> passed = test.operands().subList(1, test.operandCount());
    Moves enter = Moves.of(op.operands(), before.arguments());
    Moves stay = Moves.of(passed, after.arguments());
    Moves leave = Moves.of(passed, op.results());
    Moves again = yielded(op.region(1), before.arguments());
    Code head = decoder.body(op.region(0));
    Code body = decoder.body(op.region(1));
    Location place = op.location();
    return frame -> {
      enter.run(frame);
      head.run(frame);
      while (frame.scalar(condition) != 0) {
        frame.step(place);
        stay.run(frame);
        body.run(frame);
        again.run(frame);
        head.run(frame);
      }
      leave.run(frame);
    };
  }
}
