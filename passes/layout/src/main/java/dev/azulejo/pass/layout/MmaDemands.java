// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmShape;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.Simplifier;
import dev.azulejo.ir.layout.matrix.MatrixLoad;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import dev.azulejo.ir.layout.matrix.WarpGrid;
import dev.azulejo.ir.layout.shared.OperandLayouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A product by {@code mma.sync}: operands in shared memory lie so that {@code ldmatrix} reads them
 * without bank conflicts, operands in registers and the accumulator as the instruction has them.
 */
final class MmaDemands implements MatrixDemands {
  private static final int TRANSPOSABLE_BITS = 16;

  private final GemmOp gemm;
  private final MmaInstruction instruction;
  private final WarpGrid grid;
  private final GemmShape shape;

  private MmaDemands(GemmOp gemm, MmaInstruction instruction, WarpGrid grid, GemmShape shape) {
    this.gemm = gemm;
    this.instruction = instruction;
    this.grid = grid;
    this.shape = shape;
  }

  static Attempt<MatrixDemands> of(
      GemmOp gemm, @Nullable Target target, long threads, WarpGrid.Policy policy) {
    return MmaTypes.of(gemm, target).then(instruction -> of(gemm, instruction, threads, policy));
  }

  private static Attempt<MatrixDemands> of(
      GemmOp gemm, MmaInstruction instruction, long threads, WarpGrid.Policy policy) {
    GemmShape shape = GemmShape.of(gemm);
    if (Space.of(gemm.c()) != Space.FRAGMENT) {
      return Attempt.refused("C is no fragment");
    }
    for (BufferRegion region : List.of(gemm.aRegion(), gemm.bRegion(), gemm.cRegion())) {
      Space space = Space.of(region.buffer());
      if (space == Space.LOCAL) {
        return Attempt.refused("an operand is memory of single threads");
      }
      if (space == Space.FRAGMENT && !isWholeMatrix(region)) {
        return Attempt.refused("it takes a part of a fragment");
      }
    }
    boolean hasFragment =
        Space.of(gemm.a()) == Space.FRAGMENT || Space.of(gemm.b()) == Space.FRAGMENT;
    if (hasFragment && shape.k() % instruction.depth() != 0) {
      return Attempt.refused(
          String.format(
              Locale.ROOT,
              "instructions sum over %d elements, and K = %d of a fragment is no multiple of that",
              instruction.depth(),
              shape.k()));
    }
    if (threads % MmaInstruction.LANES != 0) {
      return Attempt.refused(threads + " threads are no whole number of warps");
    }
    long warps = threads / MmaInstruction.LANES;
    return WarpGrid.of(policy, shape.m(), shape.n(), warps)
        .then(grid -> Attempt.success(new MmaDemands(gemm, instruction, grid, shape)));
  }

  /** Has a region all of the last two dimensions? */
  static boolean isWholeMatrix(BufferRegion region) {
    long[] shape = Storage.type(region.buffer()).shape();
    int rank = shape.length;
    for (int i = rank - 2; i < rank; i++) {
      boolean atStart = Long.valueOf(0).equals(region.offsets().get(i).constant());
      if (!atStart || region.sizes().get(i) != shape[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Demand> demands(Placements known) {
    List<Demand> demands = new ArrayList<>();
    operand(gemm.a(), gemm.transposeA(), "A", known, demands);
    boolean isBoth = gemm.a() == gemm.b() && Space.of(gemm.a()) == Space.SHARED;
    if (!isBoth) {
      operand(gemm.b(), !gemm.transposeB(), "B", known, demands);
    }
    demands.add(
        demand(gemm.c(), grid.c(shape.m(), shape.n()), "as the accumulator of a matrix product"));
    return demands;
  }

  private void operand(
      Value buffer, boolean rowsAreK, String name, Placements known, List<Demand> demands) {
    String reason = "as operand " + name + " of a matrix product";
    if (Space.of(buffer) == Space.FRAGMENT) {
      Fragment fragment =
          name.equals("A")
              ? grid.a(instruction, shape.m(), shape.k())
              : grid.b(instruction, shape.n(), shape.k());
      demands.add(demand(buffer, rowsAreK ? WarpGrid.transposed(fragment) : fragment, reason));
    } else if (known.of(buffer) == null) {
      Shape all = Storage.shape(buffer);
      int rank = all.rank();
      Layout tile =
          OperandLayouts.mma(all.size(rank - 2), all.size(rank - 1), instruction.bits(), rowsAreK);
      demands.add(demand(buffer, tile, reason));
    }
  }

  private Demand demand(Value buffer, Placement tile, String reason) {
    Shape all = Storage.shape(buffer);
    return new Demand(buffer, tile.expand(all.slice(0, all.rank() - 2)), gemm, reason);
  }

  @Override
  public String choice() {
    return String.format(
        Locale.ROOT,
        "mma.sync over %d elements of K, %dx%d warps",
        instruction.depth(),
        grid.rows(),
        grid.columns());
  }

  @Override
  public List<String> costs(Placements known) {
    List<String> costs = new ArrayList<>();
    cost(gemm.a(), gemm.transposeA(), gemm.transposeA(), "A", known, costs);
    cost(gemm.b(), !gemm.transposeB(), gemm.transposeB(), "B", known, costs);
    return costs;
  }

  private void cost(
      Value buffer,
      boolean rowsAreK,
      boolean chunksFirst,
      String name,
      Placements known,
      List<String> costs) {
    Placed placed = known.of(buffer);
    if (Space.of(buffer) != Space.SHARED
        || placed == null
        || !(placed.placement() instanceof Layout layout)) {
      return;
    }
    int bits = instruction.bits();
    if (rowsAreK && bits != TRANSPOSABLE_BITS) {
      costs.add(
          String.format(
              Locale.ROOT,
              "%s is read element by element: ldmatrix can't transpose elements of %d bits",
              name,
              bits));
      return;
    }
    MatrixLoad load = chunksFirst ? MatrixLoad.CHUNKS_FIRST : MatrixLoad.ROWS_FIRST;
    switch (load.conflicts(tile(layout), bits)) {
      case Attempt.Refusal<Integer>(String reason) ->
          costs.add(name + " is read element by element: " + reason);
      case Attempt.Success<Integer>(Integer degree) -> {
        if (degree > 1) {
          costs.add(
              String.format(
                  Locale.ROOT, "%s is read with %d-way bank conflicts, as it lies", name, degree));
        }
      }
    }
  }

  /** What a layout does with the last two dimensions, where all others are 0. */
  private static Layout tile(Layout layout) {
    Shape all = layout.inputShape();
    int lead = all.rank() - 2;
    if (lead == 0) {
      return layout;
    }
    Shape tile = all.slice(lead, all.rank());
    List<IndexExpr> index = new ArrayList<>();
    for (int i = 0; i < all.rank(); i++) {
      index.add(i < lead ? IndexExpr.constant(0) : IndexExpr.input(i - lead));
    }
    Layout flat = layout.flat();
    var simplifier = new Simplifier(Bounds.of(tile.extents(), 1));
    IndexExpr place = simplifier.substitute(flat.forward().getFirst(), index, IndexExpr.replica());
    return Layout.of(tile, place);
  }
}
