// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.ir.access.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How many groups of asynchronous copies may still be under way when a statement needs what some of
 * them brought.
 *
 * <p>The groups of one stage are committed in a fixed sequence: in each iteration all of them, in
 * the schedule's order. A statement of iteration {@code y} that needs group {@code g}, where the
 * latest commit was group {@code q} of iteration {@code head}, may leave {@code (head - y) * G + (q
 * - g)} of {@code G} groups pending. Groups of other stages only add to what lies in between, so
 * that the number errs on the side of waiting.
 */
final class Waits {
  private final LoopBody body;
  private final List<Run> runs;
  private final Map<Long, Integer> groupCounts = new HashMap<>();

  Waits(LoopBody body, List<Run> runs) {
    this.body = body;
    this.runs = runs;
    for (Run run : runs) {
      if (run.isCommitted()) {
        groupCounts.merge(run.stage(), 1, Integer::sum);
      }
    }
  }

  /** Refuses readers of copies of several stages, whose commits have no common sequence. */
  void check() throws PlanningFailure {
    for (Statement reader : body.statements()) {
      Set<Long> stages = new TreeSet<>();
      for (Run commit : runs) {
        if (commit.isCommitted() && reads(reader, commit)) {
          stages.add(commit.stage());
        }
      }
      if (stages.size() > 1) {
        throw new PlanningFailure(
            reader
                .op()
                .error(
                    "reads what asynchronous copies of %d stages bring; one is possible",
                    stages.size())
                .note(
                    body.loop().location(),
                    "plan the loop with pipeline-planning{use-async-copy=false}, or give the"
                        + " copies one stage"));
      }
    }
  }

  /**
   * How many groups may be left pending in front of a run, or null where it needs none of them.
   *
   * @param committed for each stage the rank of its latest commit at this moment
   * @param certain whether it is known that this moment's commits have been executed
   * @param end the distance of the loop's end from the moment's base, where known, else null
   */
  @Nullable Long pending(
      Run run, Moment moment, Map<Long, Integer> committed, boolean certain, @Nullable Long end) {
    Long least = null;
    for (Run commit : runs) {
      if (commit.isCommitted() && mustWait(run, commit)) {
        long count = certain ? count(run, commit, moment, committed.get(commit.stage()), end) : 0;
        least = least == null ? count : Math.min(least, count);
      }
    }
    return least;
  }

  private long count(
      Run run, Run commit, Moment moment, @Nullable Integer latestRank, @Nullable Long end) {
    long groups = groupCounts.getOrDefault(commit.stage(), 0);
    long head = moment.iteration(commit.stage()) - (latestRank == null ? 1 : 0);
    long latest = latestRank == null ? groups - 1 : latestRank;
    if (end != null && head > end - 1) {
      head = end - 1;
      latest = groups - 1;
    }
    long own = moment.iteration(run.stage());
    return Math.max(0, (head - own) * groups + (latest - commit.rank()));
  }

  /**
   * Are there copies that no statement of their own iteration waits for, so that the last of them
   * may be under way when the loop is over?
   */
  boolean leavesCopiesBehind() {
    for (Run commit : runs) {
      if (commit.isCommitted() && !hasReader(commit)) {
        return true;
      }
    }
    return false;
  }

  private boolean mustWait(Run run, Run commit) {
    if (run == commit) {
      // Nobody has waited for the iteration before, which has filled the same place.
      return !hasReader(commit);
    }
    for (Statement statement : run.members()) {
      if (statement.isUnknown() || reads(statement, commit) || disturbs(statement, commit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean reads(Statement reader, Run commit) {
    for (Statement copy : commit.members()) {
      for (var buffer : copy.buffersWritten()) {
        if (copy != reader && reader.buffersRead().contains(buffer)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Does a statement write what a copy before it reads or writes? One that stands before the copy
   * finds the copy of the iteration before, which some reader has waited for, if there is one.
   */
  private boolean disturbs(Statement writer, Run commit) {
    for (Statement copy : commit.members()) {
      boolean isOpen = copy.index() < writer.index() || !hasReader(commit);
      if (copy != writer && isOpen && overlaps(writer.writes(), accesses(copy))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasReader(Run commit) {
    for (Statement copy : commit.members()) {
      boolean found = false;
      for (Statement reader : body.statements()) {
        for (var buffer : copy.buffersWritten()) {
          found |= reader.index() > copy.index() && reader.buffersRead().contains(buffer);
        }
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static List<Access> accesses(Statement statement) {
    List<Access> all = new ArrayList<>(statement.reads());
    all.addAll(statement.writes());
    return all;
  }

  private static boolean overlaps(List<Access> some, List<Access> others) {
    for (Access one : some) {
      for (Access other : others) {
        if (one.region() != null && one.mayConflict(other)) {
          return true;
        }
      }
    }
    return false;
  }
}
