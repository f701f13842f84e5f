// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.arith.ArithDialect;
import dev.azulejo.dialect.math.MathDialect;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.simulator.warp.ScalarOperations;
import java.util.function.LongBinaryOperator;

/** What operations on scalars do in a thread: the same as on the upper rungs. */
final class ThreadScalars implements ScalarOperations {
  private final Machine machine = new Machine(SimulatorOptions.DEFAULT, Progress.NONE);
  private int values;

  /** Room for the values of any operation; they are known before anything runs. */
  private Frame frame = new Frame(0, machine);

  @Override
  public Function of(Operation op) {
    Code code =
        switch (op.schema().dialectName()) {
          case ArithDialect.NAME -> ArithDecoder.decode(op);
          case MathDialect.NAME -> MathDecoder.decode(op);
          default -> throw Decoder.unsupported(op);
        };
    int[] from = Decoder.slots(op.operands());
    int[] to = Decoder.slots(op.results());
    int most = 0;
    for (int slot : from) {
      most = Math.max(most, slot);
    }
    for (int slot : to) {
      most = Math.max(most, slot);
    }
    if (most >= values) {
      values = most + 1;
      frame = new Frame(values, machine);
    }
    return (operands, results) -> {
      for (int i = 0; i < from.length; i++) {
        frame.setScalar(from[i], operands[i]);
      }
      code.run(frame);
      for (int i = 0; i < to.length; i++) {
        results[i] = frame.scalar(to[i]);
      }
    };
  }

  @Override
  public LongBinaryOperator update(AtomicRMWOp op) {
    return AtomicDecoder.operator(op, MemRefDecoder.memref(op.memref(), op).elementType());
  }
}
