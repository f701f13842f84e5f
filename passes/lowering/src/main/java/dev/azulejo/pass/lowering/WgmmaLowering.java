// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.dialect.ptx.WgmmaCommitGroupOp;
import dev.azulejo.dialect.ptx.WgmmaFenceOp;
import dev.azulejo.dialect.ptx.WgmmaOp;
import dev.azulejo.dialect.ptx.WgmmaWaitGroupOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmShape;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import dev.azulejo.ir.layout.matrix.WarpgroupGrid;
import dev.azulejo.pass.layout.MmaTypes;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products by {@code wgmma}: one batch for a product, whose instructions read B, and A
 * unless it is in registers, from shared memory through descriptors. The layout of the accumulator
 * says which rows and columns a warpgroup has; its registers stay where they are. Each product is a
 * group of its own; one that is not asynchronous waits for it at once.
 */
final class WgmmaLowering {
  private static final String TARGET = "sm_90a";
  private static final int HALF = 16;
  private static final int MOST_PENDING = 7;

  private final Kernel kernel;
  private final GemmOp gemm;
  private final GemmShape shape;
  private final MmaInstruction numbers;
  private final RegisterTile accumulator;
  private final WarpgroupGrid grid;
  private final int width;
  private final @Nullable RegisterTile held;
  private final @Nullable WgmmaTile a;
  private final WgmmaTile b;

  private WgmmaLowering(Kernel kernel, GemmOp gemm) throws LoweringFailure {
    this.kernel = kernel;
    this.gemm = gemm;
    this.shape = GemmShape.of(gemm);
    this.numbers = numbers();
    if (Space.of(gemm.c()) != Space.FRAGMENT) {
      throw LoweringFailure.of(gemm, "C is no fragment");
    }
    this.accumulator = kernel.registers(gemm, gemm.cRegion());
    this.grid = grid();
    boolean isWhole = accumulator.element() instanceof IntegerType;
    this.width = Math.toIntExact(grid.width(shape.n(), isWhole));
    boolean isHeld = Space.of(gemm.a()) == Space.FRAGMENT;
    this.held = isHeld ? held() : null;
    this.a = isHeld ? null : rows();
    this.b = columns();
  }

  static void lower(Kernel kernel, GemmOp gemm) throws LoweringFailure {
    new WgmmaLowering(kernel, gemm).lower();
    gemm.erase();
  }

  /** Lowers a wait for products that were begun before. */
  static void lower(WaitGemmOp wait) throws LoweringFailure {
    long pending = wait.pending().longValue();
    if (pending > MOST_PENDING) {
      throw LoweringFailure.of(
          wait,
          "%d products can't be under way behind a wait; up to %d can",
          pending,
          MOST_PENDING);
    }
    WgmmaWaitGroupOp.create(Inserter.before(wait), Math.toIntExact(pending));
    wait.erase();
  }

  // --- What there are instructions for ----------------------------------------------------------

  private MmaInstruction numbers() throws LoweringFailure {
    Target target = Target.of(gemm);
    if (target == null || !target.name().equals(TARGET)) {
      throw LoweringFailure.of(
          gemm,
          "wgmma needs the target %s, and this is %s",
          TARGET,
          target == null ? "none" : target.name());
    }
    if (gemm.tf32()) {
      throw LoweringFailure.of(
          gemm,
          "wgmma reads f32 from shared memory as it is there, and 'tf32' rounds it before; make it"
              + " of \"mma\"");
    }
    return switch (MmaTypes.of(gemm, target)) {
      case Attempt.Success<MmaInstruction>(MmaInstruction found) -> found;
      case Attempt.Refusal<MmaInstruction>(String reason) ->
          throw LoweringFailure.of(gemm, "can't be made of wgmma: %s", reason);
    };
  }

  /** How the warpgroups share out the tile, as the accumulator lies. */
  private WarpgroupGrid grid() throws LoweringFailure {
    long groups = kernel.threads() / WarpgroupGrid.THREADS;
    for (long rows = groups; rows >= 1; rows--) {
      WarpgroupGrid candidate = new WarpgroupGrid(rows, groups / rows);
      if (groups % rows == 0 && fits(candidate)) {
        return candidate;
      }
    }
    throw LoweringFailure.of(
        gemm,
        "the accumulator does not lie as wgmma has it, however %d threads share out %dx%d",
        kernel.threads(),
        shape.m(),
        shape.n());
  }

  private boolean fits(WarpgroupGrid candidate) {
    return kernel.threads() % WarpgroupGrid.THREADS == 0
        && shape.m() % (WarpgroupGrid.BLOCK * candidate.rows()) == 0
        && shape.n() % (MmaInstruction.COLUMNS * candidate.columns()) == 0
        && shape.k() % numbers.depth() == 0
        && candidate.c(shape.m(), shape.n()).isSameAs(accumulator.fragment());
  }

  private static IndexExpr warpgroup() {
    return ThreadFunction.THREAD.floorDiv(WarpgroupGrid.THREADS);
  }

  private WgmmaTile rows() throws LoweringFailure {
    long part = shape.m() / grid.rows();
    IndexExpr which = warpgroup().mod(grid.rows());
    var factor = new WgmmaFactor(WarpgroupGrid.BLOCK, numbers.depth(), part, grid.rows(), which);
    return WgmmaTile.of(kernel, gemm, "A", gemm.aRegion(), !gemm.transposeA(), factor);
  }

  private WgmmaTile columns() throws LoweringFailure {
    long part = shape.n() / grid.columns();
    IndexExpr which = warpgroup().floorDiv(grid.rows());
    var factor = new WgmmaFactor(width, numbers.depth(), part, grid.columns(), which);
    return WgmmaTile.of(kernel, gemm, "B", gemm.bRegion(), gemm.transposeB(), factor);
  }

  private RegisterTile held() throws LoweringFailure {
    RegisterTile tile = kernel.registers(gemm, gemm.aRegion());
    boolean lies =
        !gemm.transposeA()
            && tile.perRegister() == Integer.SIZE / numbers.bits()
            && tile.fragment().isSameAs(grid.a(numbers, shape.m(), shape.k()));
    if (!lies) {
      throw LoweringFailure.of(gemm, "operand A does not lie in registers as wgmma has it");
    }
    return tile;
  }

  // --- Code -------------------------------------------------------------------------------------

  private void lower() throws LoweringFailure {
    requireTransposable();
    decide();
    Inserter at = Inserter.before(gemm);
    ThreadMath math = kernel.math();
    Value yes = math.constant(IntegerAttr.bool(true));
    Value adds = adds(at, yes);
    WgmmaFenceOp.create(at);
    for (long k = 0; k < shape.k(); k += numbers.depth()) {
      for (long block = 0; block < grid.blocks(shape.m()); block++) {
        for (long column = 0; column < shape.n() / grid.columns(); column += width) {
          multiply(at, k, block, column, k == 0 ? adds : yes);
        }
      }
    }
    WgmmaCommitGroupOp.create(at);
    if (!gemm.asynchronous()) {
      WgmmaWaitGroupOp.create(at, 0);
    }
  }

  /** Is the first product along K added to what the accumulator holds? */
  private Value adds(Inserter at, Value yes) {
    if (gemm.alwaysClears()) {
      return kernel.math().constant(IntegerAttr.bool(false));
    }
    Value clears = gemm.clear().orElse(null);
    return clears == null ? yes : XOrIOp.create(at, clears, yes).result();
  }

  private void multiply(Inserter at, long k, long block, long column, Value adds)
      throws LoweringFailure {
    String left = GemmLowering.word(gemm, gemm.a());
    String right = GemmLowering.word(gemm, gemm.b());
    long perBlock = shape.n() / grid.columns() / 2;
    int first = Math.toIntExact((block * perBlock + column / 2) / accumulator.perRegister());
    Value other = b.at(at, column, k);
    long row = block * WarpgroupGrid.BLOCK;
    Value registers = accumulator.registers();
    WgmmaOp op;
    if (a != null) {
      op = WgmmaOp.create(at, width, left, registers, first, a.at(at, row, k), other, adds);
      if (!a.columnsAreK()) {
        op.setAttribute("transpose_a", UnitAttr.INSTANCE);
      }
    } else {
      int from = heldFrom(row, k);
      Value values = Objects.requireNonNull(held).registers();
      op =
          WgmmaOp.createWithRegisters(at, width, left, registers, first, values, from, other, adds);
    }
    if (!b.columnsAreK()) {
      op.setAttribute("transpose_b", UnitAttr.INSTANCE);
    }
    if (!left.equals(right)) {
      op.setAttribute("b_input", StringAttr.of(right));
    }
  }

  /** The first register of A for an instruction, which is the same in every warp. */
  private int heldFrom(long row, long k) {
    RegisterTile tile = Objects.requireNonNull(held);
    long place = tile.fragment().places().linear(new long[] {row, k});
    return Math.toIntExact(place / tile.perRegister());
  }

  private void requireTransposable() throws LoweringFailure {
    boolean isTransposed = !b.columnsAreK() || (a != null && !a.columnsAreK());
    if (isTransposed && numbers.bits() != HALF) {
      throw LoweringFailure.of(
          gemm,
          "wgmma reads numbers of %d bits only where K is the contiguous dimension of A and B",
          numbers.bits());
    }
  }

  private void decide() {
    kernel.decide(
        gemm,
        "gemm",
        String.format(
            Locale.ROOT,
            "%dx%dx%d of %s into %s",
            shape.m(),
            shape.n(),
            shape.k(),
            AsmText.ofType(Kernel.type(gemm.a()).elementType()),
            AsmText.ofType(accumulator.element())),
        String.format(
            Locale.ROOT,
            "wgmma m64n%dk%d%s, %dx%d warpgroups of %dx%d each",
            width,
            numbers.depth(),
            held == null ? "" : " with A in registers",
            grid.rows(),
            grid.columns(),
            shape.m() / grid.rows(),
            shape.n() / grid.columns()),
        "");
  }
}
