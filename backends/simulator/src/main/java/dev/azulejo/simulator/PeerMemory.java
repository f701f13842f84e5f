// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.agent.Agent;
import dev.azulejo.simulator.agent.Block;
import dev.azulejo.simulator.agent.Wait;
import dev.azulejo.simulator.run.SimulationFailure;

/** What another block of the cluster has allocated by the same operation. */
final class PeerMemory {
  private PeerMemory() {}

  /** The operation that allocates a buffer or barriers, which other blocks execute too. */
  static Operation allocation(Value memory, Operation op) {
    Operation allocation = memory.definingOp();
    if (allocation == null || allocation.operandCount() > 0) {
      throw new SimulationFailure(
          op.error("reaches other blocks only through what is allocated in shared memory"));
    }
    return allocation;
  }

  /** Waits until a block has allocated it. */
  static <T> T of(Block block, Operation allocation, Class<T> kind, Agent agent, Location place) {
    agent.await(
        new Wait() {
          @Override
          public boolean isOver() {
            return kind.isInstance(block.find(allocation));
          }

          @Override
          public Location place() {
            return place;
          }

          @Override
          public String describe() {
            return "waits for what is allocated in shared memory" + block.name();
          }

          @Override
          public Diagnostic explain(Diagnostic error) {
            return error.note(allocation.location(), "it is allocated here");
          }
        });
    Object found = block.find(allocation);
    if (!kind.isInstance(found)) {
      throw new IllegalStateException("a wait has not been waited for");
    }
    return kind.cast(found);
  }
}
