// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmShape;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.matrix.MatrixDescriptor;
import dev.azulejo.ir.layout.matrix.WarpgroupGrid;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A product by {@code wgmma}: operands in shared memory lie in the widest swizzle of which an
 * instruction reads whole column blocks, A in registers and the accumulator as the instructions
 * have them. Layouts that a matrix descriptor can tell of are taken as they are.
 */
final class WgmmaDemands implements MatrixDemands {
  private static final SwizzleMode[] WIDEST_FIRST = {
    SwizzleMode.B128, SwizzleMode.B64, SwizzleMode.B32, SwizzleMode.NONE
  };

  private final GemmOp gemm;
  private final WgmmaProduct product;

  private WgmmaDemands(GemmOp gemm, WgmmaProduct product) {
    this.gemm = gemm;
    this.product = product;
  }

  static Attempt<MatrixDemands> of(GemmOp gemm, @Nullable Target target, long threads) {
    return WgmmaProduct.of(gemm, target, threads)
        .then(product -> Attempt.success(new WgmmaDemands(gemm, product)));
  }

  /** An operand in shared memory, and how its instructions take it. */
  private record Operand(
      String name, BufferRegion region, boolean columnsAreK, long mn, long instructionMn) {

    Value buffer() {
      return region.buffer();
    }
  }

  private List<Operand> sharedOperands() {
    GemmShape shape = product.shape();
    List<Operand> operands = new ArrayList<>();
    if (Space.of(gemm.a()) == Space.SHARED) {
      operands.add(
          new Operand("A", gemm.aRegion(), !gemm.transposeA(), shape.m(), WarpgroupGrid.BLOCK));
    }
    operands.add(new Operand("B", gemm.bRegion(), gemm.transposeB(), shape.n(), product.width()));
    return operands;
  }

  @Override
  public List<Demand> demands(Placements known) throws LayoutConflict {
    GemmShape shape = product.shape();
    List<Demand> demands = new ArrayList<>();
    if (Space.of(gemm.a()) == Space.FRAGMENT) {
      Placement held = product.grid().a(product.instruction(), shape.m(), shape.k());
      demands.add(demand(gemm.a(), held, "as operand A of a matrix product"));
    }
    for (Operand operand : sharedOperands()) {
      Placed placed = known.of(operand.buffer());
      if (placed == null || obstacle(operand, placed.placement()) != null) {
        demands.add(
            demand(
                operand.buffer(),
                tile(operand),
                "as operand " + operand.name + " of a matrix product by wgmma"));
      }
    }
    demands.add(
        demand(
            gemm.c(),
            product.grid().c(shape.m(), shape.n()),
            "as the accumulator of a matrix product"));
    return demands;
  }

  /** The widest swizzle in which instructions can read an operand, of all that it is a part of. */
  private Layout tile(Operand operand) throws LayoutConflict {
    Shape all = Storage.shape(operand.buffer());
    int bits = Storage.bits(operand.buffer());
    String reason = "";
    for (SwizzleMode mode : WIDEST_FIRST) {
      switch (mode.layout(all.size(all.rank() - 2), all.size(all.rank() - 1), bits)) {
        case Attempt.Refusal<Layout>(String problem) -> reason = problem;
        case Attempt.Success<Layout>(Layout layout) -> {
          String problem = obstacle(operand, layout);
          if (problem == null) {
            return layout;
          }
          reason = problem;
        }
      }
    }
    throw new LayoutConflict(
        gemm.error("can't read operand %s by wgmma: %s", operand.name, reason));
  }

  private Demand demand(Value buffer, Placement tile, String reason) {
    Shape all = Storage.shape(buffer);
    return new Demand(buffer, tile.expand(all.slice(0, all.rank() - 2)), gemm, reason);
  }

  /** Why instructions can't read an operand as it lies, or null. */
  private @Nullable String obstacle(Operand operand, Placement placement) {
    if (!(placement instanceof Layout layout)) {
      return "it is spread over threads";
    }
    int bits = Storage.bits(operand.buffer());
    return switch (MatrixDescriptor.of(layout, bits, operand.columnsAreK)) {
      case Attempt.Refusal<MatrixDescriptor>(String reason) -> reason;
      case Attempt.Success<MatrixDescriptor>(MatrixDescriptor descriptor) ->
          obstacle(operand, descriptor);
    };
  }

  private @Nullable String obstacle(Operand operand, MatrixDescriptor descriptor) {
    List<Offset> offsets = operand.region.offsets();
    Long row = offsets.get(offsets.size() - 2).constant();
    Long column = offsets.getLast().constant();
    if (row == null || column == null) {
      return "where it begins in a tile is not known beforehand";
    }
    long depth = product.instruction().depth();
    for (long mn = 0; mn < operand.mn; mn += operand.instructionMn) {
      for (long k = 0; k < product.shape().k(); k += depth) {
        Attempt<Long> start =
            operand.columnsAreK
                ? descriptor.start(row + mn, column + k, operand.instructionMn, depth)
                : descriptor.start(row + k, column + mn, depth, operand.instructionMn);
        if (start instanceof Attempt.Refusal<Long>(String reason)) {
          return reason;
        }
      }
    }
    return null;
  }

  @Override
  public void check(Placements known) throws LayoutConflict {
    for (Operand operand : sharedOperands()) {
      Placed placed = known.of(operand.buffer());
      String reason = placed == null ? null : obstacle(operand, placed.placement());
      if (placed != null && reason != null) {
        Diagnostic error =
            gemm.error("can't read operand %s by wgmma: %s", operand.name, reason)
                .note(
                    placed.demand().by().location(),
                    "it lies so %s: %s",
                    placed.demand().reason(),
                    placed.placement());
        throw new LayoutConflict(error);
      }
    }
  }

  @Override
  public String choice() {
    return String.format(
        Locale.ROOT,
        "wgmma of 64x%dx%d, %dx%d warpgroups",
        product.width(),
        product.instruction().depth(),
        product.grid().rows(),
        product.grid().columns());
  }

  @Override
  public List<String> costs(Placements known) {
    return List.of();
  }
}
