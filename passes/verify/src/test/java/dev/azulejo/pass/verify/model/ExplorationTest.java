// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.access.Access.Proxy;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplorationTest {
  private static final Site SITE = new Site(0, Location.unknown(), "op");
  private static final int BYTES = 64;

  private final List<Footprint> footprints = new ArrayList<>();
  private int nodes;

  /** A line of a program: a gate and what follows it. */
  private record Line(Gate gate, List<Event> events) {}

  private record Straight(int number, int agent, Gate gate, List<Path> paths) implements Node {}

  private static Line line(Gate gate, Event... events) {
    return new Line(gate, List.of(events));
  }

  private static Gate wait(int barrier, int parity) {
    return new Gate.Wait(SITE, barrier, parity == 1);
  }

  private Footprint touch(Footprint.Kind kind) {
    Footprint made =
        new Footprint(
            footprints.size(), SITE, 0, new long[] {0}, new long[] {1}, kind, Proxy.GENERIC);
    footprints.add(made);
    return made;
  }

  private Event[] fill(int full) {
    return new Event[] {
      new Event.Expect(SITE, full, BYTES),
      new Event.Arrive(SITE, full, 1),
      new Event.BeginBox(SITE, full, BYTES, touch(Footprint.Kind.WRITE), List.of())
    };
  }

  private Event read() {
    return new Event.Touch(SITE, touch(Footprint.Kind.READ));
  }

  private Node node(int agent, List<Line> lines) {
    @Nullable Node next = null;
    for (Line line : lines.reversed()) {
      Path path = new Path(List.of(), line.events(), next, List.of());
      next = new Straight(nodes++, agent, line.gate(), List.of(path));
    }
    assertThat(next).isNotNull();
    return next;
  }

  private @Nullable String fault(List<Integer> counts, List<List<Line>> programs) {
    List<Agent> agents = new ArrayList<>();
    List<Path.Fork> starts = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      agents.add(new Agent("agent " + i, 0, i));
      starts.add(new Path.Fork(i, node(i, programs.get(i))));
    }
    List<Barrier> barriers = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      barriers.add(new Barrier("barrier " + i, counts.get(i), SITE));
    }
    var buffers = List.of(new Buffer("buffer", 1, true, true, false));
    var model = new Model(agents, starts, barriers, buffers, footprints, 1, false);
    Exploration.Result result = Exploration.of(model, 10_000);
    assertThat(result.decided()).isTrue();
    return result.finding() == null ? null : result.finding().fault().message();
  }

  @Test
  void twoBarriersASlotAreRight() {
    List<Line> producer = List.of(line(wait(1, 1), fill(0)), line(wait(1, 0), fill(0)));
    List<Line> consumer =
        List.of(
            line(wait(0, 0), read(), new Event.Arrive(SITE, 1, 1)),
            line(wait(0, 1), read(), new Event.Arrive(SITE, 1, 1)));
    assertThat(fault(List.of(1, 1), List.of(producer, consumer))).isNull();
  }

  @Test
  void oneBarrierForBothDirectionsFails() {
    List<Line> producer = List.of(line(wait(0, 1), fill(0)), line(wait(0, 0), fill(0)));
    List<Line> consumer = List.of(line(wait(0, 0), read()), line(wait(0, 1), read()));
    assertThat(fault(List.of(1), List.of(producer, consumer))).isNotNull();
  }

  @Test
  void whoLagsATurnMissesItsPhase() {
    List<Line> leader =
        List.of(line(wait(1, 1), fill(0)), line(wait(1, 0), fill(0)), line(wait(1, 1), fill(0)));
    List<Line> other = List.of(line(wait(1, 1)), line(wait(1, 0)), line(wait(1, 1)));
    List<Line> consumer =
        List.of(
            line(wait(0, 0), read(), new Event.Arrive(SITE, 1, 1)),
            line(wait(0, 1), read(), new Event.Arrive(SITE, 1, 1)),
            line(wait(0, 0), read(), new Event.Arrive(SITE, 1, 1)));
    assertThat(fault(List.of(1, 1), List.of(leader, other, consumer))).startsWith("deadlock: ");
  }

  @Test
  void bytesMayBeExpectedBehindTheBox() {
    Event[] events = fill(0);
    List<Line> producer = List.of(line(Gate.Open.INSTANCE, events[2], events[0], events[1]));
    List<Line> consumer = List.of(line(wait(0, 0), read()));
    assertThat(fault(List.of(1), List.of(producer, consumer))).isNull();
  }

  @Test
  void phaseThatCanEndBeforeItsBytesAreExpectedFails() {
    Event[] events = fill(0);
    List<Line> producer = List.of(line(Gate.Open.INSTANCE, events[2], events[1], events[0]));
    List<Line> consumer = List.of(line(wait(0, 0), read()));
    assertThat(fault(List.of(1), List.of(producer, consumer))).startsWith("wrong count of bytes: ");
  }

  @Test
  void unbalancedBarrierFails() {
    List<Line> only = List.of(line(Gate.Open.INSTANCE, new Event.Arrive(SITE, 0, 1)));
    assertThat(fault(List.of(2), List.of(only))).startsWith("unbalanced: ");
  }
}
