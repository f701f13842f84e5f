// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import dev.azulejo.ir.access.Access.Proxy;
import dev.azulejo.pass.verify.model.Footprint.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All agents, barriers and buffers at some moment. */
final class World {
  private static final int MEETING_WORDS = 3;
  private static final int MOST_SLOTS = 64;
  private static final int[] NONE = new int[0];

  private final Model model;
  private final List<AgentState> agents;
  private final List<BarrierState> barriers;

  /** Threads wanted, threads there and meetings so far of each barrier with a number. */
  private int[] named;

  /** The slots of buffers that have been written. */
  private BitSet written;

  /** Writes by the ordinary path that no fence has followed. */
  private int[] unfenced;

  /** What has been brought to strict buffers, and nobody has read. */
  private int[] unread;

  /** Facts and their values, in ascending order of facts. */
  private int[] facts;

  private World(Model model, List<AgentState> agents, List<BarrierState> barriers) {
    this.model = model;
    this.agents = agents;
    this.barriers = barriers;
    this.named = new int[MEETING_WORDS * model.named()];
    this.written = new BitSet();
    this.unfenced = NONE;
    this.unread = NONE;
    this.facts = NONE;
  }

  static World of(Model model) {
    List<AgentState> agents = new ArrayList<>();
    model.agents().forEach(_ -> agents.add(new AgentState()));
    World world = new World(model, agents, BarrierState.of(model.barriers()));
    model.starts().forEach(start -> agents.get(start.agent()).go(start.node().number()));
    return world;
  }

  World copy() {
    List<AgentState> sameAgents = new ArrayList<>(agents.size());
    agents.forEach(agent -> sameAgents.add(agent.copy()));
    List<BarrierState> sameBarriers = new ArrayList<>(barriers.size());
    barriers.forEach(barrier -> sameBarriers.add(barrier.copy()));
    World copy = new World(model, sameAgents, sameBarriers);
    copy.named = named.clone();
    copy.written = (BitSet) written.clone();
    copy.unfenced = unfenced;
    copy.unread = unread;
    copy.facts = facts;
    return copy;
  }

  int[] code() {
    Code code = new Code();
    agents.forEach(agent -> agent.write(code));
    barriers.forEach(barrier -> barrier.write(code));
    code.add(named).add(unfenced).add(unread).add(facts);
    int[] slots = written.stream().toArray();
    return code.add(slots).words();
  }

  AgentState agent(int number) {
    return agents.get(number);
  }

  BarrierState barrier(int number) {
    return barriers.get(number);
  }

  boolean haveAllEnded() {
    return agents.stream().noneMatch(agent -> agent.place() >= 0);
  }

  // --- Facts ------------------------------------------------------------------------------------

  /** Does what has to be the case for a path agree with what is known? */
  boolean allows(Path path) {
    for (Path.Draw draw : path.draws()) {
      int at = find(draw.fact());
      if (at >= 0 && facts[at + 1] != (int) draw.value()) {
        return false;
      }
    }
    return true;
  }

  void learn(Path path) {
    for (Path.Draw draw : path.draws()) {
      if (find(draw.fact()) < 0) {
        int[] more = Arrays.copyOf(facts, facts.length + 2);
        int at = facts.length;
        while (at > 0 && facts[at - 2] > draw.fact()) {
          more[at] = facts[at - 2];
          more[at + 1] = facts[at - 1];
          at -= 2;
        }
        more[at] = draw.fact();
        more[at + 1] = (int) draw.value();
        facts = more;
      }
    }
  }

  /** Forgets what nobody will ask for. */
  void forget(BitSet needed) {
    int kept = 0;
    int[] left = new int[facts.length];
    for (int i = 0; i < facts.length; i += 2) {
      if (needed.get(facts[i])) {
        left[kept++] = facts[i];
        left[kept++] = facts[i + 1];
      }
    }
    facts = Arrays.copyOf(left, kept);
  }

  private int find(int fact) {
    for (int i = 0; i < facts.length; i += 2) {
      if (facts[i] == fact) {
        return i;
      }
    }
    return -1;
  }

  // --- Waiting ----------------------------------------------------------------------------------

  /** Lets what is on its way to a barrier come. */
  void land(int barrier) {
    int[] over = barriers.get(barrier).land();
    for (int i = 0; i < over.length; i += 2) {
      agents.get(over[i]).endCopiesBefore(over[i + 1]);
    }
  }

  boolean hasMet(int agent, int meeting) {
    return named[MEETING_WORDS * meeting + 2] > agents.get(agent).meeting();
  }

  String describeMeeting(int meeting) {
    return Words.format(
        "%d of %d threads have come",
        named[MEETING_WORDS * meeting + 1], named[MEETING_WORDS * meeting]);
  }

  // --- Events -----------------------------------------------------------------------------------

  /** An agent does something; what is wrong with that, or null. */
  @Nullable Fault apply(int number, Event event) {
    AgentState agent = agents.get(number);
    return switch (event) {
      case Event.Touch touch -> touch(number, touch.footprint());
      case Event.BeginBox box -> box(number, box);
      case Event.BeginCopy copy -> {
        Fault fault = touchAll(number, copy.footprints());
        for (Footprint footprint : copy.footprints()) {
          agent.beginCopy(footprint.number());
          fault = fault == null ? bring(number, footprint) : fault;
        }
        yield fault;
      }
      case Event.CommitCopies _ -> {
        agent.commitCopies();
        yield null;
      }
      case Event.AwaitCopies wait -> {
        agent.awaitCopies(wait.pending());
        yield null;
      }
      case Event.BeginProduct product -> {
        Fault fault = touchAll(number, product.footprints());
        agent.beginProduct(product.footprints().stream().mapToInt(Footprint::number).toArray());
        yield fault;
      }
      case Event.AwaitProducts wait -> {
        agent.awaitProducts(wait.pending());
        yield null;
      }
      case Event.BeginStore store -> {
        int buffer = store.taken().buffer();
        agent.endStores(taken -> model.footprints().get(taken).buffer() == buffer);
        Fault fault = race(number, store.filled());
        markWritten(store.filled());
        agent.beginStore(store.taken().number());
        yield fault;
      }
      case Event.Arrive arrive ->
          barriers.get(arrive.barrier()).arrive(arrive.site(), arrive.count());
      case Event.Expect expect ->
          barriers.get(expect.barrier()).expect(expect.site(), expect.bytes());
      case Event.ArriveBehindCopies late ->
          barriers
              .get(late.barrier())
              .arriveBehindCopies(late.site(), number, late.count(), agent.copiesBegun());
      case Event.Come come -> come(agent, come);
      case Event.Fence _ -> {
        unfenced = NONE;
        yield null;
      }
      case Event.Initialize begin -> initialize(begin);
      case Event.Turn turn -> turn(number, turn);
    };
  }

  private @Nullable Fault touchAll(int number, List<Footprint> footprints) {
    for (Footprint footprint : footprints) {
      Fault fault = touch(number, footprint);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private @Nullable Fault touch(int number, Footprint footprint) {
    Fault fault = race(number, footprint);
    if (fault == null) {
      fault = fence(number, footprint);
    }
    if (fault != null) {
      return fault;
    }
    if (footprint.isRead()) {
      readAll(footprint);
      return unwritten(number, footprint);
    }
    markWritten(footprint);
    if (model.fenced()
        && footprint.proxy() == Proxy.GENERIC
        && model.buffers().get(footprint.buffer()).watched()) {
      unfenced = with(unfenced, footprint.number());
    }
    return null;
  }

  private static int[] with(int[] sorted, int number) {
    if (Arrays.binarySearch(sorted, number) >= 0) {
      return sorted;
    }
    int[] longer = Arrays.copyOf(sorted, sorted.length + 1);
    longer[sorted.length] = number;
    Arrays.sort(longer);
    return longer;
  }

  private @Nullable Fault box(int number, Event.BeginBox box) {
    Fault fault = touch(number, box.target());
    if (fault != null) {
      return fault;
    }
    fault = bring(number, box.target());
    if (fault != null) {
      return fault;
    }
    BarrierState barrier = barriers.get(box.barrier());
    fault = barrier.send(box.site(), box.target().number(), box.bytes());
    for (Footprint source : box.source()) {
      if (fault == null) {
        fault = touch(number, source);
        barrier.send(box.site(), source.number(), 0);
      }
    }
    return fault;
  }

  private @Nullable Fault come(AgentState agent, Event.Come come) {
    int at = MEETING_WORDS * come.named();
    int present = named[at + 1];
    if (present > 0 && named[at] != come.wanted()) {
      return Fault.of(
          come.site(),
          Words.format(
              "wrong count of threads: comes to a numbered barrier for %d threads, to which others"
                  + " have come for %d",
              come.wanted(), named[at]));
    }
    if (present + come.threads() > come.wanted()) {
      return Fault.of(
          come.site(),
          Words.format(
              "wrong count of threads: brings %d threads to a numbered barrier that waits for %d"
                  + " more of %d",
              come.threads(), come.wanted() - present, come.wanted()));
    }
    named[at] = come.wanted();
    named[at + 1] = present + come.threads();
    agent.comeTo(named[at + 2]);
    if (named[at + 1] == come.wanted()) {
      named[at + 1] = 0;
      named[at + 2]++;
    }
    return null;
  }

  private @Nullable Fault initialize(Event.Initialize begin) {
    for (int i = 0; i < begin.size(); i++) {
      Fault fault = barriers.get(begin.first() + i).initialize(begin.site());
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private @Nullable Fault turn(int number, Event.Turn turn) {
    AgentState agent = agents.get(number);
    if (agent.hasTurn() == turn.takes()) {
      String does =
          turn.takes() ? "takes a turn before it has passed on its last" : "passes on no turn";
      return Fault.of(turn.site(), name(number) + " " + does);
    }
    agent.turn(turn.takes());
    return null;
  }

  // --- Memory -----------------------------------------------------------------------------------

  private @Nullable Fault race(int number, Footprint footprint) {
    Footprint[] other = new Footprint[1];
    int[] owner = new int[] {-1};
    for (int i = 0; i < agents.size(); i++) {
      int who = i;
      agents
          .get(i)
          .forEachUnderWay(underWay -> {
            Footprint found = model.footprints().get(underWay);
            boolean chained =
                who == number
                    && footprint.kind() == Kind.SUM
                    && found.kind() == Kind.SUM
                    && footprint.isSame(found);
            if (other[0] == null && !chained && footprint.conflictsWith(found)) {
              other[0] = found;
              owner[0] = who;
            }
          });
    }
    for (BarrierState barrier : barriers) {
      barrier.forEachBox(underWay -> {
        Footprint found = model.footprints().get(underWay);
        if (other[0] == null && footprint.conflictsWith(found)) {
          other[0] = found;
        }
      });
    }
    if (other[0] == null) {
      return null;
    }
    return new Fault(
        footprint.site(),
        "race: " + name(number) + " " + describe(footprint) + ", which " + underWay(other[0]),
        List.of(
            new Fault.Remark(
                other[0].site(),
                (owner[0] < 0 ? "it" : name(owner[0]))
                    + " began that here, and nothing says that it is over")));
  }

  private String underWay(Footprint other) {
    return other.site().op() + (other.isRead() ? " may still be reading" : " may still be writing");
  }

  private @Nullable Fault fence(int number, Footprint footprint) {
    if (!model.fenced() || footprint.proxy() != Proxy.ASYNC) {
      return null;
    }
    for (int dirty : unfenced) {
      Footprint other = model.footprints().get(dirty);
      if (footprint.overlaps(other)) {
        String does = footprint.isRead() ? "reads" : "writes";
        return new Fault(
            footprint.site(),
            Words.format(
                "missing proxy fence: %s %s %s by the asynchronous path, and no fence follows the"
                    + " ordinary write before",
                name(number), does, describePlace(footprint)),
            List.of(new Fault.Remark(other.site(), "it was written here")));
      }
    }
    return null;
  }

  /**
   * Something is brought behind its operation; what it takes the place of should have been read.
   */
  private @Nullable Fault bring(int number, Footprint footprint) {
    if (footprint.isRead() || !model.buffers().get(footprint.buffer()).strict()) {
      return null;
    }
    for (int before : unread) {
      Footprint other = model.footprints().get(before);
      if (footprint.overlaps(other)) {
        return new Fault(
            footprint.site(),
            Words.format(
                "overwritten: %s fills %s again before anyone has read what was brought there",
                name(number), describePlace(footprint)),
            List.of(new Fault.Remark(other.site(), "that was brought here")));
      }
    }
    unread = with(unread, footprint.number());
    return null;
  }

  private void readAll(Footprint footprint) {
    for (int before : unread) {
      if (footprint.overlaps(model.footprints().get(before))) {
        unread =
            Arrays.stream(unread)
                .filter(each -> !footprint.overlaps(model.footprints().get(each)))
                .toArray();
        return;
      }
    }
  }

  private void markWritten(Footprint footprint) {
    Buffer buffer = model.buffers().get(footprint.buffer());
    if (buffer.watched()) {
      int base = base(footprint.buffer());
      written.set(base + first(footprint, buffer), base + end(footprint, buffer));
    }
  }

  private @Nullable Fault unwritten(int number, Footprint footprint) {
    Buffer buffer = model.buffers().get(footprint.buffer());
    if (!buffer.filled()) {
      return null;
    }
    int base = base(footprint.buffer());
    int at = written.nextClearBit(base + first(footprint, buffer));
    if (at >= base + end(footprint, buffer)) {
      return null;
    }
    return Fault.of(
        footprint.site(),
        Words.format(
            "not filled: %s %s, which nothing has filled", name(number), describe(footprint)));
  }

  private static int base(int buffer) {
    return buffer * MOST_SLOTS;
  }

  private static int first(Footprint footprint, Buffer buffer) {
    boolean whole = buffer.slots() == 1 || footprint.from().length == 0;
    return whole ? 0 : Math.clamp(footprint.from()[0], 0, buffer.slots());
  }

  private static int end(Footprint footprint, Buffer buffer) {
    boolean whole = buffer.slots() == 1 || footprint.to().length == 0;
    return whole
        ? buffer.slots()
        : Math.clamp(footprint.to()[0], first(footprint, buffer), buffer.slots());
  }

  // --- Ends -------------------------------------------------------------------------------------

  /** An agent has come to its end; what is wrong with that, or null. */
  @Nullable Fault end(int number, Site last) {
    AgentState agent = agents.get(number);
    agent.go(AgentState.ENDED);
    agent.endStores(_ -> true);
    if (agent.hasProducts()) {
      return Fault.of(last, name(number) + " ends while a product of it is under way");
    }
    return agent.hasTurn()
        ? Fault.of(last, name(number) + " ends without passing on its turn")
        : null;
  }

  /** What is wrong where all agents have ended, or null. */
  @Nullable Fault settle() {
    for (int i = 0; i < barriers.size(); i++) {
      BarrierState barrier = barriers.get(i);
      Barrier made = model.barriers().get(i);
      if (barrier.hasBoxes()) {
        return Fault.of(
            made.site(),
            Words.format(
                "unbalanced: the block ends while a box is on its way to %s, whose phase %d nobody"
                    + " waits for",
                made.name(), barrier.phase()));
      }
      if (barrier.canLand()) {
        land(i);
      }
      if (!barrier.isBetweenPhases()) {
        return Fault.of(
            made.site(),
            "unbalanced: the block ends while "
                + made.name()
                + " is not between phases: "
                + barrier.describe());
      }
    }
    return null;
  }

  // --- Words ------------------------------------------------------------------------------------

  String name(int agent) {
    return model.agents().get(agent).name();
  }

  /** What is done to which slot of which buffer. */
  String describe(Footprint footprint) {
    String does =
        switch (footprint.kind()) {
          case READ -> "reads";
          case WRITE -> "writes";
          case ATOMIC -> "updates";
          case SUM -> "adds to";
        };
    return does + " " + describePlace(footprint);
  }

  String describePlace(Footprint footprint) {
    Buffer buffer = model.buffers().get(footprint.buffer());
    if (buffer.slots() == 1) {
      return buffer.name();
    }
    int first = first(footprint, buffer);
    int end = end(footprint, buffer);
    String slots = end == first + 1 ? "slot " + first : "slots " + first + " to " + (end - 1);
    return slots + " of " + buffer.name();
  }
}
