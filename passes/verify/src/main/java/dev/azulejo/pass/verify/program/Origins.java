// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.pass.verify.model.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the numbers of a model stand for in the program. */
public final class Origins {
  /**
   * A barrier of a model.
   *
   * @param array what makes it
   * @param index its index there
   * @param block the block of the cluster that it belongs to
   */
  public record BarrierOrigin(AllocOp array, int index, int block) {}

  private final Map<Integer, Operation> operations = new HashMap<>();
  private final List<Value> buffers;
  private final List<BarrierOrigin> barriers = new ArrayList<>();
  private final List<RolesOp.@Nullable Role> roles = new ArrayList<>();
  private final Map<Value, Integer> first = new HashMap<>();
  private final int blocks;

  Origins(Memory memory, List<AgentOfLaunch> agents, @Nullable RolesOp divided, int blocks) {
    memory.sites().forEach((op, site) -> operations.put(site.number(), op));
    this.buffers = List.copyOf(memory.roots());
    this.blocks = blocks;
    for (int i = 0; i < buffers.size(); i++) {
      first.putIfAbsent(buffers.get(i), i);
    }
    for (int block = 0; block < blocks; block++) {
      for (AllocOp array : memory.barrierArrays()) {
        for (int index = 0; index < array.counts().size(); index++) {
          barriers.add(new BarrierOrigin(array, index, block));
        }
      }
    }
    for (AgentOfLaunch agent : agents) {
      roles.add(divided == null || agent.role() < 0 ? null : divided.roles().get(agent.role()));
    }
  }

  /** How many blocks run together. */
  public int blocks() {
    return blocks;
  }

  /** The operation of a site, or null where the site is of another program. */
  public @Nullable Operation operation(Site site) {
    return operations.get(site.number());
  }

  /** The value that a buffer is. */
  public Value buffer(int number) {
    return buffers.get(number);
  }

  /** The block of the cluster that a buffer belongs to. */
  public int blockOfBuffer(int number) {
    return number - first.getOrDefault(buffer(number), number);
  }

  /** What makes a barrier. */
  public BarrierOrigin barrier(int number) {
    return barriers.get(number);
  }

  /** The role that an agent is, or null where it is a whole block. */
  public RolesOp.@Nullable Role role(int agent) {
    return roles.get(agent);
  }
}
