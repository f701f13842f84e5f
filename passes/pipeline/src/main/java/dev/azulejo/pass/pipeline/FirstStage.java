// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The statements that run ahead: copies, and what produces something that a copy needs; and for
 * each the last statement that reads what it writes.
 */
final class FirstStage {
  /** No later statement reads it. */
  static final int NEVER = -1;

  private final LoopBody body;
  private final boolean[] copy;
  private final boolean[] producer;
  private final int[] lastUse;
  private final List<Statement> heldBack = new ArrayList<>();

  FirstStage(LoopBody body, Predicate<Statement> isCopy) throws PlanningFailure {
    this.body = body;
    int count = body.statements().size();
    copy = new boolean[count];
    producer = new boolean[count];
    lastUse = new int[count];
    Arrays.fill(lastUse, NEVER);
    for (Statement statement : body.statements()) {
      copy[statement.index()] = isCopy.test(statement);
    }
    findProducers();
    for (Statement statement : body.statements()) {
      if (isMember(statement)) {
        findLastUse(statement);
      }
    }
    takeExpectations();
    keepGuardsTogether();
    followScalars();
  }

  boolean isCopy(Statement statement) {
    return copy[statement.index()];
  }

  /** Is it a copy, or does a copy need it? */
  boolean isMember(Statement statement) {
    return copy[statement.index()] || producer[statement.index()];
  }

  /** The index of the last statement that reads what it writes, or {@link #NEVER}. */
  int lastUse(Statement statement) {
    return lastUse[statement.index()];
  }

  /** Does it run ahead? Only what somebody reads later does. */
  boolean runsAhead(Statement statement) {
    return isMember(statement) && lastUse(statement) != NEVER;
  }

  /** Whatever writes a buffer that a copy reads runs ahead with it, and so on backwards. */
  private void findProducers() {
    Set<Value> needed = new LinkedHashSet<>();
    for (Statement statement : body.statements()) {
      if (isCopy(statement)) {
        needed.addAll(statement.buffersRead());
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Statement copying : body.statements()) {
        if (isCopy(copying)) {
          changed |= markProducersBefore(copying, needed);
        }
      }
    }
  }

  private boolean markProducersBefore(Statement copying, Set<Value> needed) {
    boolean changed = false;
    for (Statement earlier : body.statements().subList(0, copying.index())) {
      boolean writesNeeded = false;
      for (Value buffer : earlier.buffersWritten()) {
        writesNeeded |= needed.contains(buffer);
      }
      if (!isMember(earlier) && writesNeeded) {
        producer[earlier.index()] = true;
        needed.addAll(earlier.buffersRead());
        changed = true;
      }
    }
    return changed;
  }

  private void findLastUse(Statement statement) throws PlanningFailure {
    List<Statement> all = body.statements();
    for (Statement later : all.subList(statement.index() + 1, all.size())) {
      boolean reads = later.mayReadWhatIsWrittenBy(statement);
      if (reads) {
        lastUse[statement.index()] = later.index();
      }
      // Who reads what it writes changes the copy in its place, and no other copy is lost.
      if (isCopy(statement) && !reads && later.mayWriteWhatIsWrittenBy(statement)) {
        throw new PlanningFailure(
            statement
                .op()
                .error("writes a region that is written again in the same iteration")
                .note(later.op().location(), "written again here")
                .note(
                    Buffers.location(statement, later),
                    "the buffer is allocated here; give each copy a buffer of its own"));
      }
    }
  }

  /** Whoever expects the bytes of copies runs ahead with them, so that both mean one phase. */
  private void takeExpectations() {
    for (Statement copying : body.statements()) {
      if (!isCopy(copying) || lastUse(copying) == NEVER) {
        continue;
      }
      for (Statement earlier : body.statements().subList(0, copying.index())) {
        boolean expects =
            earlier.op() instanceof ExpectTxOp || earlier.op() instanceof ArriveExpectTxOp;
        if (expects && copying.mayWriteBarrierWrittenBy(earlier)) {
          int index = earlier.index();
          producer[index] = true;
          lastUse[index] = Math.max(lastUse[index], lastUse(copying));
        }
      }
    }
  }

  /** What would run ahead but for a condition that it shares with statements that do not. */
  List<Statement> heldBack() {
    return heldBack;
  }

  /**
   * A condition that can't be evaluated again has one stage, and so has all that stands under it.
   */
  private void keepGuardsTogether() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Statement guarded : body.statements()) {
        if (runsAhead(guarded) && isHeldBack(guarded)) {
          copy[guarded.index()] = false;
          producer[guarded.index()] = false;
          lastUse[guarded.index()] = NEVER;
          heldBack.add(guarded);
          changed = true;
        }
      }
    }
  }

  private boolean isHeldBack(Statement guarded) {
    Set<Statement> sources = body.guardSources(guarded);
    for (Statement other : body.statements()) {
      if (runsAhead(other)) {
        continue;
      }
      for (Statement shared : body.guardSources(other)) {
        if (sources.contains(shared)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whatever computes a scalar that a statement ahead needs runs ahead too. */
  private void followScalars() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Statement consumer : body.statements()) {
        if (!runsAhead(consumer)) {
          continue;
        }
        for (Statement source : body.scalarSources(consumer)) {
          changed |= !isCopy(source) && runAheadFor(source, lastUse(consumer));
        }
      }
    }
  }

  private boolean runAheadFor(Statement source, int use) {
    int index = source.index();
    if (producer[index] && lastUse[index] != NEVER && lastUse[index] <= use) {
      return false;
    }
    producer[index] = true;
    lastUse[index] = lastUse[index] == NEVER ? use : Math.min(lastUse[index], use);
    return true;
  }
}
