// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.pass.specialize.ProducerSlice.Impossible;
import dev.azulejo.pass.specialize.load.AsyncLayouts;
import dev.azulejo.pass.specialize.load.Load;
import dev.azulejo.pass.specialize.load.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which loads of a launch a producer takes over, in which ways, and what it needs for that; and why
 * others stay with those who compute. Boxes come first: where there are none, there is no producer.
 */
final class LoadPlan {
  private final LaunchOp launch;
  private final LaunchMemory memory;
  private final LoadRules rules;
  private final boolean onlyBoxes;
  private final List<Load> inLoops = new ArrayList<>();
  private final List<CopyOp> ahead = new ArrayList<>();
  private final List<Operation> groups = new ArrayList<>();
  private final List<Ring> rings = new ArrayList<>();
  private final Map<Operation, String> refused = new LinkedHashMap<>();
  private boolean hasOtherAsyncCopies;
  private boolean hasCandidate;

  private LoadPlan(LaunchOp launch, boolean onlyBoxes) {
    this.launch = launch;
    this.memory = LaunchMemory.of(launch);
    this.rules = new LoadRules(memory);
    this.onlyBoxes = onlyBoxes;
  }

  /**
   * The plan for a launch.
   *
   * @param onlyBoxes whether a producer does what the engine can do and nothing else
   */
  static LoadPlan of(LaunchOp launch, boolean onlyBoxes) {
    LoadPlan plan = new LoadPlan(launch, onlyBoxes);
    launch.walk(plan::note);
    plan.decide();
    return plan;
  }

  private void note(Operation op) {
    boolean isInLoop = Frames.pipelined(op) != null;
    if (op instanceof CommitGroupOp || op instanceof WaitGroupOp) {
      groups.add(op);
    } else if (op instanceof AsyncCopyOp && !isInLoop) {
      hasOtherAsyncCopies = true;
    } else if (isInLoop) {
      Load load = Load.of(op);
      if (load != null) {
        inLoops.add(load);
      }
    } else if (op instanceof CopyOp copy && TmaLoads.isLoad(copy)) {
      ahead.add(copy);
    }
  }

  /** What the producer would have in lists, in order to issue a load, it brings for itself. */
  private void collectLists(Operation load) {
    ProducerSlice slice = new ProducerSlice(launch, memory);
    try {
      slice.addLoad(load);
    } catch (Impossible _) {
      return;
    }
    slice.lists().forEach(alloc -> rules.addList(alloc.buffer()));
  }

  private void decide() {
    inLoops.forEach(load -> collectLists(load.op()));
    ahead.forEach(this::collectLists);
    Map<Operation, Ring> found = new LinkedHashMap<>();
    Map<Load, String> obstacles = new LinkedHashMap<>();
    for (Load load : inLoops) {
      String obstacle =
          switch (load.op()) {
            case CopyOp copy -> rules.obstacleOfBox(copy);
            case Im2colOp images -> rules.obstacleOfImages(images);
            default -> null;
          };
      if (load.way() != Way.TMA || obstacle != null) {
        obstacles.put(load, String.valueOf(obstacle));
        continue;
      }
      hasCandidate = true;
      add(load, found);
    }
    if (found.isEmpty() || onlyBoxes) {
      obstacles.forEach(this::leave);
    } else {
      obstacles.forEach((load, obstacle) -> addOther(load, obstacle, found));
      leaveAllAsyncCopiesOrNone(found);
    }
    for (Load load : inLoops) {
      Ring ring = found.get(load.op());
      if (ring != null) {
        rings.add(ring);
      }
    }
    List<Ring> ringsInLoops = List.copyOf(rings);
    for (CopyOp load : ahead) {
      addAhead(load, ringsInLoops);
    }
  }

  /** The rings, those of pipelined loops first, in the order of their loads. */
  List<Ring> rings() {
    return rings;
  }

  /** The loads of pipelined loops that stay, and why. */
  Map<Operation, String> refused() {
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
      slice.addLoad(ring.load().op());
    }
    return slice;
  }

  /** What says of asynchronous copies that the producer takes over when they are waited for. */
  Set<Operation> groupsOfProducer() {
    Set<Operation> taken = new LinkedHashSet<>();
    for (Operation group : groups) {
      for (Ring ring : rings) {
        if (ring.load().isExplicit() && ring.block() == group.block()) {
          taken.add(group);
        }
      }
    }
    return taken;
  }

  private void add(Load load, Map<Operation, Ring> found) {
    switch (Ring.of(load)) {
      case Ring.Finding.Refused refusal -> refused.put(load.op(), refusal.reason());
      case Ring.Finding.Found(Ring ring) -> {
        String problem = problemOfSlice(load.op());
        if (problem == null) {
          found.put(load.op(), ring);
        } else {
          refused.put(load.op(), problem);
        }
      }
    }
  }

  /** A load that is none of boxes stays: who copies elements, unless asked, says nothing of it. */
  private void leave(Load load, String obstacle) {
    if (load.op() instanceof CopyOp) {
      refused.put(load.op(), obstacle);
    }
  }

  private void addOther(Load load, String obstacleOfBox, Map<Operation, Ring> found) {
    Load other = load.way() == Way.TMA ? load.by(Way.CP_ASYNC, obstacleOfBox) : load;
    AllocOp alloc = load.allocation();
    if (other.way() == Way.CP_ASYNC) {
      String problem = rules.obstacleOfAsyncCopy(other);
      if (problem == null && alloc != null) {
        problem = AsyncLayouts.problem(alloc);
      }
      if (problem != null && load.isAsked()) {
        refused.put(load.op(), problem);
        return;
      }
      other = problem == null ? other : other.by(Way.THREADS, both(other.why(), problem));
    }
    String problem = rules.obstacle(other);
    if (problem == null) {
      add(other, found);
    } else {
      refused.put(load.op(), problem);
    }
  }

  private static String both(String one, String other) {
    return one.isEmpty() || one.equals(other) ? other : one + "; and " + other;
  }

  /** Waits count copies, so those that count together stay together. */
  private void leaveAllAsyncCopiesOrNone(Map<Operation, Ring> found) {
    boolean isWhole =
        !hasOtherAsyncCopies
            && inLoops.stream().filter(Load::isExplicit).map(Load::op).allMatch(found::containsKey);
    if (isWhole) {
      return;
    }
    for (Load load : inLoops) {
      if (load.isExplicit()) {
        found.remove(load.op());
        refused.putIfAbsent(
            load.op(), "waits count it together with copies that a producer can't begin");
      }
    }
  }

  /** A load in front of a pipelined loop goes with those in it where the loop needs it. */
  private void addAhead(CopyOp copy, List<Ring> inLoops) {
    Load load = Load.of(copy);
    if (load != null
        && load.way() == Way.TMA
        && rules.obstacleOfBox(copy) == null
        && Ring.of(load) instanceof Ring.Finding.Found(Ring ring)
        && problemOfSlice(copy) == null
        && isReadByLoop(ring, inLoops)) {
      rings.add(ring);
    } else if (copy.prefers(CopyOp.TMA)) {
      refused.put(copy, "no pipelined loop behind it needs it, or it has no buffer for itself");
    }
  }

  private static boolean isReadByLoop(Ring ring, List<Ring> inLoops) {
    for (Operation reader : ring.readers()) {
      Operation statement = Frames.statementIn(ring.block(), reader);
      for (Ring other : inLoops) {
        ForOp loop = Frames.pipelined(other.load().op());
        if (statement != null && loop != null && (loop == statement || loop.isInside(statement))) {
          return true;
        }
      }
    }
    return false;
  }

  private @Nullable String problemOfSlice(Operation load) {
    try {
      new ProducerSlice(launch, memory).addLoad(load);
      return null;
    } catch (Impossible impossible) {
      return impossible.reason();
    }
  }
}
