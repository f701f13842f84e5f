// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.GemmSpOp;
import dev.azulejo.dialect.tile.SparseShape;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.scalar.FloatCodec;
import dev.azulejo.simulator.scalar.Scalars;

/**
 * The code of a product with a sparse matrix: the matrix is spread out with its zeros, and then
 * multiplied as others are. What E says is checked, for instructions do with the rest what they
 * like.
 */
final class GemmSpDecoder {
  /** The bits of a pair whose first element is kept. */
  private static final int FIRST_OF_PAIR = 0x4;

  /** The bits of a pair whose second element is kept. */
  private static final int SECOND_OF_PAIR = 0xE;

  private static final int BITS_OF_GROUP = 4;
  private static final int MASK_OF_GROUP = (1 << BITS_OF_GROUP) - 1;
  private static final int MASK_OF_PLACE = 3;

  private final GemmSpOp op;
  private final SparseShape shape;
  private final int m;
  private final int n;
  private final int k;

  /** Carries out a product on the boxes of A, E, B and C. */
  private interface Product {
    void run(Box a, Box e, Box b, Box c, boolean clears);
  }

  private GemmSpDecoder(GemmSpOp op) {
    this.op = op;
    shape = SparseShape.of(op);
    m = (int) shape.m();
    n = (int) shape.n();
    k = (int) shape.k();
  }

  static Code decode(GemmSpOp op) {
    BoxCode aCode = new BoxCode(op.aRegion());
    BoxCode eCode = new BoxCode(op.eRegion());
    BoxCode bCode = new BoxCode(op.bRegion());
    BoxCode cCode = new BoxCode(op.cRegion());
    Product product = new GemmSpDecoder(op).product();
    Value clearing = op.clear().orElse(null);
    int clear = clearing == null ? -1 : Decoder.slot(clearing);
    var touch = new Touch(op.location());
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      Box a = aCode.in(frame);
      Box e = eCode.in(frame);
      Box b = bCode.in(frame);
      Box c = cCode.in(frame);
      boolean clears = clear >= 0 && frame.scalar(clear) != 0;
      touch.read(machine, a, Touch.Edge.REFUSED);
      touch.read(machine, e, Touch.Edge.REFUSED);
      touch.read(machine, b, Touch.Edge.REFUSED);
      if (!clears) {
        touch.read(machine, c, Touch.Edge.REFUSED);
      }
      touch.write(machine, c, Touch.Edge.REFUSED);
      product.run(a, e, b, c, clears);
    };
  }

  private Product product() {
    Type aType = MemRefDecoder.memref(op.a(), op).elementType();
    Type bType = MemRefDecoder.memref(op.b(), op).elementType();
    Type cType = MemRefDecoder.memref(op.c(), op).elementType();
    var multiplication = new Multiplication(m, n, k);
    if (Scalars.isInteger(cType)) {
      return (a, e, b, c, clears) -> {
        long[] kept = Matrix.readIntegers(a, aType);
        long[] left = new long[m * k];
        spread(e, (from, to) -> left[to] = kept[from]);
        long[] right = Matrix.readIntegers(b, bType);
        long[] sum = clears ? new long[m * n] : Matrix.readIntegers(c, cType);
        multiplication.add(left, op.transposeB() ? Matrix.transposed(right, n, k) : right, sum);
        Matrix.write(c, sum);
      };
    }
    boolean tf32 = aType.equals(FloatType.F32);
    Matrix.Reader aReader = tf32 ? GemmDecoder::rounded : Matrix.reader(aType, op);
    Matrix.Reader bReader = tf32 ? GemmDecoder::rounded : Matrix.reader(bType, op);
    FloatCodec codec = ArithDecoder.codec(op, cType);
    return (a, e, b, c, clears) -> {
      double[] kept = Matrix.read(a, aReader);
      double[] left = new double[m * k];
      spread(e, (from, to) -> left[to] = kept[from]);
      double[] right = Matrix.read(b, bReader);
      double[] sum = clears ? new double[m * n] : Matrix.read(c, codec::decode);
      multiplication.add(left, op.transposeB() ? Matrix.transposed(right, n, k) : right, sum);
      Matrix.write(c, sum, codec);
    };
  }

  /** Puts one of the elements that are kept where it was. */
  private interface Placing {
    void put(int from, int to);
  }

  private void spread(Box e, Placing placing) {
    long[] words = Matrix.readBits(e);
    int groups = k / shape.group();
    for (int row = 0; row < m; row++) {
      for (int g = 0; g < groups; g++) {
        long word = words[(row * groups + g) / shape.groups()];
        int bits = (int) (word >>> (BITS_OF_GROUP * (g % shape.groups()))) & MASK_OF_GROUP;
        int from = (row * groups + g) * shape.kept();
        int to = row * k + g * shape.group();
        if (shape.kept() == 1) {
          placing.put(from, to + placeInPair(bits, row, g));
        } else {
          int first = bits & MASK_OF_PLACE;
          int second = bits >>> 2;
          if (first >= second) {
            throw malformed(bits, row, g, "the places of two neighbours ascend");
          }
          placing.put(from, to + first);
          placing.put(from + 1, to + second);
        }
      }
    }
  }

  private int placeInPair(int bits, int row, int group) {
    return switch (bits) {
      case FIRST_OF_PAIR -> 0;
      case SECOND_OF_PAIR -> 1;
      default -> throw malformed(bits, row, group, "a pair has 4 or 14");
    };
  }

  private SimulationFailure malformed(int bits, int row, int group, String rule) {
    return new SimulationFailure(
        Diagnostic.error(
            op.location(),
            "E has %d for group %d of row %d, which means nothing: %s",
            bits,
            group,
            row,
            rule));
  }
}
