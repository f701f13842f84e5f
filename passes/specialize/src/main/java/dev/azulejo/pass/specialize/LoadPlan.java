// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.pass.specialize.ProducerSlice.Impossible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which loads of a launch a producer takes over, and what it needs for that; and why others stay
 * with those who compute.
 */
final class LoadPlan {
  private final LaunchOp launch;
  private final LaunchMemory memory;
  private final List<Ring> rings = new ArrayList<>();
  private final Map<CopyOp, String> refused = new LinkedHashMap<>();
  private final Set<Value> listed = new HashSet<>();
  private boolean hasCandidate;

  private LoadPlan(LaunchOp launch) {
    this.launch = launch;
    this.memory = LaunchMemory.of(launch);
  }

  static LoadPlan of(LaunchOp launch) {
    LoadPlan plan = new LoadPlan(launch);
    launch.walk(op -> {
      if (op instanceof CopyOp load && TmaLoads.isLoad(load)) {
        plan.collectLists(load);
      }
    });
    List<CopyOp> ahead = new ArrayList<>();
    launch.walk(op -> {
      if (!(op instanceof CopyOp load) || !TmaLoads.isLoad(load)) {
        return;
      }
      if (Frames.pipelined(load) == null) {
        ahead.add(load);
      } else {
        plan.add(load);
      }
    });
    int inLoops = plan.rings.size();
    for (CopyOp load : ahead) {
      plan.addAhead(load, plan.rings.subList(0, inLoops));
    }
    return plan;
  }

  /** The rings, those of pipelined loops first, in the order of their loads. */
  List<Ring> rings() {
    return rings;
  }

  /** The loads of pipelined loops that stay, and why. */
  Map<CopyOp, String> refused() {
    return refused;
  }

  /** Is there a load in a pipelined loop that the engine could do, whatever stands in the way? */
  boolean hasCandidate() {
    return hasCandidate;
  }

  /** What the producer needs for all of its loads. */
  ProducerSlice slice() throws Impossible {
    ProducerSlice slice = new ProducerSlice(launch, memory);
    for (Ring ring : rings) {
      slice.addLoad(ring.load());
    }
    return slice;
  }

  /** What the producer would have in lists, in order to issue a load, it brings for itself. */
  private void collectLists(CopyOp load) {
    ProducerSlice slice = new ProducerSlice(launch, memory);
    try {
      slice.addLoad(load);
    } catch (Impossible _) {
      return;
    }
    slice.lists().forEach(alloc -> listed.add(alloc.buffer()));
  }

  private void add(CopyOp load) {
    String problem = obstacle(load);
    hasCandidate |= problem == null;
    Ring ring = null;
    if (problem == null) {
      switch (Ring.of(load)) {
        case Ring.Finding.Refused refusal -> problem = refusal.reason();
        case Ring.Finding.Found found -> {
          ring = found.ring();
          problem = problemOfSlice(load);
        }
      }
    }
    if (ring == null || problem != null) {
      refused.put(load, String.valueOf(problem));
    } else {
      rings.add(ring);
    }
  }

  /** A load in front of a pipelined loop goes with those in it where the loop needs it. */
  private void addAhead(CopyOp load, List<Ring> inLoops) {
    if (obstacle(load) == null
        && Ring.of(load) instanceof Ring.Finding.Found(Ring ring)
        && problemOfSlice(load) == null
        && isReadByLoop(ring, List.copyOf(inLoops))) {
      rings.add(ring);
    } else if (load.prefers(CopyOp.TMA)) {
      refused.put(load, "no pipelined loop behind it needs it, or it has no buffer for itself");
    }
  }

  private static boolean isReadByLoop(Ring ring, List<Ring> inLoops) {
    for (Operation reader : ring.readers()) {
      Operation statement = Frames.statementIn(ring.block(), reader);
      for (Ring other : inLoops) {
        ForOp loop = Frames.pipelined(other.load());
        if (statement != null && loop != null && (loop == statement || loop.isInside(statement))) {
          return true;
        }
      }
    }
    return false;
  }

  private @Nullable String obstacle(CopyOp load) {
    String problem = TmaLoads.obstacle(load);
    if (problem == null && (load.prefers(CopyOp.SYNC) || load.prefers(CopyOp.CP_ASYNC))) {
      problem = "it prefers another way";
    }
    Operation unknown = memory.unknown();
    if (problem == null && unknown != null) {
      problem = "'" + unknown.name() + "' may change what it reads";
    }
    if (problem == null && listed.contains(load.target())) {
      return "what it brings says what other loads bring, so both roles have it for themselves";
    }
    Value tensor = load.source();
    return problem == null && !memory.writers(tensor).isEmpty()
        ? "the launch writes the tensor that it reads"
        : problem;
  }

  private @Nullable String problemOfSlice(CopyOp load) {
    try {
      new ProducerSlice(launch, memory).addLoad(load);
      return null;
    } catch (Impossible impossible) {
      return impossible.reason();
    }
  }
}
