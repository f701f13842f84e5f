// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmShape;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import dev.azulejo.ir.layout.matrix.WarpgroupGrid;
import dev.azulejo.ir.number.FloatFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A product by {@code wgmma}: which instructions it is made of, and how warpgroups share it out.
 *
 * @param instruction the instruction's depth and elements; A in registers lies as for it, too
 * @param grid how warpgroups share out the tile
 * @param shape the sizes of the product
 * @param width how many columns an instruction has
 */
public record WgmmaProduct(
    MmaInstruction instruction, WarpgroupGrid grid, GemmShape shape, long width) {
  private static final String HOPPER = "sm_90a";
  private static final int TRANSPOSABLE_BITS = 16;

  /**
   * The instructions of a product; refused, with the reason, where {@code wgmma} can't make it.
   *
   * @param target what is compiled for, or null
   * @param threads how many threads make it
   */
  public static Attempt<WgmmaProduct> of(GemmOp gemm, @Nullable Target target, long threads) {
    if (target == null || !target.name().equals(HOPPER)) {
      return Attempt.refused(
          "wgmma is there on "
              + HOPPER
              + " alone, and "
              + (target == null ? "no target is named" : "the target is " + target.name()));
    }
    return types(gemm).then(instruction -> of(gemm, instruction, threads));
  }

  private static Attempt<WgmmaProduct> of(GemmOp gemm, MmaInstruction instruction, long threads) {
    GemmShape shape = GemmShape.of(gemm);
    String obstacle = obstacle(gemm, instruction, shape);
    if (obstacle != null) {
      return Attempt.refused(obstacle);
    }
    boolean integers = Storage.type(gemm.c()).elementType() instanceof IntegerType;
    return WarpgroupGrid.of(shape.m(), shape.n(), threads)
        .then(grid ->
            Attempt.success(
                new WgmmaProduct(instruction, grid, shape, grid.width(shape.n(), integers))));
  }

  private static @Nullable String obstacle(
      GemmOp gemm, MmaInstruction instruction, GemmShape shape) {
    if (Space.of(gemm.c()) != Space.FRAGMENT || !MmaDemands.isWholeMatrix(gemm.cRegion())) {
      return "C is not all of a fragment";
    }
    if (Space.of(gemm.b()) != Space.SHARED) {
      return "B is not in shared memory";
    }
    Space a = Space.of(gemm.a());
    boolean isHeld = a == Space.FRAGMENT;
    if (!isHeld && a != Space.SHARED) {
      return "A is neither in shared memory nor a fragment";
    }
    if (isHeld && (gemm.transposeA() || !MmaDemands.isWholeMatrix(gemm.aRegion()))) {
      return "A is a fragment, and not all of it in rows of K";
    }
    boolean isTurned = (!isHeld && gemm.transposeA()) || !gemm.transposeB();
    if (instruction.bits() != TRANSPOSABLE_BITS && isTurned) {
      return "operands of "
          + instruction.bits()
          + " bits are read with K contiguous alone: A as (M, K), B as (N, K)";
    }
    return shape.k() % instruction.depth() == 0
        ? null
        : String.format(
            Locale.ROOT,
            "instructions sum over %d elements, and K = %d is no multiple of that",
            instruction.depth(),
            shape.k());
  }

  private static Attempt<MmaInstruction> types(GemmOp gemm) {
    Type a = Storage.type(gemm.a()).elementType();
    Type b = Storage.type(gemm.b()).elementType();
    Type c = Storage.type(gemm.c()).elementType();
    if (gemm.tf32()) {
      return Attempt.refused(
          "f32 would have to be rounded to tf32 on its way, and wgmma reads memory as it is");
    }
    MmaInstruction instruction = find(a, b, c);
    return instruction != null
        ? Attempt.success(instruction)
        : Attempt.refused(
            "wgmma multiplies no "
                + AsmText.ofType(a)
                + " by "
                + AsmText.ofType(b)
                + " into "
                + AsmText.ofType(c));
  }

  private static @Nullable MmaInstruction find(Type a, Type b, Type c) {
    if (a instanceof IntegerType one && b instanceof IntegerType other) {
      boolean fits = c instanceof IntegerType sum && sum.width() == Integer.SIZE;
      return fits && one.width() == Byte.SIZE && other.width() == Byte.SIZE
          ? MmaInstruction.K32_8BIT
          : null;
    }
    boolean isSingle = c.equals(FloatType.F32);
    if (!isSingle && !c.equals(FloatType.F16)) {
      return null;
    }
    if (isFloat8(a) && isFloat8(b)) {
      return MmaInstruction.K32_8BIT;
    }
    if (!a.equals(b)) {
      return null;
    }
    if (a.equals(FloatType.F16) || (isSingle && a.equals(FloatType.BF16))) {
      return MmaInstruction.K16_16BIT;
    }
    boolean isTf32 = a instanceof FloatType real && real.format() == FloatFormat.TF32;
    return isSingle && isTf32 ? MmaInstruction.K8_32BIT : null;
  }

  private static boolean isFloat8(Type type) {
    return type instanceof FloatType real
        && (real.format() == FloatFormat.F8E4M3FN || real.format() == FloatFormat.F8E5M2);
  }
}
