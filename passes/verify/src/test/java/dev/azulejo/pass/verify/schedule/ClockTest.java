// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.access.Access.Proxy;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.pass.verify.model.Agent;
import dev.azulejo.pass.verify.model.Barrier;
import dev.azulejo.pass.verify.model.Buffer;
import dev.azulejo.pass.verify.model.Event;
import dev.azulejo.pass.verify.model.Footprint;
import dev.azulejo.pass.verify.model.Footprint.Kind;
import dev.azulejo.pass.verify.model.Gate;
import dev.azulejo.pass.verify.model.Model;
import dev.azulejo.pass.verify.model.Node;
import dev.azulejo.pass.verify.model.Path;
import dev.azulejo.pass.verify.model.Site;
import dev.azulejo.pass.verify.schedule.Execution.End;
import dev.azulejo.pass.verify.schedule.Execution.Flight;
import dev.azulejo.pass.verify.schedule.Execution.Step;
import dev.azulejo.pass.verify.schedule.Timeline.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockTest {
  private static final int MOST = 100;
  private static final int BYTES = 64;
  private static final int FULL = 0;
  private static final int EMPTY = 1;

  private final List<Footprint> footprints = new ArrayList<>();
  private int nodes;
  private int sites;

  private record Line(Gate gate, List<Event> events) {}

  private record Straight(int number, int agent, Gate gate, List<Path> paths) implements Node {}

  private Site site() {
    return new Site(sites++, Location.unknown(), "op");
  }

  private Line line(Gate gate, Event... events) {
    return new Line(gate, List.of(events));
  }

  private Gate wait(int barrier, int parity) {
    return new Gate.Wait(site(), barrier, parity == 1);
  }

  private Footprint piece(Kind kind) {
    Footprint made =
        new Footprint(
            footprints.size(), site(), 0, new long[] {0}, new long[] {1}, kind, Proxy.GENERIC);
    footprints.add(made);
    return made;
  }

  private Event expect() {
    return new Event.Expect(site(), FULL, BYTES);
  }

  private Event arrive(int barrier) {
    return new Event.Arrive(site(), barrier, 1);
  }

  private Event box() {
    return new Event.BeginBox(site(), FULL, BYTES, piece(Kind.WRITE), List.of());
  }

  private Event read() {
    return new Event.Touch(site(), piece(Kind.READ));
  }

  private Path.Fork agent(int number, List<Line> lines) {
    @Nullable Node next = null;
    for (Line line : lines.reversed()) {
      Path path = new Path(List.of(), line.events(), next, List.of());
      next = new Straight(nodes++, number, line.gate(), List.of(path));
    }
    return new Path.Fork(number, Objects.requireNonNull(next));
  }

  private Model model(List<List<Line>> programs) {
    List<Agent> agents = new ArrayList<>();
    List<Path.Fork> starts = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      agents.add(new Agent("agent " + i, 0, i));
      starts.add(agent(i, programs.get(i)));
    }
    List<Barrier> barriers =
        List.of(new Barrier("full", 1, site()), new Barrier("empty", 1, site()));
    List<Buffer> buffers = List.of(new Buffer("buffer", 1, true, true, false));
    return new Model(agents, starts, barriers, buffers, footprints, 1, false);
  }

  private Model ring() {
    return model(
        List.of(
            List.of(
                line(wait(EMPTY, 1), expect(), arrive(FULL), box()),
                line(wait(EMPTY, 0), expect(), arrive(FULL), box())),
            List.of(
                line(wait(FULL, 0), read(), arrive(EMPTY)),
                line(wait(FULL, 1), read(), arrive(EMPTY)))));
  }

  private static List<Step> waits(Execution execution, int barrier) {
    return execution.steps().stream()
        .filter(step -> step.gate() instanceof Gate.Wait wait && wait.barrier() == barrier)
        .toList();
  }

  @Test
  void whoWaitsGoesOnBehindWhatItWaitsFor() {
    Execution execution = Clock.run(ring(), MOST);
    assertThat(execution.end()).isEqualTo(End.WHOLE);
    List<Step> full = waits(execution, FULL);
    List<Flight> boxes = execution.flights();
    assertThat(full).hasSize(2);
    assertThat(boxes).hasSize(2);
    for (int i = 0; i < full.size(); i++) {
      assertThat(full.get(i).phase()).isEqualTo(i);
      assertThat(full.get(i).to()).isEqualTo(boxes.get(i).to() + 1);
    }
    Step second = waits(execution, EMPTY).getLast();
    Step release =
        execution.steps().stream()
            .filter(step -> step.agent() == 1 && step.events().stream().anyMatch(this::isArrival))
            .findFirst()
            .orElseThrow();
    assertThat(second.to()).isEqualTo(release.to() + 1);
  }

  private boolean isArrival(Event event) {
    return event instanceof Event.Arrive;
  }

  @Test
  void whatIsFreeAtFirstIsNotWaitedFor() {
    Step first = waits(Clock.run(ring(), MOST), EMPTY).getFirst();
    assertThat(first.from()).isEqualTo(first.to());
    assertThat(first.phase()).isEqualTo(-1);
  }

  @Test
  void slotIsFilledAgainOnlyBehindItsReader() {
    Model model = ring();
    Execution execution = Clock.run(model, MOST);
    List<Cell> cells = new Occupation(model, execution, 0).slots().getFirst();
    assertThat(cells)
        .extracting(Cell::text)
        .containsExactly("filling 0", "full 0", "read 0", "filling 1", "full 1", "read 1");
    for (int i = 1; i < cells.size(); i++) {
      assertThat(cells.get(i).from()).isGreaterThan(cells.get(i - 1).to());
    }
  }

  @Test
  void saysWhereAllWait() {
    Model model =
        model(
            List.of(
                List.of(line(wait(EMPTY, 0), expect(), arrive(FULL), box())),
                List.of(line(wait(FULL, 0), read(), arrive(EMPTY)))));
    Execution execution = Clock.run(model, MOST);
    assertThat(execution.end()).isEqualTo(End.STUCK);
    assertThat(execution.steps()).noneMatch(Step::isOver).hasSize(2);
  }

  @Test
  void isCutWhereItIsLong() {
    Execution execution = Clock.run(ring(), 5);
    assertThat(execution.end()).isEqualTo(End.CUT);
    assertThat(execution.columns()).isLessThanOrEqualTo(5);
  }

  @Test
  void groupsOfCopiesAreAwaitedFromTheFirst() {
    Event first = new Event.BeginCopy(site(), List.of(piece(Kind.WRITE)));
    Event second = new Event.BeginCopy(site(), List.of(piece(Kind.WRITE)));
    Event awaitFirst = new Event.AwaitCopies(site(), 1);
    Event awaitAll = new Event.AwaitCopies(site(), 0);
    Model model =
        model(
            List.of(
                List.of(
                    line(
                        Gate.Open.INSTANCE,
                        first,
                        new Event.CommitCopies(site()),
                        second,
                        new Event.CommitCopies(site()),
                        awaitFirst,
                        awaitAll))));
    Execution execution = Clock.run(model, MOST);
    List<Flight> copies = execution.flights();
    assertThat(copies).extracting(Flight::group).containsExactly(0, 1);
    Step one = step(execution, awaitFirst);
    Step all = step(execution, awaitAll);
    assertThat(one.to())
        .isGreaterThan(copies.getFirst().to())
        .isLessThan(copies.getLast().to() + 1);
    assertThat(all.to()).isEqualTo(copies.getLast().to() + 1);
  }

  @Test
  void productsOfAnAgentGoOneBehindTheOther() {
    Event first = new Event.BeginProduct(site(), List.of(piece(Kind.READ)));
    Event second = new Event.BeginProduct(site(), List.of(piece(Kind.READ)));
    Event await = new Event.AwaitProducts(site(), 1);
    Model model = model(List.of(List.of(line(Gate.Open.INSTANCE, first, second, await))));
    Execution execution = Clock.run(model, MOST);
    List<Flight> products = execution.flights();
    assertThat(products.getLast().from()).isEqualTo(products.getFirst().to() + 1);
    assertThat(step(execution, await).to()).isEqualTo(products.getFirst().to() + 1);
  }

  private static Step step(Execution execution, Event event) {
    return execution.steps().stream()
        .filter(step -> step.events().contains(event))
        .findFirst()
        .orElseThrow();
  }
}
