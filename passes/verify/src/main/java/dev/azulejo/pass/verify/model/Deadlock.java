// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What is said where nobody can go on. */
final class Deadlock {
  private Deadlock() {}

  static Fault of(Model model, World world, IntFunction<Node> nodes) {
    List<Fault.Remark> waits = new ArrayList<>();
    for (int i = 0; i < model.agents().size(); i++) {
      int place = world.agent(i).place();
      if (place >= 0) {
        waits.add(describe(model, world, i, nodes.apply(place).gate()));
      }
    }
    Fault.Remark first = waits.removeFirst();
    for (int i = 0; i < model.agents().size(); i++) {
      if (world.agent(i).place() == AgentState.ENDED && !model.agents().get(i).name().isEmpty()) {
        waits.add(new Fault.Remark(first.site(), world.name(i) + " has ended"));
      }
    }
    return new Fault(first.site(), "deadlock: " + first.text() + ", and nobody can go on", waits);
  }

  private static Fault.Remark describe(Model model, World world, int agent, Gate gate) {
    return switch (gate) {
      case Gate.Wait wait ->
          new Fault.Remark(
              wait.site(),
              Words.format(
                  "%s waits for parity %d of %s, whose %s",
                  world.name(agent),
                  wait.parity() ? 1 : 0,
                  model.barriers().get(wait.barrier()).name(),
                  world.barrier(wait.barrier()).describe()));
      case Gate.Meet meet ->
          new Fault.Remark(
              meet.site(),
              Words.format(
                  "%s waits at a numbered barrier, to which %s",
                  world.name(agent), world.describeMeeting(meet.named())));
      case Gate.Open _ ->
          new Fault.Remark(Story.NOWHERE, world.name(agent) + " has nowhere to go on to");
    };
  }
}
