// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.barrier.FenceInitOp;
import dev.azulejo.dialect.barrier.FenceProxyAsyncOp;
import dev.azulejo.dialect.barrier.SyncOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.dialect.tile.TmaStoreOp;
import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.agent.Agent;
import dev.azulejo.simulator.agent.Block;
import dev.azulejo.simulator.agent.RegisterPool;
import dev.azulejo.simulator.agent.Team;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The code of launches in which something goes on beside a block's own operations: roles, engines,
 * barriers. The blocks of a cluster run together.
 */
final class ClusterLaunch {
  private final Decoder decoder;

  ClusterLaunch(Decoder decoder) {
    this.decoder = decoder;
  }

  /** Has a launch what needs agents? */
  static boolean isNeeded(LaunchOp op) {
    boolean[] found = {op.explicitFences()};
    op.walk(inner -> found[0] |= needsAgents(inner));
    return found[0];
  }

  private static boolean needsAgents(Operation op) {
    return switch (op) {
      case SyncOp _, FenceInitOp _, FenceProxyAsyncOp _ -> false;
      case RolesOp _, TmaCopyOp _, TmaStoreOp _, WaitGemmOp _ -> true;
      case GemmOp gemm -> gemm.asynchronous();
      default -> op.schema().dialectName().equals(BARRIERS);
    };
  }

  private static final String BARRIERS = "barrier";

  Code decode(LaunchOp op) {
    LaunchDecoder.Extents extents = new LaunchDecoder.Extents(op.sizes());
    int[] arguments = Decoder.slots(op.body().entry().arguments());
    Code body = decoder.body(op.body());
    long threads = op.threads().longValue();
    long[] cluster = op.clusterSizes();
    long together = Arrays.stream(cluster).reduce(1, (a, b) -> a * b);
    Location place = op.location();
    boolean judgesFences = op.explicitFences();
    return frame -> {
      Machine machine = frame.machine();
      if (machine.isInBlock()) {
        throw new SimulationFailure(Diagnostic.error(place, "a block can't launch blocks"));
      }
      long[] sizes = extents.in(frame);
      long blocks = LaunchDecoder.count(sizes, place);
      long[] clusters = clusters(sizes, cluster, place);
      var order = new ShuffledOrder(blocks / together, machine.random());
      for (long i = 0; i < blocks / together; i++) {
        machine.progress().blocks(i * together, blocks);
        long[] at = point(order.at(i), clusters);
        Team team = new Team(machine.random(), judgesFences);
        for (long inner = 0; inner < together; inner++) {
          machine.step(place);
          long[] within = point(inner, cluster);
          long[] index = new long[at.length];
          for (int d = 0; d < index.length; d++) {
            index[d] = at[d] * cluster[d] + within[d];
          }
          String name = together == 1 ? "" : " of block " + Arrays.toString(index);
          begin(team.addBlock(name, within), frame, threads, arguments, index, body);
        }
        team.run();
      }
      machine.progress().blocks(blocks, blocks);
    };
  }

  private static void begin(
      Block block, Frame frame, long threads, int[] arguments, long[] index, Code body) {
    block.begin(
        threads,
        agent -> {
          Frame own = frame.copy(frame.machine().of(agent));
          for (int d = 0; d < arguments.length; d++) {
            own.setScalar(arguments[d], index[d]);
          }
          body.run(own);
          own.machine().endBlock();
        });
  }

  private static long[] clusters(long[] sizes, long[] cluster, Location place) {
    long[] clusters = new long[sizes.length];
    for (int d = 0; d < sizes.length; d++) {
      if (sizes[d] % cluster[d] != 0) {
        throw new SimulationFailure(
            Diagnostic.error(
                place,
                "has %d blocks in dimension %d, which clusters of %d don't divide",
                sizes[d],
                d,
                cluster[d]));
      }
      clusters[d] = sizes[d] / cluster[d];
    }
    return clusters;
  }

  /** A place in a space; the first dimension varies fastest. */
  private static long[] point(long number, long[] sizes) {
    long[] point = new long[sizes.length];
    long rest = number;
    for (int d = 0; d < sizes.length; d++) {
      point[d] = rest % sizes[d];
      rest /= sizes[d];
    }
    return point;
  }

  /** The code of what divides a block into roles. */
  static Code roles(RolesOp op, Decoder decoder) {
    List<RolesOp.Role> roles = op.roles();
    List<Code> bodies = new ArrayList<>();
    roles.forEach(role -> bodies.add(decoder.body(role.region())));
    return frame -> {
      Agent block = frame.machine().agent(op);
      List<Agent> agents = new ArrayList<>();
      for (int i = 0; i < roles.size(); i++) {
        RolesOp.Role role = roles.get(i);
        Code body = bodies.get(i);
        agents.add(
            block.role(
                role.name(),
                role.threads(),
                agent -> {
                  Frame own = frame.copy(frame.machine().of(agent));
                  takeRegisters(role, agent, op);
                  body.run(own);
                  own.machine().endBlock();
                }));
      }
      block.divide(agents, op.location());
    };
  }

  private static void takeRegisters(RolesOp.Role role, Agent agent, RolesOp op) {
    if (role.registers() > 0 && op.parentOp() instanceof LaunchOp launch) {
      long threads = launch.threads().longValue();
      long launched = RegisterPool.launched(threads, launch.residentBlocks());
      agent.block().registers(launched, threads).take(agent, role.registers(), op.location());
    }
  }
}
