// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import dev.azulejo.pass.verify.model.Agent;
import dev.azulejo.pass.verify.model.Event;
import dev.azulejo.pass.verify.model.Footprint;
import dev.azulejo.pass.verify.model.Model;
import java.util.ArrayList;
import java.util.List;

/** Puts events together that are one operation, and operations that no other agent can tell. */
final class Steps {
  private final Model model;
  private final int barriersOfBlock;

  Steps(Model model) {
    this.model = model;
    int blocks = 1 + model.agents().stream().mapToInt(Agent::block).max().orElse(0);
    this.barriersOfBlock = Math.max(1, model.barriers().size() / blocks);
  }

  /** The events of a way, in the pieces that take a column each. */
  List<List<Event>> divide(List<Event> events) {
    List<List<Event>> steps = new ArrayList<>();
    for (Event event : events) {
      List<Event> last = steps.isEmpty() ? List.of() : steps.getLast();
      if (!last.isEmpty() && (isSameOperation(last, event) || isQuiet(last, event))) {
        last.add(event);
      } else {
        steps.add(new ArrayList<>(List.of(event)));
      }
    }
    return steps;
  }

  /** Work on registers is shown as one thing, however many operations it is. */
  private boolean isQuiet(List<Event> step, Event event) {
    return step.stream().allMatch(this::isOnRegisters) && isOnRegisters(event);
  }

  private boolean isOnRegisters(Event event) {
    return event instanceof Event.Touch touch
        && !model.buffers().get(touch.footprint().buffer()).watched();
  }

  private boolean isSameOperation(List<Event> step, Event event) {
    if (step.getLast().site().number() != event.site().number()) {
      return false;
    }
    return step.stream().noneMatch(earlier -> isAgain(earlier, event));
  }

  /** Can an operation not do both of these in one go? */
  private boolean isAgain(Event earlier, Event event) {
    if (earlier.getClass() != event.getClass()) {
      return false;
    }
    return switch (event) {
      case Event.Touch touch -> {
        Footprint before = ((Event.Touch) earlier).footprint();
        yield before.buffer() == touch.footprint().buffer()
            && before.kind() == touch.footprint().kind();
      }
      case Event.BeginBox box ->
          ((Event.BeginBox) earlier).barrier() / barriersOfBlock == box.barrier() / barriersOfBlock;
      case Event.Arrive arrive ->
          ((Event.Arrive) earlier).barrier() / barriersOfBlock
              == arrive.barrier() / barriersOfBlock;
      default -> true;
    };
  }
}
