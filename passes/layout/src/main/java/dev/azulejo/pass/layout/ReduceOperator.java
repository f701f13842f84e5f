// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.dialect.tile.RegionOperand;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Containment;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A reduction. Whoever has a part of what is combined has the result; so the layout of the target
 * follows from that of the source.
 */
record ReduceOperator(ReduceOp op, long threads) implements Operator {
  @Override
  public List<Value> fragments() {
    List<Value> fragments = new ArrayList<>();
    for (Value buffer : List.of(op.source(), op.target())) {
      if (Space.of(buffer) == Space.FRAGMENT) {
        fragments.add(buffer);
      }
    }
    return fragments;
  }

  @Override
  public List<Demand> infer(Level level, Placements known) throws LayoutConflict {
    boolean isFree = level == Level.FREE;
    boolean spreadTarget = Space.of(op.target()) == Space.FRAGMENT;
    if (level == Level.STRICT) {
      return List.of();
    }
    if (Space.of(op.source()) != Space.FRAGMENT) {
      return isFree && spreadTarget && known.of(op.target()) == null
          ? Shares.of(op.target(), op, threads)
          : List.of();
    }
    Fragment source = known.fragment(op.source());
    if (source == null) {
      return isFree ? chosen(known) : List.of();
    }
    if (!spreadTarget) {
      return List.of();
    }
    Fragment result = result(source);
    Fragment target = known.fragment(op.target());
    if (target == null) {
      return List.of(follows(result));
    }
    if (!Containment.of(result, target).holds()) {
      throw unsuitable(known, result);
    }
    return List.of();
  }

  /** A choice for the source, and what follows from it for the target. */
  private List<Demand> chosen(Placements known) throws LayoutConflict {
    boolean isOpen = Space.of(op.target()) == Space.FRAGMENT && known.of(op.target()) == null;
    LayoutConflict refusal = null;
    for (Demand choice : choices()) {
      if (!isOpen || !(choice.placement() instanceof Fragment source)) {
        return List.of(choice);
      }
      try {
        return List.of(choice, follows(result(source)));
      } catch (LayoutConflict conflict) {
        refusal = refusal == null ? conflict : refusal;
      }
    }
    if (refusal != null) {
      throw refusal;
    }
    return List.of();
  }

  /** Layouts for the source, the better ones first. */
  private List<Demand> choices() {
    List<Demand> choices = new ArrayList<>(Shares.of(op.source(), op, threads));
    int dim = Math.toIntExact(op.dim().longValue());
    long vector = Math.max(1, Shares.VECTOR_BITS / Storage.bits(op.source()));
    if (RowShares.of(Storage.shape(op.source()), dim, vector, threads)
        instanceof Attempt.Success<Fragment>(Fragment rows)) {
      boolean isLast = dim == op.sourceRegion().sizes().size() - 1;
      Demand demand = new Demand(op.source(), rows, op, "for nothing else says where it lies");
      choices.add(isLast ? 0 : choices.size(), demand);
    }
    return choices;
  }

  private Demand follows(Fragment result) {
    return new Demand(op.target(), result, op, "for whoever has a part has the result, too");
  }

  /** Where the results are, if the parts are in a fragment. */
  private Fragment result(Fragment source) throws LayoutConflict {
    if (!RegionOperand.isAll(op.sourceRegion()) || !RegionOperand.isAll(op.targetRegion())) {
      throw new LayoutConflict(
          op.error("reduces a part of a fragment, or to a part of one")
              .note(op.location(), "copy the part to a buffer of its own first"));
    }
    Shape shape = Storage.shape(op.target());
    int bits = Storage.bits(op.target());
    Attempt<Placement> result =
        source
            .project(Math.toIntExact(op.dim().longValue()))
            .then(parts ->
                parts.inputShape().equals(shape)
                    ? Attempt.success(parts)
                    : parts.reshape(shape, bits, bits));
    return switch (result) {
      case Attempt.Success<Placement>(Placement placement)
          when placement instanceof Fragment fragment ->
          fragment;
      case Attempt.Success<Placement> _ -> throw new LayoutConflict(op.error("has no fragment"));
      case Attempt.Refusal<Placement>(String reason) ->
          throw new LayoutConflict(
              op.error("can't tell which threads have the results: %s", reason)
                  .note(op.location(), "reduce to a buffer in shared memory instead"));
    };
  }

  private LayoutConflict unsuitable(Placements known, Fragment result) {
    var error =
        op.error("has its results in other threads than those that the target is spread over")
            .note(op.location(), "the results: %s", result);
    Placed placed = known.of(op.target());
    if (placed != null) {
      Demand demand = placed.demand();
      error =
          error.note(
              demand.by().location(), "the target, %s: %s", demand.reason(), placed.placement());
    }
    return new LayoutConflict(
        error.note(op.location(), "reduce to a buffer in shared memory, and copy from there"));
  }

  @Override
  public void check(Placements known) throws LayoutConflict {
    infer(Level.COMMON, known);
  }
}
