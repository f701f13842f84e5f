// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.pass.verify.model.Barrier;
import dev.azulejo.pass.verify.model.Buffer;
import dev.azulejo.pass.verify.model.Footprint;
import dev.azulejo.pass.verify.model.Footprint.Kind;
import dev.azulejo.pass.verify.model.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The buffers and barriers of the blocks of a launch that run together. */
final class Memory {
  private static final int MOST_SLOTS = 64;

  private final int blocks;
  private final Map<Value, Integer> buffers = new LinkedHashMap<>();
  private final List<Buffer> listed = new ArrayList<>();
  private final Map<Value, Integer> arrays = new HashMap<>();
  private final List<Barrier> barriers = new ArrayList<>();
  private final List<Footprint> footprints = new ArrayList<>();
  private final Map<String, Footprint> known = new HashMap<>();
  private final Map<Operation, Site> sites = new IdentityHashMap<>();
  private final Map<Operation, Integer> numbers = new IdentityHashMap<>();
  private final List<AllocOp> barrierArrays = new ArrayList<>();
  private final List<Value> roots = new ArrayList<>();
  private int barriersOfBlock;

  Memory(LaunchOp launch, List<String> names) {
    this.blocks = names.size();
    List<AllocOp> made = new ArrayList<>();
    launch.walk(op -> {
      if (op instanceof AllocOp alloc) {
        made.add(alloc);
      }
    });
    for (AllocOp alloc : made) {
      arrays.put(alloc.array(), barriersOfBlock);
      barriersOfBlock += alloc.counts().size();
    }
    barrierArrays.addAll(made);
    for (String block : names) {
      for (int i = 0; i < made.size(); i++) {
        long[] counts = made.get(i).counts().asLongs();
        for (int slot = 0; slot < counts.length; slot++) {
          String array = made.size() == 1 ? "" : " of array " + i;
          barriers.add(
              new Barrier(
                  "barrier " + slot + array + block, (int) counts[slot], site(made.get(i))));
        }
      }
    }
  }

  List<Barrier> barriers() {
    return barriers;
  }

  List<Buffer> buffers() {
    return listed;
  }

  List<Footprint> footprints() {
    return footprints;
  }

  /** The values that buffers are, by their numbers. */
  List<Value> roots() {
    return roots;
  }

  /** What makes barriers, in the order of their numbers. */
  List<AllocOp> barrierArrays() {
    return barrierArrays;
  }

  /** The operations that have been asked for, with their sites. */
  Map<Operation, Site> sites() {
    return sites;
  }

  Site site(Operation op) {
    return sites.computeIfAbsent(op, each -> new Site(sites.size(), each.location(), each.name()));
  }

  /** The number of a barrier, or -1 where the array has none of that index. */
  int barrier(int block, Value array, long index) {
    Integer first = arrays.get(array);
    long size =
        array.type() instanceof dev.azulejo.dialect.barrier.BarrierArrayType type ? type.size() : 0;
    if (first == null || index < 0 || index >= size) {
      return -1;
    }
    return block * barriersOfBlock + first + (int) index;
  }

  /** Into how many slots a buffer is divided. */
  static int slots(Value root) {
    if (!(root.type() instanceof MemRefType type)
        || !(root.definingOp() instanceof dev.azulejo.dialect.tile.AllocOp alloc)
        || type.rank() == 0) {
      return 1;
    }
    if (alloc.versions().isPresent()) {
      return Math.clamp(alloc.versions().map(IntegerAttr::longValue).orElse(1L), 1, MOST_SLOTS);
    }
    long first = type.shape()[0];
    return type.rank() > 2 && first > 1 && first <= MOST_SLOTS ? (int) first : 1;
  }

  private int buffer(int block, Value root) {
    Integer first = buffers.get(root);
    if (first == null) {
      first = listed.size();
      buffers.put(root, first);
      boolean isShared = Space.of(root) == Space.SHARED;
      for (int i = 0; i < blocks; i++) {
        listed.add(new Buffer(name(root), slots(root), isShared, isFilled(root), isStrict(root)));
        roots.add(root);
      }
    }
    return first + (Space.of(root) == Space.GLOBAL ? 0 : block);
  }

  /** Is a buffer certain to be filled, so that nobody may read it before? */
  private static boolean isFilled(Value root) {
    return Space.of(root) == Space.SHARED
        && (slots(root) > 1
            || Relevance.users(root).stream()
                .filter(user -> Accesses.of(user).writes().stream().anyMatch(w -> isOf(w, root)))
                .anyMatch(user -> user.enclosing(IfOp.class) == null));
  }

  private static boolean isOf(Access access, Value root) {
    return access.region() != null && access.region().root() == root;
  }

  /** Is a ring filled and read without conditions? */
  private static boolean isStrict(Value root) {
    if (!(root.definingOp() instanceof dev.azulejo.dialect.tile.AllocOp alloc)
        || alloc.versions().isEmpty()) {
      return false;
    }
    boolean isRead = false;
    for (Operation user : Relevance.users(root)) {
      if (user.enclosing(IfOp.class) != null
          || user.enclosing(WhileOp.class) != null
          || user instanceof ViewLike) {
        return false;
      }
      isRead |=
          Accesses.of(user).reads().stream()
              .anyMatch(read -> read.region() != null && read.region().root() == root);
    }
    return isRead;
  }

  private static String name(Value root) {
    Space space = Space.of(root);
    String what = space == null || space == Space.GLOBAL ? "tensor" : space.spelling() + " buffer";
    Location.FileRange place = root.location().position();
    return place == null ? "a " + what : "the " + what + " of line " + place.line();
  }

  /** What an access touches, at the places that {@code offsets} say where they are known. */
  Footprint footprint(int block, Operation op, Access access, Kind kind, @Nullable Long[] offsets) {
    BufferRegion region = access.region();
    if (region == null) {
      throw new IllegalArgumentException("an access to no buffer");
    }
    Value root = region.root();
    long[] shape = root.type() instanceof MemRefType type ? type.shape() : new long[0];
    long[] seen = region.buffer().type() instanceof MemRefType type ? type.shape() : new long[0];
    long[] from = new long[shape.length];
    long[] to = new long[shape.length];
    boolean isView = region.buffer() != root;
    for (int i = 0; i < shape.length; i++) {
      boolean fits = !isView || (i == 0 && seen.length > 0 && seen[0] == shape[0]);
      Long offset = fits && i < offsets.length ? offsets[i] : null;
      long size = offset == null || i >= region.sizes().size() ? 0 : region.sizes().get(i);
      boolean isKnown = offset != null && size != BufferRegion.UNKNOWN && size >= 0;
      from[i] = isKnown && offset != null ? offset : 0;
      to[i] = isKnown && offset != null ? offset + size : shape[i] < 0 ? Long.MAX_VALUE : shape[i];
    }
    return intern(block, op, root, from, to, kind, access.proxy());
  }

  private Footprint intern(
      int block, Operation op, Value root, long[] from, long[] to, Kind kind, Access.Proxy proxy) {
    int buffer = buffer(block, root);
    StringBuilder key = new StringBuilder();
    int number = numbers.computeIfAbsent(op, _ -> numbers.size());
    key.append(number).append(' ').append(buffer).append(kind).append(proxy);
    for (int i = 0; i < from.length; i++) {
      key.append(' ').append(from[i]).append(':').append(to[i]);
    }
    Footprint found = known.get(key.toString());
    if (found != null) {
      return found;
    }
    Footprint made = new Footprint(footprints.size(), site(op), buffer, from, to, kind, proxy);
    footprints.add(made);
    known.put(key.toString(), made);
    return made;
  }

  /** One of several equal parts of a footprint, along the first dimension that they divide. */
  Footprint part(Footprint whole, int number, int count) {
    for (int d = 0; d < whole.from().length; d++) {
      long size = whole.to()[d] - whole.from()[d];
      if (size > 1 && size % count == 0) {
        long[] from = whole.from().clone();
        long[] to = whole.to().clone();
        from[d] += number * (size / count);
        to[d] = from[d] + size / count;
        return partOf(whole, from, to);
      }
    }
    return whole;
  }

  private Footprint partOf(Footprint whole, long[] from, long[] to) {
    for (Footprint other : footprints) {
      if (other.site() == whole.site()
          && other.buffer() == whole.buffer()
          && other.kind() == whole.kind()
          && java.util.Arrays.equals(other.from(), from)
          && java.util.Arrays.equals(other.to(), to)) {
        return other;
      }
    }
    Footprint made =
        new Footprint(
            footprints.size(), whole.site(), whole.buffer(), from, to, whole.kind(), whole.proxy());
    footprints.add(made);
    return made;
  }
}
