// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;

/**
 * The three sizes of a matrix product.
 *
 * @param m the rows of A and C
 * @param n the columns of B and C
 * @param k the columns of A and rows of B
 */
public record GemmShape(long m, long n, long k) {

  /** The sizes of a product that has been verified. */
  public static GemmShape of(GemmOp gemm) {
    List<Long> a = gemm.aRegion().sizes();
    List<Long> c = gemm.cRegion().sizes();
    return new GemmShape(row(c), column(c), gemm.transposeA() ? row(a) : column(a));
  }

  static void verify(GemmOp gemm, Diagnostics diagnostics) {
    List<Long> a = gemm.aRegion().sizes();
    List<Long> b = gemm.bRegion().sizes();
    List<Long> c = gemm.cRegion().sizes();
    if (!isMatrix(a) || !isMatrix(b) || !isMatrix(c)) {
      diagnostics.report(
          gemm.error("multiplies matrices: only the last two sizes of a region may differ from 1"));
      return;
    }
    long aRows = gemm.transposeA() ? column(a) : row(a);
    long aColumns = gemm.transposeA() ? row(a) : column(a);
    long bRows = gemm.transposeB() ? column(b) : row(b);
    long bColumns = gemm.transposeB() ? row(b) : column(b);
    boolean floats = isFloat(gemm.c());
    if (isFloat(gemm.a()) != floats || isFloat(gemm.b()) != floats) {
      diagnostics.report(gemm.error("multiplies floats or integers, not both"));
      return;
    }
    if (gemm.tf32() && !(isSingle(gemm.a()) && isSingle(gemm.b()))) {
      diagnostics.report(gemm.error("has 'tf32', but only operands of type f32 are rounded to it"));
      return;
    }
    if (aRows != row(c) || bColumns != column(c) || aColumns != bRows) {
      diagnostics.report(
          gemm.error(
              "multiplies A of %dx%d and B of %dx%d into C of %dx%d",
              aRows, aColumns, bRows, bColumns, row(c), column(c)));
    }
  }

  private static boolean isFloat(Value buffer) {
    return buffer.type() instanceof MemRefType memref && memref.elementType() instanceof FloatType;
  }

  private static boolean isSingle(Value buffer) {
    return buffer.type() instanceof MemRefType memref && memref.elementType().equals(FloatType.F32);
  }

  private static boolean isMatrix(List<Long> sizes) {
    return sizes.size() >= 2 && sizes.subList(0, sizes.size() - 2).stream().allMatch(s -> s == 1);
  }

  private static long row(List<Long> sizes) {
    return sizes.get(sizes.size() - 2);
  }

  private static long column(List<Long> sizes) {
    return sizes.getLast();
  }
}
