// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.pass.verify.model.Event;
import dev.azulejo.pass.verify.model.Footprint;
import dev.azulejo.pass.verify.model.Gate;
import dev.azulejo.pass.verify.model.Model;
import dev.azulejo.pass.verify.model.Node;
import dev.azulejo.pass.verify.model.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that agents may do, as a row of numbers: equal for models that do the same. */
final class Signature {
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private final List<Integer> words = new ArrayList<>();

  private Signature() {}

  static List<Integer> of(Model model, int limit) {
    Signature signature = new Signature();
    model.starts().forEach(start -> signature.reach(start.node()));
    while (!signature.open.isEmpty() && signature.numbers.size() <= limit) {
      signature.add(signature.open.remove());
    }
    return signature.words;
  }

  private void reach(Node node) {
    Integer known = numbers.get(node.number());
    if (known == null) {
      known = numbers.size();
      numbers.put(node.number(), known);
      open.add(node);
    }
    words.add(known);
  }

  private void add(Node node) {
    switch (node.gate()) {
      case Gate.Open _ -> words.add(0);
      case Gate.Wait wait -> {
        words.add(1 + (wait.parity() ? 1 : 0));
        words.add(wait.barrier());
      }
      case Gate.Meet meet -> {
        words.add(3);
        words.add(meet.named());
      }
    }
    for (Path path : node.paths()) {
      path.draws()
          .forEach(draw -> {
            words.add(draw.fact());
            words.add((int) draw.value());
          });
      path.events().forEach(this::add);
      if (path.target() == null) {
        words.add(-1);
      } else {
        reach(path.target());
      }
      path.forks()
          .forEach(fork -> {
            words.add(fork.agent());
            reach(fork.node());
          });
    }
  }

  private void add(Event event) {
    words.add(event.site().number());
    switch (event) {
      case Event.Touch touch -> add(touch.footprint());
      case Event.BeginBox box -> {
        words.add(box.barrier());
        words.add((int) box.bytes());
        add(box.target());
        box.source().forEach(this::add);
      }
      case Event.BeginCopy copy -> copy.footprints().forEach(this::add);
      case Event.BeginProduct product -> product.footprints().forEach(this::add);
      case Event.BeginStore store -> add(store.filled());
      case Event.Arrive arrive -> {
        words.add(arrive.barrier());
        words.add(arrive.count());
      }
      case Event.Expect expect -> {
        words.add(expect.barrier());
        words.add((int) expect.bytes());
      }
      case Event.ArriveBehindCopies late -> {
        words.add(late.barrier());
        words.add(late.count());
      }
      case Event.Come come -> {
        words.add(come.named());
        words.add(come.wanted());
      }
      case Event.Initialize begin -> words.add(begin.first());
      case Event.AwaitCopies wait -> words.add(wait.pending());
      case Event.AwaitProducts wait -> words.add(wait.pending());
      case Event.CommitCopies _, Event.Fence _, Event.Turn _ -> {}
    }
  }

  private void add(Footprint footprint) {
    words.add(footprint.number());
  }
}
