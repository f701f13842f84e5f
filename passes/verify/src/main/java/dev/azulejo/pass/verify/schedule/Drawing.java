// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import dev.azulejo.pass.verify.model.Event;
import dev.azulejo.pass.verify.model.Gate;
import dev.azulejo.pass.verify.model.Model;
import dev.azulejo.pass.verify.program.Origins;
import dev.azulejo.pass.verify.schedule.Execution.Engine;
import dev.azulejo.pass.verify.schedule.Execution.Flight;
import dev.azulejo.pass.verify.schedule.Execution.Step;
import dev.azulejo.pass.verify.schedule.Timeline.Cell;
import dev.azulejo.pass.verify.schedule.Timeline.Kind;
import dev.azulejo.pass.verify.schedule.Timeline.Lane;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows and cells of an execution. */
final class Drawing {
  /** From the third block of a cluster on, blocks do what the second one does. */
  static final int BLOCKS = 2;

  private final Model model;
  private final Origins origins;
  private final Execution execution;
  private final Labels labels;

  Drawing(Model model, Origins origins, Execution execution, Labels labels) {
    this.model = model;
    this.origins = origins;
    this.execution = execution;
    this.labels = labels;
  }

  Timeline draw() {
    List<Lane> lanes = new ArrayList<>();
    for (int agent = 0; agent < model.agents().size(); agent++) {
      if (model.agents().get(agent).block() < BLOCKS) {
        addAgent(agent, lanes);
      }
    }
    List<Lane> slots = new ArrayList<>();
    for (int buffer = 0; buffer < model.buffers().size(); buffer++) {
      if (isShown(buffer)) {
        int slot = 0;
        for (List<Cell> cells : new Occupation(model, execution, buffer).slots()) {
          slots.add(new Lane(labels.slot(buffer, slot), false, cells));
          slot++;
        }
      }
    }
    return new Timeline(lanes, slots, execution.columns());
  }

  /** Is a buffer in shared memory, and of a block that is shown? */
  boolean isShown(int buffer) {
    return model.buffers().get(buffer).watched() && origins.blockOfBuffer(buffer) < BLOCKS;
  }

  private void addAgent(int agent, List<Lane> lanes) {
    List<Cell> cells = new ArrayList<>();
    for (Step step : execution.steps()) {
      if (step.agent() == agent) {
        cells.add(
            new Cell(
                step.from(), step.to(), labels.step(step), labels.detail(step), kind(step), -1));
      }
    }
    if (cells.isEmpty()) {
      return;
    }
    lanes.add(new Lane(name(agent), false, cells));
    for (Engine engine : Engine.values()) {
      addEngine(agent, engine, lanes);
    }
  }

  /** What an agent is called in its row. */
  String name(int agent) {
    var role = origins.role(agent);
    int block = model.agents().get(agent).block();
    return (role == null ? "block" : role.name()) + (origins.blocks() == 1 ? "" : "@" + block);
  }

  private void addEngine(int agent, Engine engine, List<Lane> lanes) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Flight flight : execution.flights()) {
      if (flight.agent() == agent && flight.engine() == engine) {
        row(rows, flight.from())
            .add(
                new Cell(
                    flight.from(),
                    flight.to(),
                    labels.flight(flight),
                    labels.detail(flight),
                    Kind.FLIGHT,
                    -1));
      }
    }
    rows.forEach(row -> lanes.add(new Lane(name(engine), true, row)));
  }

  /** The first row that is free at a time; the work of one engine may need several. */
  private static List<Cell> row(List<List<Cell>> rows, int from) {
    for (List<Cell> row : rows) {
      if (row.getLast().to() < from) {
        return row;
      }
    }
    rows.add(new ArrayList<>());
    return rows.getLast();
  }

  private static String name(Engine engine) {
    return switch (engine) {
      case BOXES -> "boxes";
      case COPIES -> "copies";
      case PRODUCTS -> "products";
      case STORES -> "stores";
    };
  }

  private static Kind kind(Step step) {
    @Nullable Gate gate = step.gate();
    if (gate != null) {
      return Kind.WAIT;
    }
    return switch (step.events().getLast()) {
      case Event.BeginBox _, Event.BeginCopy _ -> Kind.LOAD;
      case Event.Touch _, Event.BeginProduct _, Event.BeginStore _ -> Kind.WORK;
      case Event.AwaitCopies _, Event.AwaitProducts _ -> Kind.WAIT;
      default -> Kind.SIGNAL;
    };
  }
}
