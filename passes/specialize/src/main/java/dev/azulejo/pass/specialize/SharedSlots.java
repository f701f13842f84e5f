// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The slots of a launch that several blocks of a cluster fill together. */
final class SharedSlots {
  /** Parts of a box are whole rows of eight, over which the engine swizzles. */
  private static final long ROWS = 8;

  private final LaunchOp launch;
  private final RolesOp roles;
  private final ClusterDependence dependence;
  private final Map<Value, TreeSet<Integer>> released = new LinkedHashMap<>();

  SharedSlots(LaunchOp launch, RolesOp roles) {
    this.launch = launch;
    this.roles = roles;
    this.dependence = new ClusterDependence(launch);
  }

  /**
   * What is to be done about a copy.
   *
   * @param dimensions along which its box is the same for all blocks of the cluster
   * @param obstacle why there are no more of them, or empty
   */
  record Sharing(List<Integer> dimensions, String obstacle) {}

  /** Along which dimensions a copy brings the same to all blocks. */
  Sharing sharing(TmaCopyOp copy) {
    List<Integer> dimensions = new ArrayList<>();
    String obstacle = "";
    long[] cluster = launch.clusterSizes();
    long parts = 1;
    for (int i = 0; i < cluster.length; i++) {
      if (cluster[i] > 1 && !dependence.differsAlong(i, copy.sourceRegion().offsets())) {
        if (dependence.isReachedDifferently(i, copy)) {
          obstacle = "blocks along dimension %d may reach it differently".formatted(i);
        } else {
          dimensions.add(i);
          parts *= cluster[i];
        }
      }
    }
    long rows = rows(copy);
    if (!dimensions.isEmpty() && rows % (parts * ROWS) != 0) {
      String reason = "%d rows are no %d parts of whole rows of %d".formatted(rows, parts, ROWS);
      return new Sharing(List.of(), reason);
    }
    return !dimensions.isEmpty() && !isUnderstood(copy)
        ? new Sharing(List.of(), "who releases its slot is not understood")
        : new Sharing(dimensions, obstacle);
  }

  /** How many rows a box has that can be divided: those of its first dimension of several. */
  private static long rows(TmaCopyOp copy) {
    List<Long> sizes = copy.targetRegion().sizes();
    for (int i = 0; i + 1 < sizes.size(); i++) {
      if (sizes.get(i) > 1) {
        return sizes.get(i);
      }
    }
    return 1;
  }

  /** Marks a copy, and remembers where its slot must be released. */
  void share(TmaCopyOp copy, List<Integer> dimensions) {
    copy.setMulticast(dimensions.stream().mapToLong(Integer::longValue).toArray());
    WaitOp wait = guard(copy);
    if (wait != null) {
      released.computeIfAbsent(wait.array(), _ -> new TreeSet<>()).addAll(dimensions);
    }
  }

  /** Lets slots be released in all blocks that fill them, whose barriers wait for all of those. */
  void finish() {
    long[] cluster = launch.clusterSizes();
    released.forEach((array, dimensions) -> {
      long[] along = dimensions.stream().mapToLong(Integer::longValue).toArray();
      roles.walk(op -> {
        if (op instanceof ArriveOp arrive && arrive.array() == array) {
          arrive.setMulticast(along);
        }
      });
      long blocks = 1;
      for (long dimension : along) {
        blocks *= cluster[(int) dimension];
      }
      if (array.definingOp() instanceof AllocOp barriers) {
        long[] counts = barriers.counts().asLongs();
        for (int i = 0; i < counts.length; i++) {
          counts[i] *= blocks;
        }
        barriers.setAttribute("counts", DenseArrayAttr.ofI64(counts));
      }
    });
  }

  /**
   * Does the copy wait for its slot at barriers of which all is known? They are counted by arrivals
   * of other roles, and only it waits for them.
   */
  private boolean isUnderstood(TmaCopyOp copy) {
    WaitOp wait = guard(copy);
    if (wait == null || !(wait.array().definingOp() instanceof AllocOp)) {
      return false;
    }
    boolean[] good = {true};
    roles.walk(op -> {
      boolean uses = op != wait && op.operands().contains(wait.array());
      good[0] &= !uses || (op instanceof ArriveOp && !isInRoleOf(op, copy));
    });
    return good[0];
  }

  private boolean isInRoleOf(Operation op, Operation other) {
    return roles.roleOf(op).equals(roles.roleOf(other));
  }

  /** The wait in front of the first operation that has to do with a copy's barrier, or null. */
  private static @Nullable WaitOp guard(TmaCopyOp copy) {
    Operation first = copy;
    for (Operation op = copy.previous(); op != null; op = op.previous()) {
      if (op.operands().contains(copy.array())) {
        first = op;
      }
    }
    for (Operation op = first.previous(); op != null; op = op.previous()) {
      if (op instanceof WaitOp wait) {
        return wait;
      }
    }
    return null;
  }
}
