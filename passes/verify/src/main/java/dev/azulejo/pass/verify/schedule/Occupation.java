// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import dev.azulejo.pass.verify.model.Buffer;
import dev.azulejo.pass.verify.model.Event;
import dev.azulejo.pass.verify.model.Footprint;
import dev.azulejo.pass.verify.model.Model;
import dev.azulejo.pass.verify.schedule.Execution.Flight;
import dev.azulejo.pass.verify.schedule.Execution.Step;
import dev.azulejo.pass.verify.schedule.Timeline.Cell;
import dev.azulejo.pass.verify.schedule.Timeline.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the slots of a buffer hold when. A turn of a slot begins where it is filled again; pieces
 * that are filled without a reader between them are of one turn.
 */
final class Occupation {
  private final Model model;
  private final Execution execution;
  private final int buffer;

  /** A piece of the buffer that is touched for some time. */
  private record Use(Footprint piece, int from, int to, String detail) {
    boolean isFill() {
      return !piece.isRead();
    }
  }

  /** One turn of a slot. */
  private static final class Turn {
    final int number;
    final List<Use> fills = new ArrayList<>();
    final List<Use> reads = new ArrayList<>();

    Turn(int number) {
      this.number = number;
    }

    boolean takes(Use fill) {
      return reads.isEmpty()
          && fills.stream().noneMatch(other -> other.piece().overlaps(fill.piece()));
    }
  }

  Occupation(Model model, Execution execution, int buffer) {
    this.model = model;
    this.execution = execution;
    this.buffer = buffer;
  }

  /** The cells of each slot. */
  List<List<Cell>> slots() {
    Buffer divided = model.buffers().get(buffer);
    List<Use> uses = uses();
    List<List<Turn>> turns = new ArrayList<>();
    for (int slot = 0; slot < divided.slots(); slot++) {
      turns.add(new ArrayList<>());
    }
    int count = 0;
    for (Use use : uses) {
      boolean isNew = false;
      for (int slot = 0; slot < divided.slots(); slot++) {
        if (isIn(use.piece(), slot, divided.slots())) {
          isNew |= use(turns.get(slot), use, count);
        }
      }
      count += isNew ? 1 : 0;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (List<Turn> ofSlot : turns) {
      rows.add(cells(ofSlot));
    }
    return rows;
  }

  /** Adds a use to the turns of a slot; true where it begins one. */
  private static boolean use(List<Turn> turns, Use use, int number) {
    if (use.isFill()) {
      boolean isNew = turns.isEmpty() || !turns.getLast().takes(use);
      if (isNew) {
        turns.add(new Turn(number));
      }
      turns.getLast().fills.add(use);
      return isNew;
    }
    if (!turns.isEmpty()) {
      turns.getLast().reads.add(use);
    }
    return false;
  }

  private static boolean isIn(Footprint piece, int slot, int slots) {
    return slots == 1
        || piece.from().length == 0
        || (piece.from()[0] <= slot && slot < piece.to()[0]);
  }

  private List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    for (Step step : execution.steps()) {
      for (Event event : step.events()) {
        switch (event) {
          case Event.Touch touch -> add(uses, touch.footprint(), step.to(), step.to());
          case Event.BeginStore store -> add(uses, store.filled(), step.to(), step.to());
          default -> {}
        }
      }
    }
    for (Flight flight : execution.flights()) {
      for (Footprint piece : flight.footprints()) {
        add(uses, piece, flight.from(), flight.to());
      }
    }
    // A reader of what is being filled comes behind it; at one moment, reads are of what was there.
    uses.sort(Comparator.comparingInt(Use::from).thenComparing(Use::isFill));
    return uses;
  }

  private void add(List<Use> uses, Footprint piece, int from, int to) {
    if (piece.buffer() == buffer) {
      uses.add(new Use(piece, from, to, piece.site().op()));
    }
  }

  private List<Cell> cells(List<Turn> turns) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      int end = execution.columns() - 1;
      if (i + 1 < turns.size()) {
        end = turns.get(i + 1).fills.getFirst().from() - 1;
      }
      int last = turn.fills.getFirst().from();
      for (Use use : turn.fills) {
        last = Math.max(last, use.to());
      }
      for (Use use : turn.reads) {
        last = Math.max(last, use.to());
      }
      boolean isEverRead = !turn.reads.isEmpty();
      add(cells, turn, isEverRead ? Math.min(last, end) : end);
    }
    return cells;
  }

  private static void add(List<Cell> cells, Turn turn, int end) {
    int from = turn.fills.getFirst().from();
    @Nullable Kind before = null;
    for (int column = from; column <= end; column++) {
      Kind kind = kind(turn, column);
      if (kind == before) {
        Cell last = cells.removeLast();
        cells.add(new Cell(last.from(), column, last.text(), last.detail(), kind, last.turn()));
      } else {
        String detail = detail(turn, kind, column);
        String word = word(kind);
        cells.add(new Cell(column, column, word + " " + turn.number, detail, kind, turn.number));
      }
      before = kind;
    }
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case FILLING -> "filling";
      case READ -> "read";
      default -> "full";
    };
  }

  private static Kind kind(Turn turn, int column) {
    boolean isRead = turn.reads.stream().anyMatch(use -> isDuring(use, column));
    boolean isFilled = turn.fills.stream().anyMatch(use -> column <= use.to());
    return isRead ? Kind.READ : isFilled ? Kind.FILLING : Kind.FULL;
  }

  private static String detail(Turn turn, Kind kind, int column) {
    List<Use> uses = kind == Kind.READ ? turn.reads : turn.fills;
    return uses.stream()
        .filter(use -> kind == Kind.FULL || isDuring(use, column))
        .map(Use::detail)
        .distinct()
        .reduce((one, other) -> one + ", " + other)
        .map(all -> word(kind) + " by " + all)
        .orElse(word(kind));
  }

  private static boolean isDuring(Use use, int column) {
    return use.from() <= column && column <= use.to();
  }
}
