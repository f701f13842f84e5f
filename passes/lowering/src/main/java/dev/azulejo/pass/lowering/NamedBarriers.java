// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.barrier.NamedArriveOp;
import dev.azulejo.dialect.barrier.NamedSyncOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The numbered barriers of a block that threads of it wait at: which are taken, and by whom. */
final class NamedBarriers {
  /** How many a block has; number 0 is for all of its threads. */
  private static final int MOST = 16;

  private final Set<Long> taken = new LinkedHashSet<>();
  private final Map<Object, Integer> owners = new LinkedHashMap<>();

  NamedBarriers(LaunchOp launch) {
    taken.add(0L);
    launch.walk(op -> {
      if (op instanceof NamedSyncOp sync) {
        taken.add(sync.number().longValue());
      } else if (op instanceof NamedArriveOp arrive) {
        taken.add(arrive.number().longValue());
      }
    });
  }

  /** The first of so many barriers in a row that are somebody's own, the same at each call. */
  int first(Operation op, Object owner, int count) throws LoweringFailure {
    Integer there = owners.get(owner);
    if (there != null) {
      return there;
    }
    for (int first = 1; first + count <= MOST; first++) {
      if (isFree(first, count)) {
        for (int i = 0; i < count; i++) {
          taken.add((long) first + i);
        }
        owners.put(owner, first);
        return first;
      }
    }
    throw LoweringFailure.of(
        op, "%d of the %d numbered barriers of a block are needed, and not free", count, MOST);
  }

  private boolean isFree(int first, int count) {
    for (int i = 0; i < count; i++) {
      if (taken.contains((long) first + i)) {
        return false;
      }
    }
    return true;
  }
}
