// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.dialect.pipeline.ParityOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.pass.verify.model.Agent;
import dev.azulejo.pass.verify.model.Model;
import dev.azulejo.pass.verify.model.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The models of a launch: of blocks that do different things, of arguments that let loops run as
 * often as matters, and of other counts of loops where the one that is fixed does not matter.
 */
public final class LaunchModels {
  private static final int MANY_BLOCKS = 64;
  private static final int ROUNDS = 6;
  private static final long FEW_TRIPS = 8;
  private static final String FENCES = "explicit_fences";

  private final LaunchOp launch;
  private final int limit;
  private final Relevance relevance;
  private final @Nullable RolesOp roles;
  private final Cluster cluster;
  private final Memory memory;
  private final Facts facts;
  private final Terms terms;
  private final Values values;
  private final long depth;
  private final List<AgentOfLaunch> agents = new ArrayList<>();
  private final Set<List<Integer>> seen = new HashSet<>();

  /**
   * A model.
   *
   * @param about which case it is, in words
   * @param model it
   */
  public record Case(String about, Model model) {}

  /**
   * A loop that is shown with fewer iterations than it has.
   *
   * @param loop the loop
   * @param count how often it runs
   * @param shown how often it is shown to run
   */
  public record Trip(Operation loop, long count, long shown) {}

  /**
   * A model that is to be shown.
   *
   * @param block which block it is of, in words
   * @param model it
   * @param origins what its numbers stand for
   * @param cuts the loops that are shown with fewer iterations than they have
   */
  public record Shown(String block, Model model, Origins origins, List<Trip> cuts) {
    /** Copies the list. */
    public Shown {
      cuts = List.copyOf(cuts);
    }
  }

  /**
   * The models of a launch.
   *
   * @param limit how many places an agent may have at most
   */
  public LaunchModels(LaunchOp launch, int limit) {
    this.launch = launch;
    this.limit = limit;
    this.relevance = new Relevance(launch);
    this.roles = rolesOf(launch);
    this.cluster = new Cluster(launch.clusterSizes());
    this.depth = depth(launch);
    this.facts = new Facts(trips());
    this.terms = new Terms(facts);
    this.values = new Values(launch, relevance, terms);
    List<String> names = new ArrayList<>();
    for (int block = 0; block < cluster.size(); block++) {
      names.add(cluster.size() == 1 ? "" : " of block " + block);
    }
    this.memory = new Memory(launch, names);
    for (int block = 0; block < cluster.size(); block++) {
      addAgents(block, names.get(block));
    }
  }

  /** Is there anything in a launch that could go wrong? */
  public static boolean areNeeded(LaunchOp launch) {
    return Relevance.needsCheck(launch);
  }

  private static @Nullable RolesOp rolesOf(LaunchOp launch) {
    for (Operation op : launch.body().entry()) {
      if (op instanceof RolesOp found) {
        return found;
      }
    }
    return null;
  }

  private void addAgents(int block, String suffix) {
    RolesOp divided = roles;
    agents.add(new AgentOfLaunch("the block" + suffix, block, -1, launch.threads().longValue()));
    if (divided != null) {
      int number = 0;
      for (RolesOp.Role role : divided.roles()) {
        agents.add(
            new AgentOfLaunch(
                "role '" + role.name() + "'" + suffix, block, number++, role.threads()));
      }
    }
  }

  /** How many slots the deepest ring has. */
  private static long depth(LaunchOp launch) {
    long[] deepest = new long[] {1};
    launch.walk(op -> {
      long found =
          switch (op) {
            case SlotOp slot -> slot.depth().longValue();
            case ParityOp parity -> parity.depth().longValue();
            case AllocOp alloc -> alloc.versions().map(IntegerAttr::longValue).orElse(1L);
            default -> 1;
          };
      deepest[0] = Math.max(deepest[0], found);
    });
    return Math.min(deepest[0], 64);
  }

  /** How often loops are to run whose bounds are not fixed. */
  public long[] trips() {
    TreeSet<Long> all =
        new TreeSet<>(List.of(0L, 1L, 2L, depth - 1, depth, depth + 1, 2 * depth + 1));
    return all.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * Hands all different models to a visitor, until it says that it has had enough.
   *
   * @return what is wrong with the program whatever the order, or null
   */
  public @Nullable Diagnostic forEach(Predicate<Case> visitor) {
    try {
      visit(visitor);
      return null;
    } catch (Actions.BadProgram bad) {
      return bad.diagnostic();
    } catch (Walker.Undecided _) {
      return launch.error("not decided: whether it can hang or race takes too many steps");
    }
  }

  /**
   * Hands the one model to a visitor that shows what the launch does: of its first block, in which
   * loops that run for long end in the same slots but sooner.
   *
   * @return what is wrong with the program whatever the order, or null
   */
  public @Nullable Diagnostic show(Consumer<Shown> visitor) {
    try {
      Map<Operation, Long> shorter = new IdentityHashMap<>();
      List<LoopFamily> families = LoopFamily.of(launch, relevance);
      shorten(families, Math.max(FEW_TRIPS, 4 * depth), 2 * depth + 1, shorter);
      Map<Operation, Trip> trips = new IdentityHashMap<>();
      for (LoopFamily family : families) {
        for (ForOp loop : family.loops()) {
          Long shown = shorter.get(loop);
          if (shown != null) {
            trips.put(loop, new Trip(loop, family.count(), shown));
          }
        }
      }
      List<Trip> cuts = new ArrayList<>();
      launch.walk(op -> {
        Trip cut = trips.get(op);
        if (cut != null) {
          cuts.add(cut);
        }
      });
      long[] first = blocks().getFirst();
      Model model = model(first, shorter);
      Signature.of(model, limit);
      for (int round = 1; round < ROUNDS && facts.haveGrown(); round++) {
        model = model(first, shorter);
        Signature.of(model, limit);
      }
      Origins origins = new Origins(memory, agents, roles, cluster.size());
      visitor.accept(new Shown(about(first, ""), model, origins, cuts));
      return null;
    } catch (Actions.BadProgram bad) {
      return bad.diagnostic();
    } catch (Walker.Undecided _) {
      return launch.error("not shown: going through it takes too many steps");
    }
  }

  private void visit(Predicate<Case> visitor) {
    List<LoopFamily> families = LoopFamily.of(launch, relevance);
    Map<Operation, Long> shorter = new IdentityHashMap<>();
    shorten(families, 8 * depth, 4 * depth, shorter);
    List<long[]> blocks = blocks();
    Signature.of(model(blocks.getFirst(), shorter), limit);
    if (facts.areUsed()) {
      shorten(families, 2 * depth + 1, 1, shorter);
    }
    boolean isFirst = true;
    for (long[] base : blocks) {
      if (!offer(base, shorter, about(base, ""), visitor)) {
        return;
      }
      if (isFirst && !others(base, families, shorter, visitor)) {
        return;
      }
      isFirst = false;
    }
  }

  /** Where the count of loops does not matter, a smaller one does that ends in the same slot. */
  private void shorten(
      List<LoopFamily> families, long most, long least, Map<Operation, Long> shorter) {
    for (LoopFamily family : families) {
      if (family.count() > most) {
        long same = least + Math.floorMod(family.count() - least, 2 * depth);
        family.loops().forEach(loop -> shorter.put(loop, same));
      }
    }
  }

  private boolean others(
      long[] base,
      List<LoopFamily> families,
      Map<Operation, Long> shorter,
      Predicate<Case> visitor) {
    for (LoopFamily family : families) {
      for (long count : family.isInner() ? trips() : new long[0]) {
        if (cluster.size() > 1 && count > depth + 1) {
          // What one more turn shows, blocks that are alone have shown.
          continue;
        }
        if (count == family.count() || (count == 0 && !family.mayBeEmpty())) {
          continue;
        }
        Map<Operation, Long> instead = new IdentityHashMap<>(shorter);
        for (ForOp loop : family.loops()) {
          instead.put(loop, count);
        }
        String trips = "with " + count + " in place of " + family.count() + " iterations";
        if (!offer(base, instead, about(base, trips), visitor)) {
          return false;
        }
      }
    }
    return true;
  }

  private String about(long[] base, String more) {
    StringBuilder text = new StringBuilder("block [");
    for (int i = 0; i < base.length; i++) {
      text.append(i == 0 ? "" : ", ").append(base[i]);
    }
    return text.append(']').append(more.isEmpty() ? "" : " ").append(more).toString();
  }

  /** Builds a model and hands it over if there was none like it; false where that is enough. */
  private boolean offer(
      long[] base, Map<Operation, Long> instead, String about, Predicate<Case> visitor) {
    Model model = model(base, instead);
    List<Integer> signature = Signature.of(model, limit);
    for (int round = 1; round < ROUNDS && facts.haveGrown(); round++) {
      model = model(base, instead);
      signature = Signature.of(model, limit);
    }
    return !seen.add(signature) || visitor.test(new Case(about, model));
  }

  private Model model(long[] base, Map<Operation, Long> instead) {
    Trips trips = new Trips(terms, relevance, 2 * depth + 1, instead);
    Actions actions = new Actions(relevance, values, memory, cluster, trips, agents);
    Walker walker = new Walker(relevance, values, actions, trips, agents);
    List<Path.Fork> starts = new ArrayList<>();
    List<Agent> all = new ArrayList<>();
    for (int i = 0; i < agents.size(); i++) {
      AgentOfLaunch agent = agents.get(i);
      all.add(new Agent(agent.name(), agent.block(), group(agent)));
      if (agent.role() < 0) {
        @Nullable Term[] begin = begin(base, agent.block());
        starts.add(new Path.Fork(i, walker.start(i, launch.body().entry(), begin, Known.NOTHING)));
      }
    }
    return new Model(
        all,
        starts,
        memory.barriers(),
        memory.buffers(),
        memory.footprints(),
        Actions.NUMBERED * cluster.size(),
        launch.hasAttribute(FENCES));
  }

  /** From the third block of a cluster on, blocks move as the second one does. */
  private int group(AgentOfLaunch agent) {
    return Math.min(agent.block(), 1) * agents.size() + agent.role() + 1;
  }

  private @Nullable Term[] begin(long[] base, int block) {
    @Nullable Term[] begin = new Term[relevance.size() + counters()];
    long[] place = cluster.place(block);
    for (int d = 0; d < base.length; d++) {
      int number = relevance.number(launch.body().entry().argument(d));
      if (number >= 0) {
        begin[number] = terms.known(base[d] + place[d]);
      }
    }
    return begin;
  }

  /** Numbers that are given out later: at most one for each operation. */
  private int counters() {
    if (reserved < 0) {
      int[] count = new int[1];
      launch.walk(_ -> count[0]++);
      reserved = count[0];
    }
    return reserved;
  }

  private int reserved = -1;

  /** Blocks that may differ, by the places of the first block of each cluster. */
  private List<long[]> blocks() {
    List<Offset> sizes = launch.sizes();
    List<long[]> found = List.of(new long[0]);
    long all = 1;
    for (Offset size : sizes) {
      Long constant = size.constant();
      all = Math.min(MANY_BLOCKS + 1, all * (constant == null ? 2 : Math.max(1, constant)));
    }
    for (int d = 0; d < sizes.size(); d++) {
      List<long[]> longer = new ArrayList<>();
      for (long[] before : found) {
        for (long at : along(sizes.get(d).constant(), cluster.sizes()[d], all > MANY_BLOCKS)) {
          long[] place = java.util.Arrays.copyOf(before, d + 1);
          place[d] = at;
          longer.add(place);
        }
      }
      found = longer;
    }
    return found;
  }

  private static Set<Long> along(@Nullable Long size, long step, boolean few) {
    TreeSet<Long> places = new TreeSet<>();
    long last = size == null ? 1 : Math.max(0, size / step - 1);
    if (few || size == null) {
      places.addAll(List.of(0L, Math.min(1, last), last / 2, Math.max(0, last - 1), last));
    } else {
      for (long at = 0; at <= last; at++) {
        places.add(at);
      }
    }
    Set<Long> scaled = new TreeSet<>();
    places.forEach(place -> scaled.add(place * step));
    return scaled;
  }

  /** What a number stands for in words; for those who show models. */
  Map<Integer, String> names() {
    Map<Integer, String> names = new HashMap<>();
    for (int i = 0; i < agents.size(); i++) {
      names.put(i, agents.get(i).name());
    }
    return names;
  }
}
