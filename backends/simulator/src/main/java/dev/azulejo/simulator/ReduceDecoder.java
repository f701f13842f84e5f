// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.ReduceKind;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.scalar.FloatCodec;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** The code of reductions: floating point is combined in double and rounded once. */
final class ReduceDecoder {
  private final int outer;
  private final int length;
  private final int inner;
  private final boolean accumulate;
  private final boolean absolute;

  /** Carries out a reduction from one box to another. */
  private interface Reduction {
    void run(Box source, Box target);
  }

  private ReduceDecoder(ReduceOp op) {
    List<Long> sizes = op.sourceRegion().sizes();
    int dim = (int) op.dim().longValue();
    length = (int) (long) sizes.get(dim);
    inner = product(sizes.subList(dim + 1, sizes.size()));
    outer = product(sizes.subList(0, dim));
    accumulate = op.accumulate();
    absolute = op.reduceKind() == ReduceKind.ABS_MAX || op.reduceKind() == ReduceKind.ABS_SUM;
  }

  static Code decode(ReduceOp op) {
    BoxCode sourceCode = new BoxCode(op.sourceRegion());
    BoxCode targetCode = new BoxCode(op.targetRegion());
    var decoded = new ReduceDecoder(op);
    if (decoded.length == 0) {
      throw new SimulationFailure(Diagnostic.error(op.location(), "reduces no elements"));
    }
    Reduction reduction = decoded.reduction(op);
    var touch = new Touch(op.location());
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      Box source = sourceCode.in(frame);
      Box target = targetCode.in(frame);
      touch.read(machine, source, Touch.Edge.REFUSED);
      if (op.accumulate()) {
        touch.read(machine, target, Touch.Edge.REFUSED);
      }
      touch.write(machine, target, Touch.Edge.REFUSED);
      reduction.run(source, target);
    };
  }

  static int product(List<Long> sizes) {
    long product = 1;
    for (long size : sizes) {
      product *= size;
    }
    return (int) product;
  }

  private Reduction reduction(ReduceOp op) {
    Type sourceType = MemRefDecoder.memref(op.source(), op).elementType();
    Type targetType = MemRefDecoder.memref(op.target(), op).elementType();
    if (Scalars.isInteger(sourceType) && Scalars.isInteger(targetType)) {
      LongBinaryOperator operator = operator(op.reduceKind(), sourceType);
      return (source, target) -> {
        long[] elements = Matrix.readIntegers(source, sourceType);
        long[] old = accumulate ? Matrix.readIntegers(target, targetType) : new long[0];
        Matrix.write(target, combined(elements, old, operator));
      };
    }
    Matrix.Reader reader = Matrix.reader(sourceType, op);
    FloatCodec codec = ArithDecoder.codec(op, targetType);
    DoubleBinaryOperator operator = operator(op);
    return (source, target) -> {
      double[] elements = Matrix.read(source, reader);
      double[] old = accumulate ? Matrix.read(target, codec::decode) : new double[0];
      Matrix.write(target, combined(elements, old, operator), codec);
    };
  }

  private double[] combined(double[] elements, double[] old, DoubleBinaryOperator operator) {
    double[] result = new double[outer * inner];
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < inner; i++) {
        int first = o * length * inner + i;
        double value = absolute ? Math.abs(elements[first]) : elements[first];
        for (int d = 1; d < length; d++) {
          double next = elements[first + d * inner];
          value = operator.applyAsDouble(value, absolute ? Math.abs(next) : next);
        }
        int at = o * inner + i;
        result[at] = accumulate ? operator.applyAsDouble(old[at], value) : value;
      }
    }
    return result;
  }

  private long[] combined(long[] elements, long[] old, LongBinaryOperator operator) {
    long[] result = new long[outer * inner];
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < inner; i++) {
        int first = o * length * inner + i;
        long value = absolute ? Math.abs(elements[first]) : elements[first];
        for (int d = 1; d < length; d++) {
          long next = elements[first + d * inner];
          value = operator.applyAsLong(value, absolute ? Math.abs(next) : next);
        }
        int at = o * inner + i;
        result[at] = accumulate ? operator.applyAsLong(old[at], value) : value;
      }
    }
    return result;
  }

  private static DoubleBinaryOperator operator(ReduceOp op) {
    return switch (op.reduceKind()) {
      case SUM, ABS_SUM -> Double::sum;
      case PROD -> (a, b) -> a * b;
      case MAX, ABS_MAX -> Math::max;
      case MIN -> Math::min;
      case AND, OR, XOR -> throw Decoder.unsupported(op);
    };
  }

  private static LongBinaryOperator operator(ReduceKind kind, Type type) {
    boolean unsigned = Scalars.isUnsigned(type);
    return switch (kind) {
      case SUM, ABS_SUM -> Long::sum;
      case PROD -> (a, b) -> a * b;
      case MAX, ABS_MAX -> unsigned ? (a, b) -> Long.compareUnsigned(a, b) >= 0 ? a : b : Math::max;
      case MIN -> unsigned ? (a, b) -> Long.compareUnsigned(a, b) <= 0 ? a : b : Math::min;
      case AND -> (a, b) -> a & b;
      case OR -> (a, b) -> a | b;
      case XOR -> (a, b) -> a ^ b;
    };
  }
}
