// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.ptx.MmaOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmShape;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.matrix.MatrixLoad;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import dev.azulejo.ir.layout.matrix.WarpGrid;
import java.util.Locale;

/**
 * Matrix products by {@code mma.sync} of f16 or bf16 into f32. Operands are loaded by {@code
 * ldmatrix}, step by step along K; the layout of the accumulator says which part a warp has.
 */
final class GemmLowering {
  private static final int AMPERE = 80;

  private final Kernel kernel;
  private final GemmOp gemm;
  private final GemmShape shape;
  private final RegisterTile accumulator;
  private final WarpGrid grid;
  private final String input;

  private GemmLowering(Kernel kernel, GemmOp gemm) throws LoweringFailure {
    this.kernel = kernel;
    this.gemm = gemm;
    this.shape = GemmShape.of(gemm);
    this.input = input(gemm);
    if (Space.of(gemm.c()) != Space.FRAGMENT) {
      throw LoweringFailure.of(gemm, "C is no fragment");
    }
    this.accumulator = kernel.registers(gemm, gemm.cRegion());
    this.grid = grid();
  }

  static void lower(Kernel kernel, GemmOp gemm) throws LoweringFailure {
    new GemmLowering(kernel, gemm).lower();
    gemm.erase();
  }

  // --- What there are instructions for ----------------------------------------------------------

  private static String input(GemmOp gemm) throws LoweringFailure {
    Target target = Target.of(gemm);
    if (target == null || target.vendor() != Target.Vendor.NVIDIA || target.generation() < AMPERE) {
      throw LoweringFailure.of(
          gemm,
          "mma.sync needs a target from sm_80 on, and this is %s",
          target == null ? "none" : target.name());
    }
    Type a = Kernel.type(gemm.a()).elementType();
    Type b = Kernel.type(gemm.b()).elementType();
    Type c = Kernel.type(gemm.c()).elementType();
    boolean isHalf = a.equals(FloatType.F16);
    if (!a.equals(b) || !(isHalf || a.equals(FloatType.BF16)) || !c.equals(FloatType.F32)) {
      throw LoweringFailure.of(
          gemm, "products are known here of f16 or of bf16, into f32, and no others yet");
    }
    if (Space.of(gemm.a()) != Space.SHARED || Space.of(gemm.b()) != Space.SHARED) {
      throw LoweringFailure.of(gemm, "both operands must be in shared memory yet");
    }
    return isHalf ? "f16" : "bf16";
  }

  /** How the warps share out the tile, as the accumulator lies. */
  private WarpGrid grid() throws LoweringFailure {
    long warps = kernel.threads() / MmaInstruction.LANES;
    for (long rows = 1; rows <= warps; rows++) {
      WarpGrid candidate = new WarpGrid(rows, warps / rows);
      if (warps % rows == 0 && fits(candidate)) {
        return candidate;
      }
    }
    throw LoweringFailure.of(
        gemm,
        "the accumulator does not lie as mma.sync has it, however %d warps share out %dx%d",
        warps,
        shape.m(),
        shape.n());
  }

  private boolean fits(WarpGrid candidate) {
    return kernel.threads() % MmaInstruction.LANES == 0
        && shape.m() % (MmaInstruction.ROWS * candidate.rows()) == 0
        && shape.n() % (MmaInstruction.COLUMNS * candidate.columns()) == 0
        && shape.k() % MmaInstruction.K16_16BIT.depth() == 0
        && candidate.c(shape.m(), shape.n()).isSameAs(accumulator.fragment());
  }

  // --- Code -------------------------------------------------------------------------------------

  private void lower() throws LoweringFailure {
    clear();
    Inserter at = Inserter.before(gemm);
    MatrixOperand a = a();
    MatrixOperand b = b();
    int steps = Math.toIntExact(shape.k() / MmaInstruction.K16_16BIT.depth());
    decide();
    for (int step = 0; step < steps; step++) {
      a.load(at, step);
      b.load(at, step);
      multiply(at, a, b);
    }
  }

  private void decide() {
    kernel.decide(
        gemm,
        "gemm",
        String.format(
            Locale.ROOT, "%dx%dx%d of %s into f32", shape.m(), shape.n(), shape.k(), input),
        String.format(
            Locale.ROOT,
            "ldmatrix and mma.sync m16n8k16, %dx%d warps of %dx%d each",
            grid.rows(),
            grid.columns(),
            shape.m() / grid.rows(),
            shape.n() / grid.columns()),
        "");
  }

  private void clear() {
    Value flag = gemm.clear().orElse(null);
    Inserter at = Inserter.before(gemm);
    if (gemm.alwaysClears()) {
      FillLowering.write(kernel, at, accumulator, zero(at));
    } else if (flag != null) {
      IfOp.create(at, flag, then -> FillLowering.write(kernel, then, accumulator, zero(then)));
    }
  }

  private static Value zero(Inserter at) {
    return ConstantOp.create(at, FloatAttr.of(FloatType.F32, 0.0)).result();
  }

  private static IndexExpr warp() {
    return ThreadFunction.THREAD.floorDiv(MmaInstruction.LANES);
  }

  private MatrixOperand a() throws LoweringFailure {
    long size = shape.m() / grid.rows();
    boolean rowsAreK = gemm.transposeA();
    return new MatrixOperand(
        kernel,
        "a",
        region(gemm.aRegion(), "A"),
        warp().mod(grid.rows()).times(size),
        size,
        MmaInstruction.ROWS,
        rowsAreK,
        rowsAreK ? MatrixLoad.CHUNKS_FIRST : MatrixLoad.ROWS_FIRST);
  }

  private MatrixOperand b() throws LoweringFailure {
    long size = shape.n() / grid.columns();
    boolean rowsAreK = !gemm.transposeB();
    boolean isWide = size % (2L * MmaInstruction.COLUMNS) == 0;
    return new MatrixOperand(
        kernel,
        "b",
        region(gemm.bRegion(), "B"),
        warp().floorDiv(grid.rows()).times(size),
        size,
        isWide ? 2 * MmaInstruction.COLUMNS : MmaInstruction.COLUMNS,
        rowsAreK,
        rowsAreK ? MatrixLoad.ROWS_FIRST : MatrixLoad.CHUNKS_FIRST);
  }

  private SharedRegion region(BufferRegion region, String name) throws LoweringFailure {
    return MatrixOperand.region(kernel, gemm, region, name);
  }

  private void multiply(Inserter at, MatrixOperand a, MatrixOperand b) {
    long columns = shape.n() / grid.columns() / MmaInstruction.COLUMNS;
    int perBlock = Math.toIntExact(columns / b.blocks());
    for (int row = 0; row < a.blocks(); row++) {
      for (int column = 0; column < columns; column++) {
        int block = column / perBlock;
        MmaOp.create(
            at,
            "m16n8k16",
            input,
            accumulator.registers(),
            first(row, column),
            a.registers(),
            a.register(row),
            b.registers(),
            b.register(block) + 2 * (column % perBlock));
      }
    }
  }

  /** The first register of the accumulator of an instruction, which is the same in every warp. */
  private int first(int row, int column) {
    long[] corner = {(long) row * MmaInstruction.ROWS, (long) column * MmaInstruction.COLUMNS};
    return Math.toIntExact(accumulator.fragment().places().linear(corner));
  }
}
