// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be over before a block ends: copies to its shared memory, and what other blocks of the
 * cluster do there. It is over when some warp of the block has seen it; whether the block happens
 * to end later is not asked.
 */
final class Farewell {
  private final BlockRun block;
  private final Clock seen;

  /** Of each warp of the cluster the last use, and of each barrier the last phase with copies. */
  private final Map<Integer, Use> uses = new LinkedHashMap<>();

  private final Map<Integer, Use> copies = new LinkedHashMap<>();

  private record Use(int time, Location place) {}

  Farewell(BlockRun block) {
    this.block = block;
    this.seen = new Clock(block.cluster().warpCount());
  }

  /** A warp of another block uses a barrier of this one. */
  void use(Warp warp, Location place) {
    int agent = warp.agent();
    uses.put(agent, new Use(warp.clock().seen(agent), place));
  }

  /** A copy is there when so many phases of a barrier have ended. */
  void copy(int barrier, int phases, Location place) {
    copies.put(barrier, new Use(phases, place));
  }

  /** A warp of the block has ended. */
  void leave(Warp warp) {
    seen.join(warp.clock());
  }

  /** All warps of the block have ended. */
  void finish() {
    @Nullable Use use = null;
    for (Map.Entry<Integer, Use> entry : uses.entrySet()) {
      use = entry.getValue().time() > seen.seen(entry.getKey()) ? entry.getValue() : use;
    }
    if (use != null) {
      throw new SimulationFailure(
          Diagnostic.error(
              use.place(),
              "another block uses a barrier of block %d, and nothing orders the end of that block"
                  + " behind",
              block.number()));
    }
    for (Map.Entry<Integer, Use> entry : copies.entrySet()) {
      use = entry.getValue().time() > seen.phases(entry.getKey()) ? entry.getValue() : use;
    }
    if (use != null) {
      throw new SimulationFailure(
          Diagnostic.error(
              use.place(),
              "block %d ends, and none of its warps has waited for the last of these copies",
              block.number()));
    }
  }
}
