// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.LdmatrixOp;
import dev.azulejo.dialect.ptx.MmaOp;
import dev.azulejo.dialect.ptx.StmatrixOp;
import dev.azulejo.dialect.ptx.constraint.Registers;
import dev.azulejo.dialect.ptx.type.RegistersType;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.instruction.MatrixProduct;
import dev.azulejo.simulator.instruction.SmallMatrices;
import dev.azulejo.simulator.instruction.Width;
import org.jspecify.annotations.Nullable;

/** Instructions on matrices that the lanes of a warp hold together. */
final class PtxMatrixDecoder {
  private static final int ROW_BYTES = 16;
  private static final int HALF = 16;
  private static final long MASK = 0xffff;

  private final WarpDecoder decoder;

  PtxMatrixDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an instruction, or null for one that is none of these. */
  @Nullable WarpCode find(Operation op) {
    return switch (op) {
      case LdmatrixOp load -> load(load);
      case StmatrixOp store -> store(store);
      case MmaOp product -> multiply(product);
      default -> null;
    };
  }

  /** Registers that follow each other in an array. */
  private record Slice(int array, int first, int count) {
    long[][] read(Warp warp, Location place) {
      long[][] all = new long[count][];
      for (int i = 0; i < count; i++) {
        all[i] = warp.registers(array).read(warp, first + i, place);
      }
      return all;
    }

    long[][] write(Warp warp, Location place) {
      long[][] all = new long[count][];
      for (int i = 0; i < count; i++) {
        all[i] = warp.registers(array).write(warp, first + i, place);
      }
      return all;
    }
  }

  private Slice slice(Value array, IntegerAttr first, int count) {
    return new Slice(decoder.slot(array), Math.toIntExact(first.longValue()), count);
  }

  private static void requireWarp(Warp warp, String what, Location place) {
    if (warp.active() != -1) {
      int lane = Integer.numberOfTrailingZeros(~warp.active());
      throw warp.failure(
          place, lane, "does not execute %s that all lanes of a warp execute together", what);
    }
  }

  private WarpCode load(LdmatrixOp op) {
    int address = decoder.slot(op.address());
    long offset = op.offset().longValue();
    boolean transposed = op.trans();
    int count = op.count();
    Slice slice = slice(op.registers(), op.first(), count);
    Location place = op.location();
    var access = decoder.access(Space.SHARED, ROW_BYTES, op);
    long[][][] rows = new long[count][SmallMatrices.SIZE][SmallMatrices.SIZE];
    return warp -> {
      requireWarp(warp, "an ldmatrix", place);
      long[] addresses = warp.lanes(address);
      access.begin(warp);
      for (int matrix = 0; matrix < count; matrix++) {
        for (int row = 0; row < SmallMatrices.SIZE; row++) {
          int lane = SmallMatrices.laneOfRow(matrix, row);
          access.load(warp, lane, addresses[lane] + offset, rows[matrix][row]);
        }
      }
      long[][] registers = slice.write(warp, place);
      for (int matrix = 0; matrix < count; matrix++) {
        for (int lane = 0; lane < Warp.LANES; lane++) {
          long low = element(rows[matrix], lane, 0, transposed);
          long high = element(rows[matrix], lane, 1, transposed);
          registers[matrix][lane] = Width.W32.signed(high << HALF | low);
        }
      }
    };
  }

  private static long element(long[][] rows, int lane, int number, boolean transposed) {
    int row = SmallMatrices.row(lane, number, transposed);
    return rows[row][SmallMatrices.column(lane, number, transposed)];
  }

  private WarpCode store(StmatrixOp op) {
    int address = decoder.slot(op.address());
    long offset = op.offset().longValue();
    boolean transposed = op.trans();
    int count = op.count();
    Slice slice = slice(op.registers(), op.first(), count);
    Location place = op.location();
    var access = decoder.access(Space.SHARED, ROW_BYTES, op);
    long[][] rows = new long[SmallMatrices.SIZE][SmallMatrices.SIZE];
    return warp -> {
      requireWarp(warp, "an stmatrix", place);
      long[] addresses = warp.lanes(address);
      long[][] registers = slice.read(warp, place);
      access.begin(warp);
      for (int matrix = 0; matrix < count; matrix++) {
        for (int lane = 0; lane < Warp.LANES; lane++) {
          for (int number = 0; number < 2; number++) {
            int row = SmallMatrices.row(lane, number, transposed);
            int column = SmallMatrices.column(lane, number, transposed);
            rows[row][column] = registers[matrix][lane] >>> (number * HALF) & MASK;
          }
        }
        for (int row = 0; row < SmallMatrices.SIZE; row++) {
          int lane = SmallMatrices.laneOfRow(matrix, row);
          access.store(warp, lane, addresses[lane] + offset, rows[row]);
        }
      }
    };
  }

  private WarpCode multiply(MmaOp op) {
    MatrixProduct product = MatrixProduct.of(op, element(op.accumulator()));
    Slice a = slice(op.a(), op.aFirst(), product.shape().registersOfA());
    Slice b = slice(op.b(), op.bFirst(), product.shape().registersOfB());
    Slice sum = slice(op.accumulator(), op.first(), product.registersOfSum());
    Location place = op.location();
    return warp -> {
      requireWarp(warp, "an mma", place);
      product.apply(a.read(warp, place), b.read(warp, place), sum.read(warp, place));
    };
  }

  private static Type element(Value array) {
    RegistersType type = Registers.of(array.type());
    if (type == null) {
      throw new CompilerBug("what is no array of registers passed the verifier");
    }
    return type.element();
  }
}
