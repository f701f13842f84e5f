// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Steps in words, one operation after the other. */
final class Story {
  /** The place of what stands nowhere. */
  static final Site NOWHERE = new Site(-1, Location.unknown(), "");

  private final Model model;
  private final IntFunction<Node> nodes;
  private final World world;
  private final List<Fault.Remark> lines = new ArrayList<>();

  Story(Model model, IntFunction<Node> nodes) {
    this.model = model;
    this.nodes = nodes;
    this.world = World.of(model);
  }

  List<Fault.Remark> tell(List<Exploration.Step> steps) {
    for (Exploration.Step step : steps) {
      step.moves().forEach(this::tell);
    }
    return lines;
  }

  private void tell(Exploration.Move move) {
    if (move.lands() >= 0 && world.barrier(move.lands()).canLand()) {
      Barrier barrier = model.barriers().get(move.lands());
      say(
          barrier.site(),
          Words.format(
              "what is on its way to %s comes, and its phase %d ends",
              barrier.name(), world.barrier(move.lands()).phase()));
      world.land(move.lands());
    }
    int agent = move.agent();
    if (agent < 0 || !world.allows(move.path())) {
      return;
    }
    world.learn(move.path());
    Path path = move.path();
    pass(agent, nodes.apply(world.agent(agent).place()).gate());
    for (Event event : path.events()) {
      say(event.site(), world.name(agent) + " " + describe(event));
      if (world.apply(agent, event) != null) {
        return;
      }
    }
    path.forks().forEach(fork -> world.agent(fork.agent()).go(fork.node().number()));
    Node target = path.target();
    world.agent(agent).go(target == null ? AgentState.ENDED : target.number());
  }

  private void say(Site site, String text) {
    lines.add(new Fault.Remark(site, text));
  }

  private void pass(int agent, Gate gate) {
    switch (gate) {
      case Gate.Wait wait ->
          say(
              wait.site(),
              Words.format(
                  "%s waits for parity %d of %s, which is in phase %d",
                  world.name(agent),
                  wait.parity() ? 1 : 0,
                  model.barriers().get(wait.barrier()).name(),
                  world.barrier(wait.barrier()).phase()));
      case Gate.Meet meet -> say(meet.site(), world.name(agent) + " has met the others");
      case Gate.Open _ -> {}
    }
  }

  private String describe(Event event) {
    return switch (event) {
      case Event.Touch touch -> world.describe(touch.footprint());
      case Event.BeginBox box ->
          Words.format(
              "asks for %d bytes into %s, on phase %d of %s",
              box.bytes(),
              world.describePlace(box.target()),
              phase(box.barrier()),
              name(box.barrier()));
      case Event.BeginCopy copy -> "begins a copy: it " + list(copy.footprints());
      case Event.CommitCopies _ -> "closes a group of copies";
      case Event.AwaitCopies wait ->
          "waits until at most " + wait.pending() + " groups of copies are under way";
      case Event.BeginProduct product -> "begins a product: it " + list(product.footprints());
      case Event.AwaitProducts wait ->
          "waits until at most " + wait.pending() + " products are under way";
      case Event.BeginStore store -> "stores through " + world.describePlace(store.filled());
      case Event.Arrive arrive ->
          Words.format(
              "arrives %d times at phase %d of %s",
              arrive.count(), phase(arrive.barrier()), name(arrive.barrier()));
      case Event.Expect expect ->
          Words.format(
              "lets phase %d of %s wait for %d bytes more",
              phase(expect.barrier()), name(expect.barrier()), expect.bytes());
      case Event.ArriveBehindCopies late ->
          Words.format(
              "will arrive %d times at phase %d of %s when its copies are complete",
              late.count(), phase(late.barrier()), name(late.barrier()));
      case Event.Come come ->
          Words.format(
              "brings %d of %d threads to a numbered barrier", come.threads(), come.wanted());
      case Event.Fence _ -> "orders both paths to memory";
      case Event.Initialize begin -> "initialises " + name(begin.first());
      case Event.Turn turn -> turn.takes() ? "takes its turn" : "passes on its turn";
    };
  }

  private String list(List<Footprint> footprints) {
    List<String> words = new ArrayList<>();
    footprints.forEach(footprint -> words.add(world.describe(footprint)));
    return String.join(", ", words);
  }

  private int phase(int barrier) {
    return world.barrier(barrier).phase();
  }

  private String name(int barrier) {
    return model.barriers().get(barrier).name();
  }
}
