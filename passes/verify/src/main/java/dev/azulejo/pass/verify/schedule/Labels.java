// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.pass.verify.model.Event;
import dev.azulejo.pass.verify.model.Footprint;
import dev.azulejo.pass.verify.model.Gate;
import dev.azulejo.pass.verify.model.Model;
import dev.azulejo.pass.verify.model.Site;
import dev.azulejo.pass.verify.program.Origins;
import dev.azulejo.pass.verify.schedule.Execution.Flight;
import dev.azulejo.pass.verify.schedule.Execution.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Short names of buffers and barriers, and words for what is done with them. */
final class Labels {
  private static final int NUMBERED = 16;

  private final Model model;
  private final Origins origins;
  private final Map<Value, String> buffers = new LinkedHashMap<>();
  private final Map<AllocOp, String> arrays = new LinkedHashMap<>();
  private final Set<AllocOp> full = new HashSet<>();
  private final Set<AllocOp> empty = new HashSet<>();
  private final Map<AllocOp, Set<Value>> brought = new HashMap<>();

  /**
   * Labels.
   *
   * @param nameAt the name of a result in the text of the program, or nothing
   */
  Labels(Model model, Origins origins, Execution execution, Function<Location, String> nameAt) {
    this.model = model;
    this.origins = origins;
    learnUses(execution);
    Map<String, Integer> taken = new HashMap<>();
    for (int i = 0; i < model.buffers().size(); i++) {
      Value value = origins.buffer(i);
      if (!buffers.containsKey(value)) {
        buffers.put(value, unique(taken, name(value, nameAt)));
      }
    }
    for (int i = 0; i < model.barriers().size(); i++) {
      AllocOp array = origins.barrier(i).array();
      if (!arrays.containsKey(array)) {
        String name = nameAt.apply(array.location());
        boolean isOwn = array.array().definingOp() != null && !name.isEmpty();
        arrays.put(array, unique(taken, isOwn ? name : use(array)));
      }
    }
  }

  private static String name(Value value, Function<Location, String> nameAt) {
    String name = nameAt.apply(value.location());
    Space space = Space.of(value);
    return !name.isEmpty() ? name : space == null ? "tensor" : space.spelling();
  }

  private static String unique(Map<String, Integer> taken, String name) {
    int before = taken.merge(name, 1, Integer::sum);
    return before == 1 ? name : name + "_" + (before - 1);
  }

  /** Full is what bytes or copies count on; empty is what those wait for who bring them. */
  private void learnUses(Execution execution) {
    Set<Integer> bringers = new HashSet<>();
    for (Step step : execution.steps()) {
      for (Event event : step.events()) {
        int barrier =
            switch (event) {
              case Event.BeginBox box -> box.barrier();
              case Event.Expect expect -> expect.barrier();
              case Event.ArriveBehindCopies late -> late.barrier();
              default -> -1;
            };
        if (event instanceof Event.BeginBox box) {
          brought
              .computeIfAbsent(origins.barrier(barrier).array(), _ -> new LinkedHashSet<>())
              .add(origins.buffer(box.target().buffer()));
        }
        if (barrier >= 0) {
          full.add(origins.barrier(barrier).array());
          bringers.add(step.agent());
        }
      }
    }
    for (Step step : execution.steps()) {
      if (step.gate() instanceof Gate.Wait wait && bringers.contains(step.agent())) {
        empty.add(origins.barrier(wait.barrier()).array());
      }
    }
    empty.removeAll(full);
  }

  private String use(AllocOp array) {
    return full.contains(array) ? "full" : empty.contains(array) ? "empty" : "barrier";
  }

  // --- Names ------------------------------------------------------------------------------------

  private String block(int block) {
    return origins.blocks() == 1 ? "" : "@" + block;
  }

  /** A buffer. */
  String buffer(int number) {
    String name = buffers.getOrDefault(origins.buffer(number), "buffer");
    return Space.of(origins.buffer(number)) == Space.GLOBAL
        ? name
        : name + block(origins.blockOfBuffer(number));
  }

  /** A slot of a buffer. */
  String slot(int buffer, int slot) {
    return model.buffers().get(buffer).slots() == 1
        ? buffer(buffer)
        : buffer(buffer) + "[" + slot + "]";
  }

  /** An array of barriers. */
  String array(AllocOp array) {
    return arrays.getOrDefault(array, "barrier");
  }

  /** Which buffers bytes are of that count on barriers; nothing where none do. */
  String brought(AllocOp array) {
    Set<String> names = new LinkedHashSet<>();
    for (Value value : brought.getOrDefault(array, Set.of())) {
      names.add(buffers.getOrDefault(value, "buffer"));
    }
    return names.isEmpty() ? "" : " for " + String.join(", ", names);
  }

  /** A barrier. */
  String barrier(int number) {
    Origins.BarrierOrigin origin = origins.barrier(number);
    return array(origin.array()) + block(origin.block()) + "[" + origin.index() + "]";
  }

  private String piece(Footprint piece) {
    int slots = model.buffers().get(piece.buffer()).slots();
    if (slots == 1 || piece.from().length == 0) {
      return buffer(piece.buffer());
    }
    long first = piece.from()[0];
    long last = Math.min(piece.to()[0], slots) - 1;
    String name = buffer(piece.buffer());
    if (first == 0 && last == slots - 1) {
      return name;
    }
    return name + "[" + (first == last ? first : first + ".." + last) + "]";
  }

  /** The pieces of shared memory among all; where there are none, the others. */
  private String pieces(List<Footprint> all) {
    Set<String> shared = new LinkedHashSet<>();
    for (Footprint piece : all) {
      if (model.buffers().get(piece.buffer()).watched()) {
        shared.add(piece(piece));
      }
    }
    return String.join(" ", shared);
  }

  // --- Words ------------------------------------------------------------------------------------

  /** What is done in a step. */
  String step(Step step) {
    Gate gate = step.gate();
    if (gate != null) {
      return switch (gate) {
        case Gate.Open _ -> "";
        case Gate.Wait wait ->
            "wait "
                + barrier(wait.barrier())
                + (step.phase() < 0 ? " at first" : " phase " + step.phase());
        case Gate.Meet meet -> "sync #" + meet.named() % NUMBERED;
      };
    }
    return event(step);
  }

  private String event(Step step) {
    Event last = step.events().getLast();
    return switch (last) {
      case Event.Touch _ -> touches(step.events());
      case Event.BeginBox box -> begins(step, "load", List.of(box.target()));
      case Event.BeginCopy copy -> begins(step, "load", copy.footprints());
      case Event.CommitCopies _ -> "commit group";
      case Event.AwaitCopies wait -> "wait groups <= " + wait.pending();
      case Event.BeginProduct product -> words(mnemonic(product.site()), product.footprints());
      case Event.AwaitProducts wait -> "wait products <= " + wait.pending();
      case Event.BeginStore store -> words("store", List.of(store.taken()));
      case Event.Arrive arrive -> arrive(step, arrive);
      case Event.Expect expect ->
          "expect " + barrier(expect.barrier()) + " " + expect.bytes() + "B";
      case Event.ArriveBehindCopies late -> "arrive " + barrier(late.barrier()) + " behind copies";
      case Event.Come come -> "arrive #" + come.named() % NUMBERED;
      case Event.Fence _ -> "fence";
      case Event.Initialize first -> "init " + array(origins.barrier(first.first()).array());
      case Event.Turn turn -> turn.takes() ? "take turn" : "pass turn";
    };
  }

  private String arrive(Step step, Event.Arrive arrive) {
    for (Event event : step.events()) {
      if (event instanceof Event.Expect expect) {
        return "expect " + barrier(expect.barrier()) + " " + expect.bytes() + "B";
      }
    }
    AllocOp array = origins.barrier(arrive.barrier()).array();
    String does = use(array).equals("empty") ? "release " : "arrive ";
    Set<String> all = new LinkedHashSet<>();
    for (Event event : step.events()) {
      if (event instanceof Event.Arrive each) {
        all.add(barrier(each.barrier()));
      }
    }
    return does + String.join(" ", all);
  }

  private String begins(Step step, String does, List<Footprint> pieces) {
    List<Footprint> all = new ArrayList<>();
    for (Event event : step.events()) {
      if (event instanceof Event.BeginBox box) {
        all.add(box.target());
      }
    }
    return words(does, all.isEmpty() ? pieces : all);
  }

  private String words(String does, List<Footprint> pieces) {
    String where = pieces(pieces);
    return where.isEmpty() ? does : does + " " + where;
  }

  private String touches(List<Event> events) {
    List<Footprint> pieces = new ArrayList<>();
    Set<Integer> sites = new LinkedHashSet<>();
    for (Event event : events) {
      if (event instanceof Event.Touch touch) {
        pieces.add(touch.footprint());
      }
      sites.add(event.site().number());
    }
    return sites.size() > 1 ? "compute" : words(mnemonic(events.getFirst().site()), pieces);
  }

  private static String mnemonic(Site site) {
    String name = site.op();
    return name.equals("scf.for") ? "loop" : name.substring(name.lastIndexOf('.') + 1);
  }

  /** What an engine does. */
  String flight(Flight flight) {
    String where = pieces(flight.footprints());
    String group = flight.group() < 0 ? "" : " g" + flight.group();
    return switch (flight.event()) {
      case Event.BeginProduct product -> words(mnemonic(product.site()), flight.footprints());
      default -> (where.isEmpty() ? mnemonic(flight.event().site()) : where) + group;
    };
  }

  /** What does a step, and where it stands. */
  String detail(Step step) {
    Set<String> all = new LinkedHashSet<>();
    switch (step.gate()) {
      case Gate.Wait(Site site, int _, boolean _) -> all.add(site(site));
      case Gate.Meet(Site site, int _) -> all.add(site(site));
      case null, default -> {}
    }
    step.events().forEach(event -> all.add(site(event.site())));
    return String.join(", ", all);
  }

  String detail(Flight flight) {
    return site(flight.event().site());
  }

  private static String site(Site site) {
    Location.FileRange place = site.location().position();
    return site.op() + (place == null ? "" : " of line " + place.line());
  }

  /** The type of a buffer, with its slots. */
  String type(int buffer) {
    Value value = origins.buffer(buffer);
    return value.type() instanceof MemRefType type ? AsmText.ofType(type) : "";
  }
}
