// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import dev.azulejo.ir.number.FloatFormat;
import org.jspecify.annotations.Nullable;

/** Which {@code mma.sync} instruction multiplies which types, on which GPUs. */
public final class MmaTypes {
  private static final int AMPERE = 80;
  private static final int ADA = 89;

  private MmaTypes() {}

  /** The instruction of a product; refused, with the reason, where there is none. */
  public static Attempt<MmaInstruction> of(GemmOp gemm, @Nullable Target target) {
    if (target == null) {
      return Attempt.refused("there is no target that would say which instructions there are");
    }
    if (target.vendor() != Target.Vendor.NVIDIA || target.generation() < AMPERE) {
      return Attempt.refused(target.name() + " has no instructions for it that are known here");
    }
    Type a = Storage.type(gemm.a()).elementType();
    Type b = Storage.type(gemm.b()).elementType();
    Type c = Storage.type(gemm.c()).elementType();
    MmaInstruction instruction =
        gemm.tf32() && c.equals(FloatType.F32)
            ? MmaInstruction.K8_32BIT
            : find(a, b, c, target.generation());
    return instruction != null
        ? Attempt.success(instruction)
        : Attempt.refused(
            "no instruction of "
                + target.name()
                + " multiplies "
                + AsmText.ofType(a)
                + " by "
                + AsmText.ofType(b)
                + " into "
                + AsmText.ofType(c)
                + (isSingle(a) && isSingle(b) && isSingle(c) ? ", only as 'tf32'" : ""));
  }

  private static @Nullable MmaInstruction find(Type a, Type b, Type c, int generation) {
    if (a instanceof IntegerType one && b instanceof IntegerType other) {
      boolean fits = c instanceof IntegerType sum && sum.width() == 32;
      return fits && one.width() == 8 && other.width() == 8 ? MmaInstruction.K32_8BIT : null;
    }
    if (!(a instanceof FloatType one) || !(b instanceof FloatType other)) {
      return null;
    }
    boolean isSingle = isSingle(c);
    if (isFloat8(one) && isFloat8(other)) {
      return isSingle && generation >= ADA ? MmaInstruction.K32_8BIT : null;
    }
    if (!a.equals(b)) {
      return null;
    }
    if (a.equals(FloatType.F16)) {
      return isSingle || c.equals(FloatType.F16) ? MmaInstruction.K16_16BIT : null;
    }
    if (a.equals(FloatType.BF16)) {
      return isSingle ? MmaInstruction.K16_16BIT : null;
    }
    return one.format() == FloatFormat.TF32 && isSingle ? MmaInstruction.K8_32BIT : null;
  }

  private static boolean isSingle(Type type) {
    return type.equals(FloatType.F32);
  }

  private static boolean isFloat8(FloatType type) {
    return type.format() == FloatFormat.F8E4M3FN || type.format() == FloatFormat.F8E5M2;
  }
}
