// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.pass.specialize.schedule.CopyForms;
import org.jspecify.annotations.Nullable;

/** How the copies of a launch with a schedule fill slots: by TMA unless something is in the way. */
final class ScheduledCopies implements CopyForms {
  private final LaunchMemory memory;

  ScheduledCopies(LaunchOp launch) {
    this.memory = LaunchMemory.of(launch);
  }

  @Override
  public Choice of(CopyOp copy, long depth) {
    if (copy.prefers(CopyOp.SYNC)) {
      return new Choice(Form.THREADS, "", true);
    }
    if (copy.prefers(CopyOp.CP_ASYNC)) {
      boolean isPossible = AsyncCopyOp.isPossible(copy.source().type(), copy.target().type());
      return isPossible
          ? new Choice(Form.ASYNC, "", true)
          : new Choice(
              Form.THREADS,
              "only copies from global to shared memory between equal element types can",
              false);
    }
    String obstacle = obstacle(copy, depth);
    return obstacle == null
        ? new Choice(Form.BOX, "", true)
        : new Choice(Form.THREADS, obstacle, !copy.prefers(CopyOp.TMA));
  }

  private @Nullable String obstacle(CopyOp copy, long depth) {
    String problem = TmaLoads.obstacle(copy);
    AllocOp alloc = TmaLoads.allocation(copy);
    if (problem == null && alloc == null) {
      problem = "its buffer has no tile.alloc of its own";
    }
    if (problem == null && alloc != null) {
      problem = TmaLayouts.problem(alloc, depth);
    }
    Operation unknown = memory.unknown();
    if (problem == null && unknown != null) {
      problem = "'" + unknown.name() + "' may change what it reads";
    }
    return problem == null && !memory.writers(copy.source()).isEmpty()
        ? "the launch writes the tensor that it reads"
        : problem;
  }
}
