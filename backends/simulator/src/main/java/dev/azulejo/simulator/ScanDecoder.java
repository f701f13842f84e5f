// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.ScanKind;
import dev.azulejo.dialect.tile.ScanOp;
import dev.azulejo.ir.Type;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.scalar.FloatCodec;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * The code of scans: of floating-point numbers, what came before is kept in double and rounded once
 * for each element.
 */
final class ScanDecoder {
  private final int outer;
  private final int length;
  private final int inner;
  private final boolean reverse;

  /** Carries out a scan from one box to another. */
  private interface Scan {
    void run(Box source, Box target);
  }

  private ScanDecoder(ScanOp op) {
    List<Long> sizes = op.sourceRegion().sizes();
    int dim = (int) op.dim().longValue();
    length = (int) (long) sizes.get(dim);
    inner = ReduceDecoder.product(sizes.subList(dim + 1, sizes.size()));
    outer = ReduceDecoder.product(sizes.subList(0, dim));
    reverse = op.reverse();
  }

  static Code decode(ScanOp op) {
    BoxCode sourceCode = new BoxCode(op.sourceRegion());
    BoxCode targetCode = new BoxCode(op.targetRegion());
    Scan scan = new ScanDecoder(op).scan(op);
    var touch = new Touch(op.location());
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      Box source = sourceCode.in(frame);
      Box target = targetCode.in(frame);
      touch.read(machine, source, Touch.Edge.REFUSED);
      touch.write(machine, target, Touch.Edge.REFUSED);
      scan.run(source, target);
    };
  }

  private Scan scan(ScanOp op) {
    Type sourceType = MemRefDecoder.memref(op.source(), op).elementType();
    Type targetType = MemRefDecoder.memref(op.target(), op).elementType();
    if (Scalars.isInteger(sourceType) && Scalars.isInteger(targetType)) {
      LongBinaryOperator operator = operator(op.scanKind(), sourceType);
      return (source, target) -> {
        long[] elements = Matrix.readIntegers(source, sourceType);
        walk((at, before) -> elements[at] = operator.applyAsLong(elements[before], elements[at]));
        Matrix.write(target, elements);
      };
    }
    Matrix.Reader reader = Matrix.reader(sourceType, op);
    FloatCodec codec = ArithDecoder.codec(op, targetType);
    DoubleBinaryOperator operator = operator(op.scanKind());
    return (source, target) -> {
      double[] elements = Matrix.read(source, reader);
      walk((at, before) -> elements[at] = operator.applyAsDouble(elements[before], elements[at]));
      Matrix.write(target, elements, codec);
    };
  }

  /** Combines an element with what was made of the one before it. */
  private interface Step {
    void combine(int at, int before);
  }

  private void walk(Step step) {
    int first = reverse ? length - 1 : 0;
    int forward = reverse ? -1 : 1;
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < inner; i++) {
        int line = o * length * inner + i;
        for (int d = 1; d < length; d++) {
          int at = line + (first + forward * d) * inner;
          step.combine(at, at - forward * inner);
        }
      }
    }
  }

  private static DoubleBinaryOperator operator(ScanKind kind) {
    return switch (kind) {
      case SUM -> Double::sum;
      case PROD -> (a, b) -> a * b;
      case MAX -> Math::max;
      case MIN -> Math::min;
    };
  }

  private static LongBinaryOperator operator(ScanKind kind, Type type) {
    boolean unsigned = Scalars.isUnsigned(type);
    return switch (kind) {
      case SUM -> Long::sum;
      case PROD -> (a, b) -> a * b;
      case MAX -> unsigned ? (a, b) -> Long.compareUnsigned(a, b) >= 0 ? a : b : Math::max;
      case MIN -> unsigned ? (a, b) -> Long.compareUnsigned(a, b) <= 0 ? a : b : Math::min;
    };
  }
}
