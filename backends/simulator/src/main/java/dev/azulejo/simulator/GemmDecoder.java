// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmShape;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Box;

/** The code of a matrix product: sums in double, rounded once to the type of C. */
final class GemmDecoder {
  private GemmDecoder() {}

  static Code decode(GemmOp op) {
    BoxCode aCode = new BoxCode(op.aRegion());
    BoxCode bCode = new BoxCode(op.bRegion());
    BoxCode cCode = new BoxCode(op.cRegion());
    Matrix.Reader aReader = Matrix.reader(TileDecoder.memref(op.a(), op).elementType(), op);
    Matrix.Reader bReader = Matrix.reader(TileDecoder.memref(op.b(), op).elementType(), op);
    Matrix.Reader cReader = Matrix.reader(TileDecoder.memref(op.c(), op).elementType(), op);
    Matrix.Writer cWriter = Matrix.writer(TileDecoder.memref(op.c(), op).elementType(), op);
    GemmShape shape = GemmShape.of(op);
    int m = (int) shape.m();
    int n = (int) shape.n();
    int k = (int) shape.k();
    boolean transposeA = op.transposeA();
    boolean transposeB = op.transposeB();
    Value clearing = op.clear().orElse(null);
    int clear = clearing == null ? -1 : Decoder.slot(clearing);
    Location place = op.location();
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      Box aBox = aCode.in(frame);
      Box bBox = bCode.in(frame);
      Box cBox = cCode.in(frame);
      boolean clears = clear >= 0 && frame.scalar(clear) != 0;
      Touch.read(machine, aBox, place);
      Touch.read(machine, bBox, place);
      if (!clears) {
        Touch.read(machine, cBox, place);
      }
      Touch.write(machine, cBox, place);
      double[] a = Matrix.read(aBox, aReader);
      double[] b = Matrix.read(bBox, bReader);
      double[] c = clears ? new double[m * n] : Matrix.read(cBox, cReader);
      a = transposeA ? Matrix.transposed(a, k, m) : a;
      b = transposeB ? Matrix.transposed(b, n, k) : b;
      multiply(a, b, c, m, n, k);
      Matrix.write(cBox, c, cWriter);
    };
  }

  private static void multiply(double[] a, double[] b, double[] c, int m, int n, int k) {
    for (int i = 0; i < m; i++) {
      int row = i * n;
      for (int p = 0; p < k; p++) {
        double factor = a[i * k + p];
        int other = p * n;
        for (int j = 0; j < n; j++) {
          c[row + j] += factor * b[other + j];
        }
      }
    }
  }
}
