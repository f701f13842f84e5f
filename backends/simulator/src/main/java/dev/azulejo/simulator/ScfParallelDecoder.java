// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.scf.ParallelOp;
import dev.azulejo.dialect.scf.ReduceOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.List;

/**
 * The code of upstream's parallel loop. Its points are gone through forwards or backwards, as a
 * seed chooses, so that a body which depends on the order shows it.
 */
final class ScfParallelDecoder {
  private static final long MAX_POINTS = 1L << 62;

  private final Decoder decoder;

  ScfParallelDecoder(Decoder decoder) {
    this.decoder = decoder;
  }

  Code decode(ParallelOp op) {
    int[] from = Decoder.slots(op.lowerBound());
    int[] to = Decoder.slots(op.upperBound());
    int[] step = Decoder.slots(op.step());
    int[] indices = Decoder.slots(op.body().arguments());
    Moves enter = Moves.of(op.initVals(), op.results());
    Code body = decoder.body(op.region());
    Code combine = reductions(op);
    Location place = op.location();
    return frame -> {
      long[] trips = new long[from.length];
      long points = 1;
      for (int d = 0; d < trips.length; d++) {
        long stride = frame.scalar(step[d]);
        ScfDecoder.requirePositive(stride, false, place);
        trips[d] = trips(frame.scalar(from[d]), frame.scalar(to[d]), stride);
        points = product(points, trips[d], place);
      }
      enter.run(frame);
      boolean backwards = frame.machine().random().nextBoolean();
      for (long i = 0; i < points; i++) {
        long rest = backwards ? points - 1 - i : i;
        for (int d = indices.length - 1; d >= 0; d--) {
          long at = rest % trips[d];
          frame.setScalar(indices[d], frame.scalar(from[d]) + at * frame.scalar(step[d]));
          rest /= trips[d];
        }
        frame.step(place);
        body.run(frame);
        combine.run(frame);
      }
    };
  }

  private static long trips(long from, long to, long stride) {
    return from >= to ? 0 : Long.divideUnsigned(to - from - 1, stride) + 1;
  }

  private static long product(long points, long trips, Location place) {
    if (trips != 0 && points > MAX_POINTS / trips) {
      throw new SimulationFailure(
          Diagnostic.error(place, "has more than 2^62 points, which never ends"));
    }
    return points * trips;
  }

  /** What combines the values of a point with what the results hold so far. */
  private Code reductions(ParallelOp op) {
    Operation end = op.body().last();
    if (!(end instanceof ReduceOp reduce) || reduce.values().isEmpty()) {
      return _ -> {};
    }
    Code[] parts = new Code[reduce.values().size()];
    for (int i = 0; i < parts.length; i++) {
      Block block = reduce.reductions().get(i).entry();
      Value result = op.result(i);
      Moves enter = Moves.of(List.of(result, reduce.values().get(i)), block.arguments());
      Code body = decoder.body(reduce.reductions().get(i));
      Operation last = block.last();
      if (last == null) {
        throw Decoder.unsupported(reduce);
      }
      Moves leave = Moves.of(last.operands(), List.of(result));
      parts[i] =
          frame -> {
            enter.run(frame);
            body.run(frame);
            leave.run(frame);
          };
    }
    return Decoder.sequence(List.of(parts));
  }
}
