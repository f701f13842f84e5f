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
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import dev.azulejo.ir.layout.matrix.WarpGrid;
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.pass.layout.MmaTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Matrix products by {@code mma.sync}, step by step along K; the layout of the accumulator says
 * which part a warp has. Operands in shared memory are loaded by {@code ldmatrix}, or element by
 * element where that can't load them; those in registers are multiplied where they are.
 */
final class GemmLowering {
  private final Kernel kernel;
  private final GemmOp gemm;
  private final GemmShape shape;
  private final MmaInstruction instruction;
  private final RegisterTile accumulator;
  private final WarpGrid grid;
  private final List<String> obstacles = new ArrayList<>();

  private GemmLowering(Kernel kernel, GemmOp gemm) throws LoweringFailure {
    this.kernel = kernel;
    this.gemm = gemm;
    this.shape = GemmShape.of(gemm);
    this.instruction = instruction(gemm);
    if (Space.of(gemm.c()) != Space.FRAGMENT) {
      throw LoweringFailure.of(gemm, "C is no fragment");
    }
    this.accumulator = kernel.registers(gemm, gemm.cRegion());
    this.grid = grid();
  }

  static void lower(Kernel kernel, GemmOp gemm) throws LoweringFailure {
    if (gemm.isMadeBy(GemmOp.WGMMA)) {
      WgmmaLowering.lower(kernel, gemm);
      return;
    }
    if (gemm.asynchronous()) {
      throw LoweringFailure.of(
          gemm, "is asynchronous, which mma.sync is not; only \"%s\" is", GemmOp.WGMMA);
    }
    new GemmLowering(kernel, gemm).lower();
    gemm.erase();
  }

  // --- What there are instructions for ----------------------------------------------------------

  private static MmaInstruction instruction(GemmOp gemm) throws LoweringFailure {
    return switch (MmaTypes.of(gemm, Target.of(gemm))) {
      case Attempt.Success<MmaInstruction>(MmaInstruction found) -> found;
      case Attempt.Refusal<MmaInstruction>(String reason) ->
          throw LoweringFailure.of(gemm, "can't be made of mma.sync: %s", reason);
    };
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
        && candidate.c(shape.m(), shape.n()).isSameAs(accumulator.fragment());
  }

  // --- Code -------------------------------------------------------------------------------------

  private void lower() throws LoweringFailure {
    clear();
    Inserter at = Inserter.before(gemm);
    MatrixOperand a = operand(aPart(), gemm.aRegion());
    MatrixOperand b = operand(bPart(), gemm.bRegion());
    int depth = instruction.depth();
    int steps = Math.toIntExact((shape.k() + depth - 1) / depth);
    decide(a instanceof LdmatrixOperand || b instanceof LdmatrixOperand);
    for (int step = 0; step < steps; step++) {
      load(at, a, step);
      load(at, b, step);
      multiply(at, step, a, b);
    }
  }

  private void load(Inserter at, MatrixOperand operand, int step) {
    operand.load(at, step);
    if (gemm.tf32() && !(operand instanceof FragmentOperand)) {
      int count = operand.register(step, operand.blocks());
      Rounding.all(kernel, at, operand.registers(), count);
    }
  }

  private void decide(boolean usesLdmatrix) {
    kernel.decide(
        gemm,
        "gemm",
        String.format(
            Locale.ROOT,
            "%dx%dx%d of %s into %s",
            shape.m(),
            shape.n(),
            shape.k(),
            types(),
            AsmText.ofType(accumulator.element())),
        String.format(
            Locale.ROOT,
            "%smma.sync m16n8k%d, %dx%d warps of %dx%d each",
            usesLdmatrix ? "ldmatrix and " : "",
            instruction.depth(),
            grid.rows(),
            grid.columns(),
            shape.m() / grid.rows(),
            shape.n() / grid.columns()),
        String.join("; ", obstacles));
  }

  private String types() {
    String left = gemm.tf32() ? "tf32" : AsmText.ofType(Kernel.type(gemm.a()).elementType());
    String right = gemm.tf32() ? "tf32" : AsmText.ofType(Kernel.type(gemm.b()).elementType());
    return left.equals(right) ? left : left + " by " + right;
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

  private Value zero(Inserter at) {
    TypedAttr zero =
        accumulator.element() instanceof FloatType real
            ? FloatAttr.of(real, 0.0)
            : IntegerAttr.of(accumulator.element(), 0);
    return ConstantOp.create(at, zero).result();
  }

  private static IndexExpr warp() {
    return ThreadFunction.THREAD.floorDiv(MmaInstruction.LANES);
  }

  private OperandPart aPart() {
    long size = shape.m() / grid.rows();
    IndexExpr first = warp().mod(grid.rows()).times(size);
    return new OperandPart(
        true, instruction, gemm.transposeA(), first, size, MmaInstruction.ROWS, shape.k());
  }

  private OperandPart bPart() {
    long size = shape.n() / grid.columns();
    IndexExpr first = warp().floorDiv(grid.rows()).times(size);
    boolean isWide = size % (2L * MmaInstruction.COLUMNS) == 0;
    int width = isWide ? 2 * MmaInstruction.COLUMNS : MmaInstruction.COLUMNS;
    return new OperandPart(false, instruction, !gemm.transposeB(), first, size, width, shape.k());
  }

  private MatrixOperand operand(OperandPart part, BufferRegion region) throws LoweringFailure {
    if (Space.of(region.buffer()) == Space.FRAGMENT) {
      return inRegisters(part, region);
    }
    if (Space.of(region.buffer()) != Space.SHARED) {
      throw LoweringFailure.of(gemm, "an operand is neither in shared memory nor in registers");
    }
    SharedRegion shared = SharedRegion.of(kernel, gemm, region);
    String obstacle = LdmatrixOperand.obstacle(part, shared, region);
    if (obstacle == null) {
      return new LdmatrixOperand(kernel, part, shared);
    }
    obstacles.add(
        (part.isA() ? "A" : "B") + " is read element by element, which is slow: " + obstacle);
    return switch (part.block().inverse()) {
      case Attempt.Success<Layout>(Layout elements) ->
          new ElementOperand(kernel, part, shared, elements);
      case Attempt.Refusal<Layout>(String reason) -> throw LoweringFailure.of(gemm, "%s", reason);
    };
  }

  private MatrixOperand inRegisters(OperandPart part, BufferRegion region) throws LoweringFailure {
    RegisterTile tile = kernel.registers(gemm, region);
    boolean isRounded = gemm.tf32();
    Fragment wanted =
        part.isA()
            ? grid.a(instruction, shape.m(), shape.k())
            : grid.b(instruction, shape.n(), shape.k());
    boolean lies = tile.fragment().isSameAs(part.rowsAreK() ? WarpGrid.transposed(wanted) : wanted);
    int perRegister = isRounded ? 1 : FragmentOperand.perRegister(instruction);
    if (!lies || tile.perRegister() != perRegister) {
      throw LoweringFailure.of(
          gemm, "operand %s does not lie as mma.sync has it", part.isA() ? "A" : "B");
    }
    return new FragmentOperand(kernel, part, tile, isRounded);
  }

  private void multiply(Inserter at, int step, MatrixOperand a, MatrixOperand b) {
    String left = word(gemm, gemm.a());
    String right = word(gemm, gemm.b());
    long columns = shape.n() / grid.columns() / MmaInstruction.COLUMNS;
    int perBlock = Math.toIntExact(columns / b.blocks());
    for (int row = 0; row < a.blocks(); row++) {
      for (int column = 0; column < columns; column++) {
        MmaOp op =
            MmaOp.create(
                at,
                "m16n8k" + instruction.depth(),
                left,
                accumulator.registers(),
                first(row, column),
                a.registers(),
                a.register(step, row),
                b.registers(),
                b.register(step, column / perBlock) + 2 * (column % perBlock));
        if (!left.equals(right)) {
          op.setAttribute("b_input", StringAttr.of(right));
        }
      }
    }
  }

  /** The instruction's word for the elements of an operand. */
  static String word(GemmOp gemm, Value operand) {
    Type type = Kernel.type(operand).elementType();
    if (type instanceof IntegerType integer) {
      return integer.isUnsigned() ? "u8" : "s8";
    }
    if (gemm.tf32()) {
      return "tf32";
    }
    FloatFormat format = type instanceof FloatType real ? real.format() : null;
    if (format == FloatFormat.F8E4M3FN) {
      return "e4m3";
    }
    if (format == FloatFormat.F8E5M2) {
      return "e5m2";
    }
    return type.equals(FloatType.F16) ? "f16" : "bf16";
  }

  /** The first register of the accumulator of an instruction, which is the same in every warp. */
  private int first(int row, int column) {
    long[] corner = {(long) row * MmaInstruction.ROWS, (long) column * MmaInstruction.COLUMNS};
    long place = accumulator.fragment().places().linear(corner);
    return Math.toIntExact(place / accumulator.perRegister());
  }
}
