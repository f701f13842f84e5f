// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmShape;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.simulator.agent.Agent;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.scalar.FloatCodec;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.List;

/**
 * The code of a matrix product. Into floating-point numbers, sums are made in double and rounded
 * once to the type of C; into integers, they are exact modulo its range.
 */
final class GemmDecoder {
  /** Half of the last bit of tf32, as a bit of f32. */
  private static final int HALF_OF_TF32 = 1 << 12;

  private final int m;
  private final int n;
  private final int k;
  private final boolean transposeA;
  private final boolean transposeB;

  /** Carries out a product on the boxes of A, B and C. */
  private interface Product {
    void run(Box a, Box b, Box c, boolean clears);
  }

  private GemmDecoder(GemmOp op) {
    GemmShape shape = GemmShape.of(op);
    m = (int) shape.m();
    n = (int) shape.n();
    k = (int) shape.k();
    transposeA = op.transposeA();
    transposeB = op.transposeB();
  }

  static Code decode(GemmOp op) {
    BoxCode aCode = new BoxCode(op.aRegion());
    BoxCode bCode = new BoxCode(op.bRegion());
    BoxCode cCode = new BoxCode(op.cRegion());
    Product product = new GemmDecoder(op).product(op);
    Value clearing = op.clear().orElse(null);
    int clear = clearing == null ? -1 : Decoder.slot(clearing);
    var touch = new Touch(op.location());
    if (op.asynchronous()) {
      return frame -> {
        Machine machine = frame.machine();
        Agent agent = machine.agent(op);
        machine.copies().progress();
        Box a = aCode.in(frame);
        Box b = bCode.in(frame);
        Box c = cCode.in(frame);
        boolean clears = clear >= 0 && frame.scalar(clear) != 0;
        for (Box read : List.of(a, b)) {
          touch.enter(machine, read, Touch.Edge.REFUSED, "reads");
          touch.readRace(machine, read);
        }
        touch.enter(machine, c, Touch.Edge.REFUSED, "writes");
        Runnable work =
            () -> {
              touch.written(a);
              touch.written(b);
              if (!clears) {
                touch.written(c);
              }
              product.run(a, b, c, clears);
            };
        agent.queues().beginProduct(List.of(a, b), c, op.location(), work);
        agent.mayPause();
      };
    }
    boolean aByEngine = isByEngine(op, op.a());
    boolean bByEngine = isByEngine(op, op.b());
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      Box a = aCode.in(frame);
      Box b = bCode.in(frame);
      Box c = cCode.in(frame);
      boolean clears = clear >= 0 && frame.scalar(clear) != 0;
      read(touch, machine, a, aByEngine);
      read(touch, machine, b, bByEngine);
      if (!clears) {
        touch.read(machine, c, Touch.Edge.REFUSED);
      }
      touch.write(machine, c, Touch.Edge.REFUSED);
      product.run(a, b, c, clears);
    };
  }

  /** Does it read an operand on the asynchronous path, as it says itself? */
  private static boolean isByEngine(GemmOp op, Value operand) {
    boolean[] found = new boolean[1];
    op.accesses(access -> {
      BufferRegion region = access.region();
      found[0] |=
          region != null
              && region.buffer() == operand
              && access.isRead()
              && access.proxy() == Access.Proxy.ASYNC;
    });
    return found[0];
  }

  private static void read(Touch touch, Machine machine, Box box, boolean byEngine) {
    if (byEngine) {
      touch.readByEngine(machine, box, Touch.Edge.REFUSED);
    } else {
      touch.read(machine, box, Touch.Edge.REFUSED);
    }
  }

  private Product product(GemmOp op) {
    Type aType = MemRefDecoder.memref(op.a(), op).elementType();
    Type bType = MemRefDecoder.memref(op.b(), op).elementType();
    Type cType = MemRefDecoder.memref(op.c(), op).elementType();
    var multiplication = new Multiplication(m, n, k);
    if (Scalars.isInteger(cType)) {
      if (!Scalars.isInteger(aType) || !Scalars.isInteger(bType)) {
        throw Decoder.unsupported(op);
      }
      return (a, b, c, clears) -> {
        long[] left = Matrix.readIntegers(a, aType);
        long[] right = Matrix.readIntegers(b, bType);
        long[] sum = clears ? new long[m * n] : Matrix.readIntegers(c, cType);
        multiplication.add(
            transposeA ? Matrix.transposed(left, k, m) : left,
            transposeB ? Matrix.transposed(right, n, k) : right,
            sum);
        Matrix.write(c, sum);
      };
    }
    Matrix.Reader aReader = op.tf32() ? GemmDecoder::rounded : Matrix.reader(aType, op);
    Matrix.Reader bReader = op.tf32() ? GemmDecoder::rounded : Matrix.reader(bType, op);
    FloatCodec codec = ArithDecoder.codec(op, cType);
    return (a, b, c, clears) -> {
      double[] left = Matrix.read(a, aReader);
      double[] right = Matrix.read(b, bReader);
      double[] sum = clears ? new double[m * n] : Matrix.read(c, codec::decode);
      multiplication.add(
          transposeA ? Matrix.transposed(left, k, m) : left,
          transposeB ? Matrix.transposed(right, n, k) : right,
          sum);
      Matrix.write(c, sum, codec);
    };
  }

  /** An f32 rounded to tf32: to nearest, away from zero where two are as near. */
  static double rounded(long bits) {
    float number = Float.intBitsToFloat((int) bits);
    if (!Float.isFinite(number)) {
      return number;
    }
    return Float.intBitsToFloat(((int) bits + HALF_OF_TF32) & ~(2 * HALF_OF_TF32 - 1));
  }
}
