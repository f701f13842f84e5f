// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.number.FloatFormat;
import java.util.List;

/**
 * The sizes of a product with a sparse matrix.
 *
 * @param m the rows of A and C
 * @param n the columns of B and C
 * @param k the columns that A has with its zeros, and the rows of B
 * @param group how many neighbours the four bits of a group speak of
 * @param kept how many of these are kept
 * @param groups how many groups a word of E speaks of
 */
public record SparseShape(long m, long n, long k, int group, int kept, int groups) {
  private static final int BITS_OF_GROUP = 4;

  /** The sizes of a product that has been verified. */
  public static SparseShape of(GemmSpOp gemm) {
    List<Long> a = gemm.aRegion().sizes();
    List<Long> c = gemm.cRegion().sizes();
    boolean isWide = bits(gemm.a()) > Short.SIZE;
    int groups = bits(gemm.e()) / BITS_OF_GROUP;
    return new SparseShape(
        row(c), c.getLast(), 2 * a.getLast(), isWide ? 2 : 4, isWide ? 1 : 2, groups);
  }

  static void verify(GemmSpOp gemm, Diagnostics diagnostics) {
    for (List<Long> sizes :
        List.of(
            gemm.aRegion().sizes(),
            gemm.eRegion().sizes(),
            gemm.bRegion().sizes(),
            gemm.cRegion().sizes())) {
      if (!isMatrix(sizes)) {
        diagnostics.report(
            gemm.error(
                "multiplies matrices: only the last two sizes of a region may differ from 1"));
        return;
      }
    }
    if (verifyTypes(gemm, diagnostics)) {
      verifySizes(gemm, diagnostics);
    }
  }

  private static boolean verifyTypes(GemmSpOp gemm, Diagnostics diagnostics) {
    Type a = element(gemm.a());
    Type b = element(gemm.b());
    Type c = element(gemm.c());
    if (!isWord(gemm.e())) {
      diagnostics.report(gemm.error("says what is kept in words of 8, 16 or 32 bits"));
      return false;
    }
    boolean bytes = isByte(a) && isByte(b);
    boolean floats =
        a.equals(b) && (a.equals(FloatType.F16) || a.equals(FloatType.BF16) || isSingle(a));
    boolean smallFloats = isSmallFloat(a) && isSmallFloat(b);
    if (!bytes && !floats && !smallFloats) {
      diagnostics.report(
          gemm.error(
              "multiplies f16, bf16, f32, floats of 8 bits or integers of 8 bits, and A like B"));
      return false;
    }
    boolean fits =
        bytes
            ? c.equals(IntegerType.I32)
            : c.equals(FloatType.F32) || (c.equals(FloatType.F16) && !isSingle(a));
    if (!fits) {
      diagnostics.report(
          gemm.error("sums %s", bytes ? "integers to i32" : "floats to f32 or f16, f32 to f32"));
    }
    return fits;
  }

  private static void verifySizes(GemmSpOp gemm, Diagnostics diagnostics) {
    List<Long> a = gemm.aRegion().sizes();
    List<Long> e = gemm.eRegion().sizes();
    List<Long> b = gemm.bRegion().sizes();
    SparseShape shape = of(gemm);
    long rows = gemm.transposeB() ? b.getLast() : row(b);
    long columns = gemm.transposeB() ? row(b) : b.getLast();
    long word = (long) shape.group * shape.groups;
    if (row(a) != shape.m || columns != shape.n || rows != shape.k) {
      diagnostics.report(
          gemm.error(
              "multiplies A of %dx%d, which keeps half of %dx%d, and B of %dx%d into C of %dx%d",
              row(a), a.getLast(), row(a), shape.k, rows, columns, shape.m, shape.n));
    } else if (row(e) != shape.m || e.getLast() * word != shape.k) {
      diagnostics.report(
          gemm.error(
              "has E of %dx%d; each word speaks of %d columns, so %d rows of %d columns need"
                  + " E of %dx%d",
              row(e), e.getLast(), word, shape.m, shape.k, shape.m, Math.ceilDiv(shape.k, word)));
    }
  }

  private static boolean isWord(Value buffer) {
    int bits = bits(buffer);
    return element(buffer) instanceof IntegerType
        && (bits == Byte.SIZE || bits == Short.SIZE || bits == Integer.SIZE);
  }

  private static boolean isByte(Type type) {
    return type instanceof IntegerType integer && integer.width() == Byte.SIZE;
  }

  private static boolean isSingle(Type type) {
    return type instanceof FloatType real
        && (real.format() == FloatFormat.F32 || real.format() == FloatFormat.TF32);
  }

  private static boolean isSmallFloat(Type type) {
    return type instanceof FloatType real && real.width() == Byte.SIZE;
  }

  private static Type element(Value buffer) {
    return buffer.type() instanceof MemRefType type ? type.elementType() : buffer.type();
  }

  private static int bits(Value buffer) {
    return switch (element(buffer)) {
      case FloatType real -> real.width();
      case IntegerType integer -> integer.width();
      default -> 0;
    };
  }

  private static boolean isMatrix(List<Long> sizes) {
    return sizes.size() >= 2 && sizes.subList(0, sizes.size() - 2).stream().allMatch(s -> s == 1);
  }

  private static long row(List<Long> sizes) {
    return sizes.get(sizes.size() - 2);
  }
}
