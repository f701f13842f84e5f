// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Propagation;
import dev.azulejo.ir.layout.ThreadRange;
import dev.azulejo.ir.layout.matrix.WarpGrid;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.PassContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The inference of one launch, in its steps: what the program lays down, what operations demand,
 * what follows from that, what is free, and what is then written on allocations and loops.
 */
final class Inference {
  private final Kernel kernel;
  private final PassContext context;
  private final Set<Diagnostic> said = new HashSet<>();

  private Inference(Kernel kernel, PassContext context) {
    this.kernel = kernel;
    this.context = context;
  }

  /** Decides all layouts of a launch and writes them; returns whether anything is new. */
  static boolean run(LaunchOp launch, PassContext context) throws LayoutConflict {
    boolean changed = false;
    for (Storage storage : new LinkedHashSet<>(Storage.in(launch).values())) {
      changed |= LaidDown.settle(storage, context);
    }
    Inference inference = new Inference(Kernel.of(launch, WarpGrid.Policy.SQUARE), context);
    try {
      return inference.write(inference.infer()) || changed;
    } catch (LayoutConflict conflict) {
      return byRows(launch, context, conflict);
    }
  }

  /**
   * Shares products out to warps by rows, after squares have failed: then the accumulator of one
   * product lies as the operand of the next one does.
   */
  private static boolean byRows(LaunchOp launch, PassContext context, LayoutConflict squares)
      throws LayoutConflict {
    Inference inference = new Inference(Kernel.of(launch, WarpGrid.Policy.ROWS_FIRST), context);
    Placements decided;
    try {
      decided = inference.infer();
    } catch (LayoutConflict _) {
      throw squares;
    }
    Diagnostic remark =
        launch.remark("products are shared out to warps by rows, for by squares they can't be");
    Diagnostic reason = squares.diagnostic();
    context.diagnostics().report(remark.note(reason.location(), "%s", reason.message()));
    inference.write(decided);
    return true;
  }

  private Set<Storage> storages() {
    return new LinkedHashSet<>(kernel.storages().values());
  }

  private Placements infer() throws LayoutConflict {
    Placements known = new Placements(kernel.storages());
    for (Storage storage : storages()) {
      laidDown(storage, known);
    }
    for (Operator operator : kernel.firmestFirst()) {
      for (Demand demand : operator.infer(Level.STRICT, known)) {
        known.apply(demand, Level.STRICT);
      }
    }
    Worklist common = new Worklist(kernel, known, Level.COMMON);
    for (Operator operator : kernel.operators()) {
      common.add(operator);
    }
    common.run();
    Placements decided = new FreeSearch(kernel).run(known);
    complete(decided);
    for (Operator operator : kernel.operators()) {
      operator.check(decided);
    }
    return decided;
  }

  private static void laidDown(Storage storage, Placements known) throws LayoutConflict {
    for (Value member : storage.members()) {
      Placement placement = Storage.laidDown(member);
      if (placement != null) {
        Demand demand =
            new Demand(
                member,
                placement,
                Objects.requireNonNull(member.definingOp()),
                "for the program lays it down");
        known.apply(demand, Level.STRICT);
      }
    }
  }

  // --- What is left over ------------------------------------------------------------------------

  private void complete(Placements known) throws LayoutConflict {
    for (Storage storage : storages()) {
      Value root = storage.alloc().buffer();
      if (known.of(root) == null) {
        complete(storage, known);
      }
    }
  }

  /** Gives a buffer the layout of a view, or one that nobody minds. */
  private void complete(Storage storage, Placements known) throws LayoutConflict {
    AllocOp alloc = storage.alloc();
    List<Propagation.Sibling> siblings = new ArrayList<>();
    Placed view = null;
    for (Value member : storage.members()) {
      Placed placed = known.of(member);
      view = view == null ? placed : view;
      siblings.add(
          new Propagation.Sibling(
              Storage.stored(member), placed == null ? null : placed.placement()));
    }
    if (view != null) {
      switch (Propagation.completed(siblings).getFirst()) {
        case Attempt.Success<Placement>(Placement placement) -> {
          Demand demand = new Demand(alloc.buffer(), placement, view.demand().by(), "by a view");
          known.apply(demand, Level.STRICT);
        }
        case Attempt.Refusal<Placement>(String reason) ->
            throw new LayoutConflict(unreached(alloc, view, reason));
      }
    } else if (storage.isFragment()) {
      for (Demand demand : Shares.of(alloc.buffer(), alloc, kernel.threads(alloc))) {
        known.apply(demand, Level.FREE);
      }
    } else if (storage.space() == Space.SHARED) {
      Layout linear = Layout.rowMajor(Storage.shape(alloc.buffer()));
      known.apply(
          new Demand(alloc.buffer(), linear, alloc, "for nobody asks for another"), Level.FREE);
    }
    if (storage.space() != Space.LOCAL && known.of(alloc.buffer()) == null) {
      throw new LayoutConflict(alloc.error("is left without a layout"));
    }
  }

  private static Diagnostic unreached(AllocOp alloc, Placed view, String reason) {
    Demand demand = view.demand();
    return alloc
        .error("has no layout that makes that of its view: %s", reason)
        .note(demand.by().location(), "the view's, %s: %s", demand.reason(), view.placement());
  }

  // --- Writing ----------------------------------------------------------------------------------

  private boolean write(Placements known) throws LayoutConflict {
    boolean changed = false;
    for (Storage storage : storages()) {
      Placed placed = known.of(storage.alloc().buffer());
      if (placed != null) {
        decide(storage, placed);
        changed |=
            write(storage.alloc(), bound(placed.placement(), kernel.threads(storage.alloc())));
      }
    }
    for (Operator operator : kernel.operators()) {
      switch (operator) {
        case NestOperator nest when nest.op() instanceof ParallelOp loop -> {
          Fragment layout = bound(nest.layout(known), nest.threads());
          changed |= LoopAnnotation.of(nest.nest(), layout, nest.threads()).write(loop);
        }
        case NestOperator _,
            ReduceOperator _,
            ScalarOperator _,
            ScanOperator _,
            TensorOperator _ -> {}
        case GemmOperator gemm -> remark(gemm, known);
      }
    }
    return changed;
  }

  private static boolean write(AllocOp alloc, Placement placement) {
    Placement before = alloc.layout().map(layout -> layout.placement()).orElse(null);
    if (placement.equals(before)) {
      return false;
    }
    alloc.setLayout(placement);
    return true;
  }

  private void decide(Storage storage, Placed placed) {
    Value buffer = storage.alloc().buffer();
    String chosen =
        switch (placed.placement()) {
          case Fragment fragment -> fragment.outputShape().count() + " registers a thread";
          case Layout layout -> shared(layout, Storage.bits(buffer));
        };
    String asked = storage.alloc().layout().isPresent() ? "a layout of its own" : "none";
    context.decide(
        Decision.about(storage.alloc(), "layout", asked, chosen)
            .because("%s", placed.demand().reason()));
  }

  private static String shared(Layout layout, int bits) {
    SwizzleMode swizzle = SwizzleMode.detect(layout, bits);
    return swizzle == SwizzleMode.NONE
        ? "no swizzle"
        : "swizzled in spans of " + swizzle.span() + " bytes";
  }

  private static Placement bound(Placement placement, long threads) {
    return switch (placement) {
      case Layout layout -> layout;
      case Fragment fragment -> bound(fragment, threads);
    };
  }

  private static Fragment bound(Fragment fragment, long threads) {
    return fragment.range() == null ? fragment.bind(new ThreadRange(0, threads)) : fragment;
  }

  private void remark(GemmOperator gemm, Placements known) {
    switch (gemm.instructions()) {
      case Attempt.Refusal<MatrixDemands>(String reason) -> {
        remark(gemm.op(), "multiplied by single threads, not by matrix instructions: " + reason);
        context.decide(
            Decision.about(gemm.op(), "gemm", gemm.asked(), "single threads multiply")
                .because("%s", reason));
      }
      case Attempt.Success<MatrixDemands>(MatrixDemands matrix) -> {
        List<String> costs = matrix.costs(known);
        for (String cost : costs) {
          remark(gemm.op(), cost);
        }
        context.decide(
            Decision.about(gemm.op(), "gemm", gemm.asked(), matrix.choice())
                .because("%s", String.join("; ", costs)));
      }
    }
  }

  /** Says something once of an operation that pipelining has repeated. */
  private void remark(GemmOp gemm, String message) {
    Diagnostic remark = Diagnostic.remark(gemm.location(), "%s", message);
    if (said.add(remark)) {
      context.diagnostics().report(remark);
    }
  }
}
