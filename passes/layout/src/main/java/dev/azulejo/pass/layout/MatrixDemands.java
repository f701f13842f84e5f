// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.matrix.WarpGrid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a matrix product demands of its operands: the one place that knows which instructions there
 * are, and what each prescribes. Inference takes the answers and knows no instruction.
 */
interface MatrixDemands {

  /** The demands, of shared operands that have no layout yet and of all fragments. */
  List<Demand> demands(Placements known) throws LayoutConflict;

  /** Fails if the instructions can't read or write what lies as it has been decided. */
  default void check(Placements known) throws LayoutConflict {}

  /** The instructions, and how warps share out the product, in words for the report. */
  String choice();

  /** What costs more than it might, now that all layouts are known: sentences for remarks. */
  List<String> costs(Placements known);

  /**
   * The instructions that a product is made of; refused, with the reason, where there are none for
   * it and threads multiply element by element.
   *
   * @param target what is compiled for, or null
   * @param threads how many threads there are
   * @param policy how warps share out a product
   */
  static Attempt<MatrixDemands> of(
      GemmOp gemm, @Nullable Target target, long threads, WarpGrid.Policy policy) {
    return isByWarpgroups(gemm)
        ? WgmmaDemands.of(gemm, target, threads)
        : MmaDemands.of(gemm, target, threads, policy);
  }

  /** Is a product to be made by instructions of warpgroups? What is only begun can't be others. */
  static boolean isByWarpgroups(GemmOp gemm) {
    return gemm.isMadeBy(GemmOp.WGMMA) || (gemm.asynchronous() && !gemm.isMadeBy(GemmOp.MMA));
  }
}
