// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.ReduceKind;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Box;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The code of reductions: combined in double, rounded once. */
final class ReduceDecoder {
  private ReduceDecoder() {}

  static Code decode(ReduceOp op) {
    BoxCode sourceCode = new BoxCode(op.sourceRegion());
    BoxCode targetCode = new BoxCode(op.targetRegion());
    Type sourceType = TileDecoder.memref(op.source(), op).elementType();
    Type targetType = TileDecoder.memref(op.target(), op).elementType();
    Matrix.Reader reader = Matrix.reader(sourceType, op);
    Matrix.Reader oldReader = Matrix.reader(targetType, op);
    Matrix.Writer writer = Matrix.writer(targetType, op);
    ReduceKind kind = op.reduceKind();
    if (isBitwise(kind) && !Scalars.isInteger(sourceType)) {
      throw Decoder.unsupported(op);
    }
    DoubleBinaryOperator operator = operator(kind);
    boolean absolute = kind == ReduceKind.ABS_MAX || kind == ReduceKind.ABS_SUM;
    List<Long> sizes = op.sourceRegion().sizes();
    int dim = (int) op.dim().longValue();
    int length = (int) (long) sizes.get(dim);
    int inner = product(sizes.subList(dim + 1, sizes.size()));
    int outer = product(sizes.subList(0, dim));
    boolean accumulate = op.accumulate();
    Location place = op.location();
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      Box source = sourceCode.in(frame);
      Box target = targetCode.in(frame);
      Touch.read(machine, source, place);
      if (accumulate) {
        Touch.read(machine, target, place);
      }
      Touch.write(machine, target, place);
      double[] elements = Matrix.read(source, reader);
      double[] old = accumulate ? Matrix.read(target, oldReader) : new double[0];
      double[] result = new double[outer * inner];
      for (int o = 0; o < outer; o++) {
        for (int i = 0; i < inner; i++) {
          int first = o * length * inner + i;
          double value = absolute ? Math.abs(elements[first]) : elements[first];
          for (int d = 1; d < length; d++) {
            double next = elements[first + d * inner];
            value = operator.applyAsDouble(value, absolute ? Math.abs(next) : next);
          }
          int place2 = o * inner + i;
          result[place2] = accumulate ? operator.applyAsDouble(old[place2], value) : value;
        }
      }
      Matrix.write(target, result, writer);
    };
  }

  private static int product(List<Long> sizes) {
    return (int) sizes.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
  }

  private static boolean isBitwise(ReduceKind kind) {
    return kind == ReduceKind.AND || kind == ReduceKind.OR || kind == ReduceKind.XOR;
  }

  private static DoubleBinaryOperator operator(ReduceKind kind) {
    return switch (kind) {
      case SUM, ABS_SUM -> Double::sum;
      case PROD -> (a, b) -> a * b;
      case MAX, ABS_MAX -> Math::max;
      case MIN -> Math::min;
      case AND -> (a, b) -> (long) a & (long) b;
      case OR -> (a, b) -> (long) a | (long) b;
      case XOR -> (a, b) -> (long) a ^ (long) b;
    };
  }
}
