// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.LayoutAttr;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Containment;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Placement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A nest of parallel loops, or an operation that is one. Its layout follows from a fragment that it
 * writes, else from one that it reads; those of the other fragments follow from its own.
 *
 * @param nest the nest
 * @param laidDown the layout that the program gives the loop, or null
 * @param threads how many threads there are
 */
record NestOperator(Nest nest, @Nullable Fragment laidDown, long threads) implements Operator {

  static NestOperator of(Nest nest, long threads) {
    Placement placement =
        nest.op() instanceof ParallelOp loop
            ? loop.layout().map(LayoutAttr::placement).orElse(null)
            : null;
    return new NestOperator(
        nest, placement instanceof Fragment fragment ? fragment : null, threads);
  }

  @Override
  public Operation op() {
    return nest.op();
  }

  @Override
  public List<Value> fragments() {
    List<Value> fragments = new ArrayList<>();
    for (NestAccess access : nest.accesses()) {
      if (access.isFragment() && !fragments.contains(access.buffer())) {
        fragments.add(access.buffer());
      }
    }
    return fragments;
  }

  @Override
  public List<Demand> infer(Level level, Placements known) throws LayoutConflict {
    if (level != Level.STRICT && takesAny(known)) {
      return List.of();
    }
    return switch (level) {
      case STRICT -> strict();
      case COMMON -> {
        Fragment loop = fromBuffers(known);
        yield loop == null ? List.of() : demands(loop, known, level);
      }
      case FREE -> {
        Fragment loop = fromBuffers(known);
        yield demands(loop == null ? planned() : loop, known, level);
      }
    };
  }

  private List<Demand> strict() throws LayoutConflict {
    List<Demand> demands = new ArrayList<>();
    for (NestAccess access : nest.accesses()) {
      if (!access.isFragment() || !access.isConstant()) {
        continue;
      }
      if (!access.isFirstElement()) {
        throw new LayoutConflict(
            access
                .op()
                .error(
                    "accesses the element %s of a fragment at every point; the first element alone"
                        + " can be meant for all threads",
                    access.index())
                .note(nest.op().location(), "the loop"));
      }
      Fragment everywhere = Fragment.fullyReplicated(Storage.shape(access.buffer()), threads);
      demands.add(
          new Demand(
              access.buffer(),
              everywhere,
              access.op(),
              "because every point accesses one element"));
    }
    if (laidDown != null) {
      for (NestAccess access : nest.accesses()) {
        if (follows(access)
            && LoopLayouts.ofBuffer(nest, access, laidDown)
                instanceof Attempt.Success<Fragment>(Fragment wanted)) {
          demands.add(demand(access, wanted, "by the layout that the program gives the loop"));
        }
      }
    }
    return demands;
  }

  /**
   * Is it a fill, or a copy between memory and a fragment, whose layout is known? Then each thread
   * does what it has of the region, however the fragment lies.
   */
  private boolean takesAny(Placements known) {
    List<Value> fragments = fragments();
    return !(nest.op() instanceof ParallelOp)
        && fragments.size() == 1
        && known.fragment(fragments.getFirst()) != null;
  }

  private boolean follows(NestAccess access) {
    return access.isFragment() && access.followsPoint(nest.rank());
  }

  private Demand demand(NestAccess access, Fragment wanted, String reason) {
    return new Demand(access.buffer(), wanted, access.op(), reason, !access.writes());
  }

  // --- The layout of the loop -------------------------------------------------------------------

  /** The layout of the loop, as far as the buffers that are known say it; else null. */
  @Nullable Fragment fromBuffers(Placements known) throws LayoutConflict {
    if (laidDown != null) {
      return laidDown;
    }
    NestAccess source = source(known);
    Fragment buffer = source == null ? null : known.fragment(source.buffer());
    if (source == null || buffer == null) {
      return null;
    }
    return switch (LoopLayouts.fromBuffer(nest, source, buffer)) {
      case Attempt.Success<Fragment>(Fragment loop) -> loop;
      case Attempt.Refusal<Fragment>(String reason) -> throw impossible(source, known, reason);
    };
  }

  /** The last that is written, else the first that is read and of few replicas. */
  private @Nullable NestAccess source(Placements known) {
    NestAccess written = null;
    NestAccess single = null;
    NestAccess replicated = null;
    for (NestAccess access : nest.accesses()) {
      Fragment fragment = follows(access) ? known.fragment(access.buffer()) : null;
      if (fragment == null) {
        continue;
      }
      if (access.writes()) {
        written = access;
      } else if (fragment.replicas() == 1) {
        single = single == null ? access : single;
      } else {
        replicated = replicated == null ? access : replicated;
      }
    }
    if (written != null) {
      return written;
    }
    return single != null ? single : replicated;
  }

  private LayoutConflict impossible(NestAccess access, Placements known, String reason) {
    var error =
        access.op().error("can't access the fragment as it is spread over threads: %s", reason);
    Placed placed = known.of(access.buffer());
    if (placed != null) {
      Demand demand = placed.demand();
      error =
          error.note(
              demand.by().location(),
              "it is spread so %s: %s",
              demand.reason(),
              placed.placement());
    }
    return new LayoutConflict(
        error.note(
            access.op().location(), "going through a buffer in shared memory is always possible"));
  }

  /** The layout where the loop is free: vectors side by side. */
  Fragment planned() throws LayoutConflict {
    return switch (Partition.of(nest.extents(), VectorWidth.of(nest), threads)) {
      case Attempt.Success<Fragment>(Fragment loop) -> loop;
      case Attempt.Refusal<Fragment>(String reason) ->
          throw new LayoutConflict(nest.op().error("can't be shared out to threads: %s", reason));
    };
  }

  // --- The other fragments ----------------------------------------------------------------------

  private List<Demand> demands(Fragment loop, Placements known, Level level) throws LayoutConflict {
    List<Demand> demands = new ArrayList<>();
    for (NestAccess access : nest.accesses()) {
      if (!access.isFragment()) {
        continue;
      }
      Fragment buffer = known.fragment(access.buffer());
      if (!follows(access)) {
        if (buffer == null && level == Level.FREE) {
          demands.add(everywhere(access));
        }
      } else if (buffer == null) {
        open(access, loop, level, demands);
      } else if (!serves(access, loop, buffer)) {
        demands.add(changed(access, loop, known));
      }
    }
    return demands;
  }

  private Demand everywhere(NestAccess access) {
    Fragment all = Fragment.fullyReplicated(Storage.shape(access.buffer()), threads);
    return demand(access, all, "because it is not known beforehand which element is accessed");
  }

  private void open(NestAccess access, Fragment loop, Level level, List<Demand> demands) {
    switch (LoopLayouts.ofBuffer(nest, access, loop)) {
      case Attempt.Success<Fragment>(Fragment wanted) ->
          demands.add(demand(access, wanted, "for the points of a loop over it"));
      case Attempt.Refusal<Fragment> _ -> {
        if (level == Level.FREE && !access.writes()) {
          demands.add(everywhere(access));
        } else if (level == Level.FREE) {
          demands.addAll(Shares.of(access.buffer(), access.op(), threads));
        }
      }
    }
  }

  /** Can a loop of this layout access the fragment as it is? */
  private boolean serves(NestAccess access, Fragment loop, Fragment buffer) {
    if (access.isPoint(nest.rank()) && buffer.isSameAs(loop)) {
      return true;
    }
    return reads(access, loop, buffer).holds()
        && (!access.writes() || LoopLayouts.writes(nest, access, loop, buffer).holds());
  }

  private Containment reads(NestAccess access, Fragment loop, Fragment buffer) {
    return LoopLayouts.reads(nest, access, loop, buffer);
  }

  private Demand changed(NestAccess access, Fragment loop, Placements known) throws LayoutConflict {
    return switch (LoopLayouts.ofBuffer(nest, access, loop)) {
      case Attempt.Success<Fragment>(Fragment wanted) ->
          demand(access, wanted, "for the points of a loop over it");
      case Attempt.Refusal<Fragment>(String reason) -> throw impossible(access, known, reason);
    };
  }

  @Override
  public void check(Placements known) throws LayoutConflict {
    if (!nest.hasFragments() || takesAny(known)) {
      return;
    }
    Fragment loop = layout(known);
    for (NestAccess access : nest.accesses()) {
      Fragment buffer = access.isFragment() ? known.fragment(access.buffer()) : null;
      if (buffer != null && !serves(access, loop, buffer)) {
        Containment read = reads(access, loop, buffer);
        throw impossible(
            access,
            known,
            read.holds()
                ? LoopLayouts.writes(nest, access, loop, buffer).toString()
                : read.toString());
      }
    }
  }

  /** The layout of the loop, when all that it accesses is known. */
  Fragment layout(Placements known) throws LayoutConflict {
    Fragment loop = fromBuffers(known);
    return loop != null ? loop : planned();
  }
}
