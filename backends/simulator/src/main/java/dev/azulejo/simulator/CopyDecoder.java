// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.AtomicAddOp;
import dev.azulejo.dialect.tile.AtomicMaxOp;
import dev.azulejo.dialect.tile.AtomicMinOp;
import dev.azulejo.dialect.tile.AtomicUpdate;
import dev.azulejo.dialect.tile.BulkStoreOp;
import dev.azulejo.dialect.tile.Copying;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.agent.Agent;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.scalar.Conversion;
import dev.azulejo.simulator.scalar.FloatCodec;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** The code of copies, at once or in the background, and of atomic changes of what is there. */
final class CopyDecoder {
  private final BoxCode source;
  private final BoxCode target;
  private final Touch.Edge sourceEdge;
  private final Touch.Edge targetEdge;
  private final Conversion conversion;
  private final LongBinaryOperator placing;
  private final boolean updates;
  private final boolean byEngine;
  private final Touch touch;

  CopyDecoder(Copying copy, Operation op) {
    source = new BoxCode(copy.sourceRegion());
    target = new BoxCode(copy.targetRegion());
    sourceEdge = TileDecoder.edge(copy.source());
    targetEdge = TileDecoder.edge(copy.target());
    Type to = elements(copy.target(), op);
    conversion = Conversion.of(elements(copy.source(), op), to);
    updates = copy instanceof AtomicUpdate;
    byEngine = copy instanceof BulkStoreOp;
    placing = copy instanceof AtomicUpdate update ? operator(update, to, op) : (_, value) -> value;
    touch = new Touch(op.location());
  }

  static Code decode(Copying copy, Operation op) {
    var decoded = new CopyDecoder(copy, op);
    return frame -> decoded.run(frame, false);
  }

  static Code decodeAsync(Copying copy, Operation op) {
    var decoded = new CopyDecoder(copy, op);
    return frame -> decoded.run(frame, true);
  }

  /** What is read, checked. */
  Box source(Frame frame) {
    Box from = source.in(frame);
    touch.read(frame.machine(), from, sourceEdge);
    return from;
  }

  /** What is written, in bounds; whether it may be written now is not checked. */
  Box target(Frame frame) {
    Box to = target.in(frame);
    touch.enter(frame.machine(), to, targetEdge, "writes");
    return to;
  }

  /** What becomes of two elements as memory holds them, rounded to their type. */
  private static LongBinaryOperator operator(AtomicUpdate update, Type type, Operation op) {
    if (Scalars.isInteger(type)) {
      LongBinaryOperator whole =
          switch (update) {
            case AtomicAddOp _ -> Long::sum;
            case AtomicMaxOp _ -> Math::max;
            case AtomicMinOp _ -> Math::min;
          };
      return (a, b) -> whole.applyAsLong(Scalars.fromMemory(type, a), Scalars.fromMemory(type, b));
    }
    FloatCodec codec = ArithDecoder.codec(op, type);
    DoubleBinaryOperator real =
        switch (update) {
          case AtomicAddOp _ -> Double::sum;
          case AtomicMaxOp _ -> Math::max;
          case AtomicMinOp _ -> Math::min;
        };
    return (a, b) -> codec.encode(real.applyAsDouble(codec.decode(a), codec.decode(b)));
  }

  private static Type elements(Value buffer, Operation op) {
    Type type = MemRefDecoder.memref(buffer, op).elementType();
    Elements.of(type, op);
    return type;
  }

  private void run(Frame frame, boolean async) {
    Machine machine = frame.machine();
    machine.copies().progress();
    Box from = source.in(frame);
    Box to = target.in(frame);
    if (byEngine) {
      touch.readByEngine(machine, from, sourceEdge);
    } else {
      touch.read(machine, from, sourceEdge);
    }
    if (updates) {
      touch.read(machine, to, targetEdge);
    }
    if (async) {
      touch.enter(machine, to, targetEdge, "writes");
      touch.writeRace(machine, to);
      Agent agent = machine.agent();
      if (agent != null) {
        agent.queues().beginCopy(to, touch.place());
      }
    } else {
      touch.write(machine, to, targetEdge);
    }
    if (from.overlaps(to)) {
      throw new SimulationFailure(
          Diagnostic.error(
              touch.place(),
              "race: copies %s onto %s, which overlap",
              from.describe(),
              to.describe()));
    }
    if (async) {
      machine.copies().begin(from, to, touch.place(), () -> move(from, to));
    } else {
      move(from, to);
    }
  }

  /**
   * Copies row by row. Both boxes have the same sizes but for ones in front, so their rows pair up;
   * what lies outside of the source reads as zero, and outside of the target is not written.
   */
  void move(Box from, Box to) {
    Rows source = new Rows(from);
    Rows target = new Rows(to);
    while (source.next() && target.next()) {
      int first = target.firstInside();
      int end = target.endInside();
      int known = source.firstInside();
      int knownEnd = source.endInside();
      for (int i = first; i < end; i++) {
        boolean inside = i >= known && i < knownEnd;
        long bits = inside ? conversion.apply(from.buffer().bits(source.place() + i)) : 0;
        int place = target.place() + i;
        to.buffer().setBits(place, placing.applyAsLong(to.buffer().bits(place), bits));
      }
    }
  }
}
