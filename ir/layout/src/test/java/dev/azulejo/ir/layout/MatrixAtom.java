// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;

/**
 * A fragment of matrix instructions, by the tables of the PTX manual and of AMD's calculator: what
 * layouts have to be able to say.
 */
record MatrixAtom(String name, Fragment fragment, IndexExpr thread) {
  // mma.sync, the 16 rows of A.
  static final MatrixAtom A_M16K16_16BIT =
      atom("A_M16K16_16BIT", 16, 16, row8(4).plus(col8().floorDiv(2)), place(4, 8, 2));
  static final MatrixAtom A_M16K8_TF32 =
      atom("A_M16K8_TF32", 16, 8, row8(4).plus(j().mod(4)), j().floorDiv(4).times(2).plus(high()));
  static final MatrixAtom A_M16K32_8BIT =
      atom("A_M16K32_8BIT", 16, 32, row8(4).plus(j().mod(16).floorDiv(4)), place(8, 16, 4));
  static final MatrixAtom A_M16K64_4BIT =
      atom("A_M16K64_4BIT", 16, 64, row8(4).plus(j().mod(32).floorDiv(8)), place(16, 32, 8));
  static final MatrixAtom A_M16K8_16BIT =
      atom("A_M16K8_16BIT", 16, 8, row8(4).plus(j().floorDiv(2)), high().times(2).plus(j().mod(2)));
  // mma.sync, k rows and 8 columns of B.
  static final MatrixAtom B_K16N8_16BIT =
      atom("B_K16N8_16BIT", 16, 8, columns(8, 2), i().floorDiv(8).times(2).plus(i().mod(2)));
  static final MatrixAtom B_K8N8_TF32 =
      atom("B_K8N8_TF32", 8, 8, j().times(4).plus(i().mod(4)), i().floorDiv(4));
  static final MatrixAtom B_K32N8_8BIT =
      atom("B_K32N8_8BIT", 32, 8, columns(16, 4), i().floorDiv(16).times(4).plus(i().mod(4)));
  static final MatrixAtom B_K64N8_4BIT =
      atom("B_K64N8_4BIT", 64, 8, columns(32, 8), i().floorDiv(32).times(8).plus(i().mod(8)));
  // The 16-wide atoms of B, stored [n][k].
  static final MatrixAtom B_N16K16_16BIT =
      atom(
          "B_N16K16_16BIT",
          16,
          16,
          row8(4).plus(col8().floorDiv(2)),
          high().times(4).plus(j().floorDiv(8).times(2)).plus(j().mod(2)));
  static final MatrixAtom B_N16K8_TF32 =
      atom("B_N16K8_TF32", 16, 8, row8(4).plus(j().mod(4)), high().times(2).plus(j().floorDiv(4)));
  static final MatrixAtom B_N16K32_8BIT =
      atom(
          "B_N16K32_8BIT",
          16,
          32,
          row8(4).plus(j().mod(16).floorDiv(4)),
          high().times(8).plus(j().floorDiv(16).times(4)).plus(j().mod(4)));
  // Accumulators.
  static final MatrixAtom C_M16N16 =
      atom("C_M16N16", 16, 16, row8(4).plus(col8().floorDiv(2)), place(4, 8, 2));
  static final MatrixAtom C_M8N8_F64 =
      atom("C_M8N8_F64", 8, 8, i().times(4).plus(j().floorDiv(2)), j().mod(2));
  static final MatrixAtom WGMMA_M64N256 =
      atom(
          "WGMMA_M64N256",
          64,
          256,
          i().floorDiv(16).times(32).plus(row8(4)).plus(col8().floorDiv(2)),
          j().floorDiv(8).times(4).plus(i().mod(16).floorDiv(8).times(2)).plus(j().mod(2)));
  // AMD, 64 lanes.
  static final MatrixAtom MFMA_A_16X16X16_F16 =
      atom("MFMA_A_16X16X16_F16", 16, 16, i().plus(j().floorDiv(4).times(16)), j().mod(4));
  static final MatrixAtom MFMA_A_32X32X8_F16 =
      atom("MFMA_A_32X32X8_F16", 32, 8, i().plus(j().floorDiv(4).times(32)), j().mod(4));
  static final MatrixAtom MFMA_A_16X16X32_8BIT =
      atom("MFMA_A_16X16X32_8BIT", 16, 32, i().plus(j().floorDiv(8).times(16)), j().mod(8));
  static final MatrixAtom MFMA_A_32X32X16_8BIT =
      atom("MFMA_A_32X32X16_8BIT", 32, 16, i().plus(j().floorDiv(8).times(32)), j().mod(8));
  static final MatrixAtom MFMA_A_16X16X8_XF32 =
      atom("MFMA_A_16X16X8_XF32", 16, 8, i().plus(j().floorDiv(2).times(16)), j().mod(2));
  static final MatrixAtom MFMA_D_16X16 =
      atom("MFMA_D_16X16", 16, 16, j().plus(i().floorDiv(4).times(16)), i().mod(4));
  static final MatrixAtom MFMA_D_32X32 =
      atom(
          "MFMA_D_32X32",
          32,
          32,
          j().plus(i().floorDiv(4).mod(2).times(32)),
          i().floorDiv(8).times(4).plus(i().mod(4)));
  static final MatrixAtom MFMA_D_16X16_F64 =
      atom("MFMA_D_16X16_F64", 16, 16, j().plus(i().mod(4).times(16)), i().floorDiv(4));
  static final MatrixAtom MFMA_D_16X16_SWAPPED =
      atom("MFMA_D_16X16_SWAPPED", 16, 16, i().plus(j().floorDiv(4).times(16)), j().mod(4));
  static final MatrixAtom MFMA_A_K_PACK_2 =
      atom("MFMA_A_K_PACK_2", 16, 32, i().plus(j().floorDiv(8).times(16)), j().mod(8));

  static final List<MatrixAtom> ALL =
      List.of(
          A_M16K16_16BIT,
          A_M16K8_TF32,
          A_M16K32_8BIT,
          A_M16K64_4BIT,
          A_M16K8_16BIT,
          B_K16N8_16BIT,
          B_K8N8_TF32,
          B_K32N8_8BIT,
          B_K64N8_4BIT,
          B_N16K16_16BIT,
          B_N16K8_TF32,
          B_N16K32_8BIT,
          C_M16N16,
          C_M8N8_F64,
          WGMMA_M64N256,
          MFMA_A_16X16X16_F16,
          MFMA_A_32X32X8_F16,
          MFMA_A_16X16X32_8BIT,
          MFMA_A_32X32X16_8BIT,
          MFMA_A_16X16X8_XF32,
          MFMA_D_16X16,
          MFMA_D_32X32,
          MFMA_D_16X16_F64,
          MFMA_D_16X16_SWAPPED,
          MFMA_A_K_PACK_2);

  private static MatrixAtom atom(
      String name, long rows, long columns, IndexExpr thread, IndexExpr place) {
    Layout places = Layout.of(Shape.of(rows, columns), place);
    return new MatrixAtom(name, Fragment.of(places, thread, 1), thread);
  }

  private static IndexExpr i() {
    return IndexExpr.input(0);
  }

  private static IndexExpr j() {
    return IndexExpr.input(1);
  }

  private static IndexExpr row8(long factor) {
    return i().mod(8).times(factor);
  }

  private static IndexExpr col8() {
    return j().mod(8);
  }

  /** Is the row in the second half of sixteen? */
  private static IndexExpr high() {
    return i().floorDiv(8);
  }

  /** {@code factor*(j/columns) + (factor/2)*(i/8) + j mod width}. */
  private static IndexExpr place(long factor, long columns, long width) {
    return j().floorDiv(columns).times(factor).plus(high().times(factor / 2)).plus(j().mod(width));
  }

  /** {@code 4*n + (k mod rows)/width}. */
  private static IndexExpr columns(long rows, long width) {
    return j().times(4).plus(i().mod(rows).floorDiv(width));
  }
}
