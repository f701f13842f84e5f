// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.scf.ConditionOp;
import dev.azulejo.dialect.scf.ExecuteRegionOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.IndexSwitchOp;
import dev.azulejo.dialect.scf.ParallelOp;
import dev.azulejo.dialect.scf.ReduceOp;
import dev.azulejo.dialect.scf.ReduceReturnOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.scalar.Scalars;
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
      case IndexSwitchOp choice -> choice(choice);
      case ExecuteRegionOp region ->
          new BlocksDecoder(decoder).decode(region.region(), region.results());
      case ParallelOp loop -> new ScfParallelDecoder(decoder).decode(loop);
      case YieldOp _, ConditionOp _, ReduceOp _, ReduceReturnOp _ -> null;
      default -> throw Decoder.unsupported(op);
    };
  }

  private Code loop(ForOp op) {
    Block block = op.body();
    int from = Decoder.slot(op.lowerBound());
    int to = Decoder.slot(op.upperBound());
    int step = Decoder.slot(op.step());
    int index = Decoder.slot(op.inductionVar());
    Type type = op.inductionVar().type();
    if (!Scalars.isInteger(type)) {
      throw Decoder.unsupported(op);
    }
    int width = Scalars.width(type);
    boolean unsigned = op.unsignedCmp();
    List<? extends Value> carried = block.arguments().subList(1, block.arguments().size());
    Moves enter = Moves.of(op.initArgs(), carried);
    Moves next = yielded(op.region(), carried);
    Moves leave = Moves.of(carried, op.results());
    Code body = decoder.body(op.region());
    Location place = op.location();
    return frame -> {
      long end = bound(frame.scalar(to), width, unsigned);
      long stride = bound(frame.scalar(step), width, unsigned);
      requirePositive(stride, unsigned, place);
      enter.run(frame);
      long i = bound(frame.scalar(from), width, unsigned);
      // What is left to go is compared, for the index may not pass the greatest number.
      boolean more = unsigned ? Long.compareUnsigned(i, end) < 0 : i < end;
      while (more) {
        frame.step(place);
        frame.setScalar(index, Scalars.extend(i, width));
        body.run(frame);
        next.run(frame);
        more = Long.compareUnsigned(end - i, stride) > 0;
        i += stride;
      }
      leave.run(frame);
    };
  }

  private static long bound(long value, int width, boolean unsigned) {
    return unsigned ? Scalars.extendUnsigned(value, width) : value;
  }

  /** Refuses a loop that would never end. */
  static void requirePositive(long stride, boolean unsigned, Location place) {
    if (stride == 0 || (stride < 0 && !unsigned)) {
      throw new SimulationFailure(
          Diagnostic.error(place, "the step of the loop is %d; it must be positive", stride));
    }
  }

  private Code branch(IfOp op) {
    int condition = Decoder.slot(op.condition());
    Code yes = withResults(op, op.region(0));
    Code no = withResults(op, op.region(1));
    return frame -> (frame.scalar(condition) != 0 ? yes : no).run(frame);
  }

  private Code choice(IndexSwitchOp op) {
    int selector = Decoder.slot(op.arg());
    long[] cases = op.cases().asLongs();
    Code[] codes = new Code[cases.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = withResults(op, op.caseRegions().get(i));
    }
    Code otherwise = withResults(op, op.defaultRegion());
    return frame -> {
      long value = frame.scalar(selector);
      Code chosen = otherwise;
      for (int i = 0; i < cases.length; i++) {
        if (cases[i] == value) {
          chosen = codes[i];
          break;
        }
      }
      chosen.run(frame);
    };
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
    Block before = op.before().entry();
    Block after = op.after().entry();
    ConditionOp test = op.condition();
    int condition = Decoder.slot(test.operand(0));
    List<Value> passed = test.operands().subList(1, test.operandCount());
    Moves enter = Moves.of(op.operands(), before.arguments());
    Moves stay = Moves.of(passed, after.arguments());
    Moves leave = Moves.of(passed, op.results());
    Moves again = yielded(op.after(), before.arguments());
    Code head = decoder.body(op.before());
    Code body = decoder.body(op.after());
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
