// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmShape;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.matrix.WarpGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A matrix product. By instructions it has no choice; without them each thread multiplies for the
 * elements of C that it has, and needs the operands that are fragments for itself.
 */
record GemmOperator(GemmOp op, Attempt<MatrixDemands> instructions, long threads)
    implements Operator {
  /** A product; fails if it is to be made by instructions that can't make it. */
  static GemmOperator of(GemmOp gemm, long threads, WarpGrid.Policy policy) throws LayoutConflict {
    Attempt<MatrixDemands> instructions = MatrixDemands.of(gemm, Target.of(gemm), threads, policy);
    boolean isAsked = gemm.instruction().isPresent() || gemm.asynchronous();
    if (isAsked && instructions instanceof Attempt.Refusal<MatrixDemands>(String reason)) {
      throw new LayoutConflict(
          gemm.error(
              "can't be made by %s: %s",
              MatrixDemands.isByWarpgroups(gemm) ? GemmOp.WGMMA : GemmOp.MMA, reason));
    }
    return new GemmOperator(gemm, instructions, threads);
  }

  /** Do its instructions read shared memory themselves, in layouts that they prescribe? */
  boolean isByWarpgroups() {
    return MatrixDemands.isByWarpgroups(op);
  }

  @Override
  public List<Value> fragments() {
    List<Value> fragments = new ArrayList<>();
    for (Value buffer : List.of(op.a(), op.b(), op.c())) {
      if (Space.of(buffer) == Space.FRAGMENT && !fragments.contains(buffer)) {
        fragments.add(buffer);
      }
    }
    return fragments;
  }

  @Override
  public List<Demand> infer(Level level, Placements known) throws LayoutConflict {
    return switch (instructions) {
      case Attempt.Success<MatrixDemands>(MatrixDemands matrix) ->
          level == Level.STRICT ? matrix.demands(known) : List.of();
      case Attempt.Refusal<MatrixDemands> _ ->
          switch (level) {
            case STRICT -> operands();
            case COMMON -> List.of();
            case FREE -> accumulator(known);
          };
    };
  }

  /** What the program asks for, in words for the report. */
  String asked() {
    GemmShape shape = GemmShape.of(op);
    return String.format(
        Locale.ROOT,
        "%dx%dx%d of %s into %s",
        shape.m(),
        shape.n(),
        shape.k(),
        AsmText.ofType(Storage.type(op.a()).elementType()),
        AsmText.ofType(Storage.type(op.c()).elementType()));
  }

  private List<Demand> operands() {
    List<Demand> demands = new ArrayList<>();
    for (Value buffer : List.of(op.a(), op.b())) {
      if (Space.of(buffer) == Space.FRAGMENT) {
        Fragment everywhere = Fragment.fullyReplicated(Storage.shape(buffer), threads);
        demands.add(
            new Demand(buffer, everywhere, op, "because each thread multiplies with all elements"));
      }
    }
    return demands;
  }

  private List<Demand> accumulator(Placements known) {
    boolean isOpen = Space.of(op.c()) == Space.FRAGMENT && known.of(op.c()) == null;
    return isOpen ? Shares.of(op.c(), op, threads) : List.of();
  }

  @Override
  public void check(Placements known) throws LayoutConflict {
    if (instructions instanceof Attempt.Success<MatrixDemands>(MatrixDemands matrix)) {
      matrix.check(known);
    }
  }
}
