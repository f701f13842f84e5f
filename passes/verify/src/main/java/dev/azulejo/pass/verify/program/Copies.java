// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Access.Completion;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.pass.verify.model.Event;
import dev.azulejo.pass.verify.model.Footprint;
import dev.azulejo.pass.verify.model.Footprint.Kind;
import dev.azulejo.pass.verify.model.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operations do to buffers: they say it themselves, and when it is over. */
final class Copies {
  private final Relevance relevance;
  private final Values values;
  private final Memory memory;
  private final Cluster cluster;
  private final Trips trips;
  private final Map<Operation, List<Access>> watched = new IdentityHashMap<>();
  private final Map<Fetch, List<Integer>> sources = new HashMap<>();

  /** The how manieth execution of an operation, by blocks of which one is the first. */
  private record Fetch(Operation op, int first, long count) {}

  Copies(Relevance relevance, Values values, Memory memory, Cluster cluster, Trips trips) {
    this.relevance = relevance;
    this.values = values;
    this.memory = memory;
    this.cluster = cluster;
    this.trips = trips;
  }

  /** Adds what an operation does to buffers to the events of a way. */
  void perform(Draft draft, int block, Operation op) throws MissingFact {
    List<Access> watched = watched(op);
    if (watched.isEmpty()) {
      return;
    }
    Site site = memory.site(op);
    List<Event> events = new ArrayList<>();
    if (!staged(draft, block, op, watched, events)) {
      for (Access access : watched) {
        if (access.completion() == Completion.AT_ONCE && !isRepeated(access, watched, op)) {
          events.add(new Event.Touch(site, footprint(draft, block, op, access, kind(access, op))));
        }
      }
      group(draft, block, op, watched, Completion.ASYNC_GROUP, events);
      group(draft, block, op, watched, Completion.MATRIX_GROUP, events);
      boxes(draft, block, op, watched, events);
    }
    events.forEach(draft::add);
  }

  /** Does an operation touch what several agents may touch? */
  boolean isShared(Operation op) {
    return watched(op).stream()
        .anyMatch(access ->
            access.region() != null && Space.of(access.region().root()) != Space.FRAGMENT);
  }

  /** The barrier that bytes of an operation count on, or -1. */
  int barrier(Draft draft, int block, Operation op) throws MissingFact {
    for (Access access : watched(op)) {
      BufferRegion counts = access.barrier();
      if (counts != null && op.attribute("multicast") == null) {
        return memory.barrier(block, counts.buffer(), number(draft, counts.offsets().getFirst()));
      }
    }
    return -1;
  }

  private List<Access> watched(Operation op) {
    List<Access> known = watched.get(op);
    if (known == null) {
      known = new ArrayList<>();
      for (Access access : relevance.accesses(op).all()) {
        if (isWatched(access)) {
          known.add(access);
        }
      }
      watched.put(op, known);
    }
    return known;
  }

  /** Memory on chip, and tensors that are read behind operations while others write them. */
  private boolean isWatched(Access access) {
    BufferRegion region = access.region();
    if (region == null || access.mode() == Access.Mode.ALLOCATE) {
      return false;
    }
    Space space = Space.of(region.root());
    return space == Space.SHARED
        || space == Space.FRAGMENT
        || (space == Space.GLOBAL
            && relevance.isWritten(region.root())
            && (access.completion() != Completion.AT_ONCE ? access.isRead() : access.isWrite()));
  }

  private static boolean isAtomic(Operation op) {
    return op.name().contains("atomic");
  }

  private static Kind kind(Access access, Operation op) {
    if (access.isWrite() && isAtomic(op)) {
      return Kind.ATOMIC;
    }
    return access.isRead() ? Kind.READ : Kind.WRITE;
  }

  /** Is a read part of an update that is told of as one? */
  private static boolean isRepeated(Access access, List<Access> all, Operation op) {
    if (!access.isRead() || !isAtomic(op)) {
      return false;
    }
    return all.stream()
        .anyMatch(other -> other.isWrite() && access.target().equals(other.target()));
  }

  /** A buffer that is filled, and taken away behind the operation. */
  private boolean staged(
      Draft draft, int block, Operation op, List<Access> watched, List<Event> events)
      throws MissingFact {
    Access filled = null;
    Access taken = null;
    for (Access access : watched) {
      BufferRegion region = access.region();
      boolean isShared = region != null && Space.of(region.root()) == Space.SHARED;
      if (isShared && access.isWrite() && access.completion() == Completion.AT_ONCE) {
        filled = access;
      }
      if (isShared && access.isRead() && access.completion() == Completion.ASYNC_GROUP) {
        taken = access;
      }
    }
    if (filled == null || taken == null) {
      return false;
    }
    Site site = memory.site(op);
    for (Access access : watched) {
      if (access != filled && access.completion() == Completion.AT_ONCE) {
        events.add(new Event.Touch(site, footprint(draft, block, op, access, kind(access, op))));
      }
    }
    events.add(
        new Event.BeginStore(
            site,
            footprint(draft, block, op, filled, Kind.WRITE),
            footprint(draft, block, op, taken, Kind.READ)));
    return true;
  }

  private void group(
      Draft draft,
      int block,
      Operation op,
      List<Access> watched,
      Completion completion,
      List<Event> events)
      throws MissingFact {
    boolean isProduct = completion == Completion.MATRIX_GROUP;
    List<Footprint> footprints = new ArrayList<>();
    for (Access access : watched) {
      if (access.completion() != completion) {
        continue;
      }
      boolean isUpdated =
          isProduct
              && access.isRead()
              && watched.stream()
                  .anyMatch(other -> other.isWrite() && other.target().equals(access.target()));
      if (!isUpdated) {
        Kind kind = access.isRead() ? Kind.READ : isProduct ? Kind.SUM : Kind.WRITE;
        footprints.add(footprint(draft, block, op, access, kind));
      }
    }
    if (!footprints.isEmpty()) {
      Site site = memory.site(op);
      events.add(
          isProduct
              ? new Event.BeginProduct(site, footprints)
              : new Event.BeginCopy(site, footprints));
    }
  }

  private void boxes(Draft draft, int block, Operation op, List<Access> watched, List<Event> events)
      throws MissingFact {
    List<Footprint> sources = new ArrayList<>();
    for (Access access : watched) {
      if (access.completion() == Completion.BARRIER && access.isRead()) {
        sources.add(footprint(draft, block, op, access, Kind.READ));
      }
    }
    for (Access access : watched) {
      BufferRegion counts = access.barrier();
      if (access.completion() == Completion.BARRIER && access.isWrite() && counts != null) {
        box(draft, block, op, access, counts, sources, events);
      }
    }
  }

  private void box(
      Draft draft,
      int block,
      Operation op,
      Access access,
      BufferRegion counts,
      List<Footprint> sources,
      List<Event> events)
      throws MissingFact {
    long index = number(draft, counts.offsets().getFirst());
    long[] dimensions =
        op.attribute("multicast") instanceof DenseArrayAttr along ? along.asLongs() : new long[0];
    List<Integer> blocks = cluster.along(block, dimensions);
    if (blocks.size() > 1) {
      sameSource(draft, op, blocks.getFirst());
    }
    long bytes = bytes(access) / blocks.size();
    for (int other : blocks) {
      int barrier = memory.barrier(other, counts.buffer(), index);
      if (barrier < 0) {
        throw new Actions.BadProgram(
            op.error(
                "uses barrier %d of an array of type %s",
                index, counts.buffer().type().toString()));
      }
      Footprint target =
          part(
              footprint(draft, other, op, access, Kind.WRITE),
              blocks.indexOf(block),
              blocks.size());
      events.add(new Event.BeginBox(memory.site(op), barrier, bytes, target, sources));
    }
  }

  /** All blocks that fetch parts of a box must mean the same box. */
  private void sameSource(Draft draft, Operation op, int first) {
    if (values.terms().facts().areUsed()) {
      return;
    }
    int counter = relevance.counter(op);
    Term before = draft.value(counter);
    long count = before == null ? 0 : before.evaluate(Known.NOTHING);
    draft.set(counter, values.terms().known(count + 1));
    List<Integer> places = new ArrayList<>();
    for (Access read : relevance.accesses(op).reads()) {
      BufferRegion region = read.region();
      if (region != null) {
        for (Offset offset : region.offsets()) {
          if (offset instanceof Offset.Dynamic(Value value)) {
            places.add(values.of(draft, value).number());
          }
        }
      }
    }
    List<Integer> others = sources.putIfAbsent(new Fetch(op, first, count), places);
    if (others != null && !others.equals(places)) {
      throw new Actions.BadProgram(
          op.error(
              "multicasts different boxes: blocks of a cluster that fetch parts of one box for"
                  + " each other take them from different places"));
    }
  }

  /** One of several equal parts of what a footprint covers. */
  private Footprint part(Footprint whole, int number, int count) {
    return count == 1 ? whole : memory.part(whole, number, count);
  }

  private static long bytes(Access access) {
    BufferRegion region = access.region();
    if (region == null || !(region.buffer().type() instanceof MemRefType type)) {
      return 0;
    }
    long elements = 1;
    for (long size : region.sizes()) {
      elements *= size;
    }
    if (region.isWhole()) {
      elements = type.elementCount();
    }
    long width = type.bitSize() / Math.max(1, type.elementCount());
    return Math.ceilDiv(elements * width, Byte.SIZE);
  }

  private long number(Draft draft, Offset offset) throws MissingFact {
    return switch (offset) {
      case Offset.Constant constant -> constant.value();
      case Offset.Dynamic dynamic -> trips.number(draft, values.of(draft, dynamic.value()));
    };
  }

  private Footprint footprint(Draft draft, int block, Operation op, Access access, Kind kind)
      throws MissingFact {
    BufferRegion region = access.region();
    if (region == null) {
      throw new IllegalArgumentException("an access to no buffer");
    }
    @Nullable Long[] offsets = new Long[region.offsets().size()];
    boolean isRing = Memory.slots(region.root()) > 1;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] =
          switch (region.offsets().get(i)) {
            case Offset.Constant constant -> constant.value();
            case Offset.Dynamic(Value value) -> {
              if (Relevance.isDefinedIn(value, op)) {
                yield null;
              }
              var term = values.of(draft, value);
              boolean isAsked = i == 0 && isRing;
              yield isAsked || draft.known().missing(term) < 0 ? trips.number(draft, term) : null;
            }
          };
    }
    if (isRing && offsets.length > 0) {
      bounds(op, region, offsets[0]);
    }
    return memory.footprint(block, op, access, kind, offsets);
  }

  private void bounds(Operation op, BufferRegion region, @Nullable Long slot) {
    long size = region.sizes().getFirst();
    if (slot == null
        || !(region.buffer().type() instanceof MemRefType type)
        || type.shape()[0] < 0
        || size < 0) {
      return;
    }
    if (slot < 0 || slot + size > type.shape()[0]) {
      throw new Actions.BadProgram(
          op.error("uses slot %d of a buffer that has %d", slot, type.shape()[0]));
    }
  }
}
