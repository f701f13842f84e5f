// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.tile.GemmSpOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.SparseShape;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import org.jspecify.annotations.Nullable;

/**
 * Which instructions can make a product with a sparse matrix.
 *
 * @param byWarpgroups why instructions of warpgroups can't; null where they can
 * @param byWarps why instructions of warps can't; null where they can
 */
record SparseChoice(@Nullable String byWarpgroups, @Nullable String byWarps) {
  private static final int AMPERE = 80;
  private static final int ADA = 89;
  private static final int WARP_SIZE = 32;
  private static final int WARPS_OF_GROUP = 4;
  private static final int ROWS_OF_GROUP = 64;
  private static final int ROWS_OF_WARP = 16;
  private static final int COLUMNS_OF_WARP = 8;

  /** What instructions sum over at once, in bits of the matrix with its zeros. */
  private static final int BITS_OF_STEP = 512;

  /**
   * The choice for a product.
   *
   * @param threads how many threads make it
   */
  static SparseChoice of(GemmSpOp gemm, long threads) {
    Target target = Target.of(gemm);
    SparseShape shape = SparseShape.of(gemm);
    return new SparseChoice(
        problemOfWarpgroups(gemm, shape, target, threads), problemOfWarps(gemm, shape, target));
  }

  private static @Nullable String problemOfWarpgroups(
      GemmSpOp gemm, SparseShape shape, @Nullable Target target, long threads) {
    if (!TmaLoads.isOn(target)) {
      return "wgmma.sp is there on sm_90a alone, and "
          + (target == null ? "no target is named" : "the target is " + target.name());
    }
    if (Space.of(gemm.b()) != Space.SHARED) {
      return "B is not in shared memory";
    }
    if (Space.of(gemm.c()) != Space.FRAGMENT) {
      return "C is not in a fragment";
    }
    if (shape.m() < ROWS_OF_GROUP) {
      return "instructions make 64 rows at least, and M = " + shape.m();
    }
    long warps = threads / WARP_SIZE;
    if (threads % WARP_SIZE != 0 || warps % WARPS_OF_GROUP != 0) {
      return "%d threads are no whole warpgroups".formatted(threads);
    }
    Type a = element(gemm.a());
    Type c = element(gemm.c());
    if (a.equals(FloatType.F32)) {
      return "f32 would have to be rounded to tf32 on its way, and wgmma.sp reads memory as it is";
    }
    if (c.equals(FloatType.F16) && a.equals(FloatType.BF16)) {
      return types(gemm, "wgmma.sp");
    }
    if (bits(a) != Short.SIZE && !gemm.transposeB()) {
      return "operands of %d bits are read with K contiguous alone: B as (N, K)".formatted(bits(a));
    }
    return problemOfDepth(shape, bits(a));
  }

  private static @Nullable String problemOfWarps(
      GemmSpOp gemm, SparseShape shape, @Nullable Target target) {
    if (target == null) {
      return "there is no target that would say which instructions there are";
    }
    if (target.vendor() != Target.Vendor.NVIDIA || target.generation() < AMPERE) {
      return target.name() + " has no instructions for it that are known here";
    }
    Type a = element(gemm.a());
    Type c = element(gemm.c());
    boolean isSmallFloat = a instanceof FloatType && bits(a) == Byte.SIZE;
    boolean isMissing = isSmallFloat && target.generation() < ADA;
    boolean isHalfSum = c.equals(FloatType.F16) && !a.equals(FloatType.F16);
    if (isMissing || isHalfSum) {
      return types(gemm, "mma.sp on " + target.name());
    }
    if (shape.m() % ROWS_OF_WARP != 0 || shape.n() % COLUMNS_OF_WARP != 0) {
      return "instructions make 16 rows of 8 columns, and C has %d of %d"
          .formatted(shape.m(), shape.n());
    }
    return problemOfDepth(shape, bits(a));
  }

  private static @Nullable String problemOfDepth(SparseShape shape, int bits) {
    int depth = BITS_OF_STEP / bits;
    return shape.k() % depth == 0
        ? null
        : "instructions sum over %d elements, and K = %d is no multiple of that"
            .formatted(depth, shape.k());
  }

  private static String types(GemmSpOp gemm, String instruction) {
    return "%s multiplies no %s by %s into %s"
        .formatted(
            instruction,
            AsmText.ofType(element(gemm.a())),
            AsmText.ofType(element(gemm.b())),
            AsmText.ofType(element(gemm.c())));
  }

  private static Type element(Value buffer) {
    return buffer.type() instanceof MemRefType type ? type.elementType() : buffer.type();
  }

  private static int bits(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width();
      case FloatType real -> real.width() > Short.SIZE ? Integer.SIZE : real.width();
      default -> Integer.SIZE;
    };
  }

  /** Why the instructions that a product says can't make it, or null where they can. */
  @Nullable String problemOf(GemmSpOp gemm) {
    return gemm.isMadeBy(GemmSpOp.WGMMA) ? byWarpgroups : byWarps;
  }

  /** The best that can, as {@code tile.gemm_sp} spells it; null where none can. */
  @Nullable String instruction() {
    if (byWarpgroups == null) {
      return GemmSpOp.WGMMA;
    }
    return byWarps == null ? GemmSpOp.MMA : null;
  }

  /** Why nothing better can; empty where nothing is better. */
  String reason() {
    if (byWarpgroups == null) {
      return "";
    }
    return byWarps == null ? byWarpgroups : byWarpgroups + "; and " + byWarps;
  }
}
