// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.TransposeOp;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.scalar.Conversion;
import java.util.List;

/** The code of a transposition: a copy, element by element. */
final class TransposeDecoder {
  private TransposeDecoder() {}

  static Code decode(TransposeOp op) {
    BoxCode sourceCode = new BoxCode(op.sourceRegion());
    BoxCode targetCode = new BoxCode(op.targetRegion());
    Type from = MemRefDecoder.memref(op.source(), op).elementType();
    Type to = MemRefDecoder.memref(op.target(), op).elementType();
    Elements.of(from, op);
    Elements.of(to, op);
    Conversion conversion = Conversion.of(from, to);
    List<Long> sizes = op.sourceRegion().sizes();
    int columns = (int) (long) sizes.getLast();
    var touch = new Touch(op.location());
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      Box source = sourceCode.in(frame);
      Box target = targetCode.in(frame);
      touch.read(machine, source, Touch.Edge.REFUSED);
      touch.write(machine, target, Touch.Edge.REFUSED);
      if (source.overlaps(target)) {
        throw new SimulationFailure(
            Diagnostic.error(
                touch.place(),
                "race: transposes %s onto %s, which overlap",
                source.describe(),
                target.describe()));
      }
      transpose(Matrix.readBits(source), target, columns, conversion);
    };
  }

  private static void transpose(long[] bits, Box target, int columns, Conversion conversion) {
    Rows rows = new Rows(target);
    for (int column = 0; rows.next(); column++) {
      for (int i = 0; i < rows.length(); i++) {
        target.buffer().setBits(rows.place() + i, conversion.apply(bits[i * columns + column]));
      }
    }
  }
}
