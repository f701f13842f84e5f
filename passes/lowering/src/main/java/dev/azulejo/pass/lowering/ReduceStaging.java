// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.pass.layout.RowShares;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a reduction one of whole fragments that fit together. What is in shared memory, or in
 * threads that can't combine their parts, is copied to registers of the right threads first, and
 * results get to where they are wanted by a copy, through shared memory where other threads want
 * them than have them.
 */
final class ReduceStaging {
  private static final int VECTOR_BITS = 128;

  private final Kernel kernel;
  private final ReduceOp reduce;
  private final int dimension;
  private final int threads;
  private final Inserter at;
  private final List<AllocOp> temporaries = new ArrayList<>();
  private final List<String> detours = new ArrayList<>();

  private ReduceStaging(Kernel kernel, ReduceOp reduce) {
    this.kernel = kernel;
    this.reduce = reduce;
    this.dimension = Math.toIntExact(reduce.dim().longValue());
    this.threads = Math.toIntExact(kernel.threads());
    this.at = Inserter.before(reduce);
  }

  static void lower(Kernel kernel, ReduceOp reduce) throws LoweringFailure {
    ReduceStaging staging = new ReduceStaging(kernel, reduce);
    staging.lower();
    for (AllocOp temporary : staging.temporaries) {
      temporary.erase();
    }
  }

  private void lower() throws LoweringFailure {
    Combination.of(reduce);
    BufferRegion source = reduce.sourceRegion();
    ReducePlan plan = plan(source);
    if (plan == null) {
      detours.add(
          isFragment(source)
              ? "the threads that have parts of a result are no equal parts of warps"
              : "the source is in shared memory");
      BufferRegion staged = temporary(source, shares(source));
      move(source, staged);
      source = staged;
      plan = plan(source);
    }
    RegisterTile from = kernel.wholeRegisters(source);
    if (plan == null || from == null) {
      throw LoweringFailure.of(reduce, "no threads can be told that combine its parts");
    }
    decide(plan);
    BufferRegion target = reduce.targetRegion();
    RegisterTile to = kernel.wholeRegisters(target);
    ReducedParts wanted = to == null ? null : ReducedParts.ofOutputs(to.fragment(), threads);
    if (to != null && wanted != null && plan.gives(wanted)) {
      carryOut(source, target, from, to, plan);
      reduce.erase();
      return;
    }
    BufferRegion results = temporary(target, results(from.fragment(), target));
    if (reduce.accumulate()) {
      move(target, results);
    }
    carryOut(source, results, from, kernel.registers(reduce, results), plan);
    move(results, target);
    reduce.erase();
  }

  private void carryOut(
      BufferRegion source, BufferRegion target, RegisterTile from, RegisterTile to, ReducePlan plan)
      throws LoweringFailure {
    ReduceOp op = ReduceOp.create(at, reduce.reduceKind(), source, target, dimension);
    if (reduce.accumulate()) {
      op.setAttribute("accumulate", UnitAttr.INSTANCE);
    }
    ReduceLowering.lower(kernel, op, from, to, plan);
  }

  private @Nullable ReducePlan plan(BufferRegion source) {
    RegisterTile tile = kernel.wholeRegisters(source);
    ReducedParts parts = tile == null ? null : ReducedParts.of(tile.fragment(), dimension, threads);
    return parts == null ? null : ReducePlan.of(parts);
  }

  private void decide(ReducePlan plan) {
    String lanes =
        plan.laneMask() == 0 ? "no lanes" : (1 << Integer.bitCount(plan.laneMask())) + " lanes";
    String units =
        plan.units() == 1
            ? ""
            : ", " + plan.units() + " units of " + plan.unit() + " threads through shared memory";
    kernel.decide(
        reduce,
        "reduce",
        reduce.reduceKind().word() + " along dimension " + dimension,
        plan.groups().size() + " results a thread, " + lanes + units,
        String.join("; ", detours));
  }

  // --- Temporaries ------------------------------------------------------------------------------

  private static boolean isFragment(BufferRegion region) {
    return Space.of(region.buffer()) == Space.FRAGMENT;
  }

  /** A buffer of its own for as much as a region has. */
  private BufferRegion temporary(BufferRegion like, Placement placement) throws LoweringFailure {
    boolean isSpread = placement instanceof Fragment;
    Space space = isSpread ? Space.FRAGMENT : Space.SHARED;
    MemRefType type =
        MemRefType.of(
            sizes(like),
            Kernel.type(like.buffer()).elementType(),
            null,
            StringAttr.of(space.spelling()));
    Inserter start = Inserter.atStart(kernel.team().body(), reduce.location());
    AllocOp alloc = AllocOp.create(start, type);
    alloc.setLayout(placement);
    temporaries.add(alloc);
    kernel.place(alloc);
    List<Long> all = new ArrayList<>();
    for (long size : sizes(like)) {
      all.add(size);
    }
    return new BufferRegion(alloc.buffer(), Collections.nCopies(all.size(), Offset.of(0)), all);
  }

  private static long[] sizes(BufferRegion region) {
    List<Long> sizes = region.sizes();
    var all = new long[Math.max(1, sizes.size())];
    all[0] = 1;
    for (int i = 0; i < sizes.size(); i++) {
      all[i] = sizes.get(i);
    }
    return all;
  }

  private void move(BufferRegion from, BufferRegion to) throws LoweringFailure {
    if (isFragment(from) && isFragment(to)) {
      BufferRegion between = temporary(from, Layout.rowMajor(Shape.of(sizes(from))));
      CopyLowering.lower(kernel, CopyOp.create(at, from, between));
      CopyLowering.lower(kernel, CopyOp.create(at, between, to));
    } else {
      CopyLowering.lower(kernel, CopyOp.create(at, from, to));
    }
  }

  /** Where the parts are to be. */
  private Fragment shares(BufferRegion source) throws LoweringFailure {
    long vector = Math.max(1, VECTOR_BITS / Kernel.bits(Kernel.type(source.buffer())));
    return switch (RowShares.of(Shape.of(sizes(source)), dimension, vector, threads)) {
      case Attempt.Success<Fragment>(Fragment shares) -> shares;
      case Attempt.Refusal<Fragment>(String reason) ->
          throw LoweringFailure.of(reduce, "it can't be shared out: %s", reason);
    };
  }

  /** Where the results of parts are, as a layout of the target. */
  private Fragment results(Fragment parts, BufferRegion target) throws LoweringFailure {
    Shape shape = Shape.of(sizes(target));
    int bits = Kernel.bits(Kernel.type(target.buffer()));
    Attempt<Placement> results =
        parts.project(dimension).then(projected -> projected.reshape(shape, bits, bits));
    return switch (results) {
      case Attempt.Success<Placement>(Fragment fragment) -> fragment;
      case Attempt.Success<Placement> _ ->
          throw LoweringFailure.of(reduce, "its results have no fragment");
      case Attempt.Refusal<Placement>(String reason) ->
          throw LoweringFailure.of(
              reduce, "which threads have its results can't be told: %s", reason);
    };
  }
}
