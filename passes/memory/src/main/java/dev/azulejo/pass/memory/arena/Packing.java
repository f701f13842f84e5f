// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.arena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places for buffers, in bytes from the start of an arena. Buffers that some statement needs
 * together lie beside each other; each lies at a multiple of its alignment.
 *
 * @param places one a buffer
 * @param bytes how many the arena has
 */
public record Packing(List<Long> places, long bytes) {
  /** What an arena's size is a multiple of. */
  private static final long UNIT = 16;

  /** Copies the list. */
  public Packing {
    places = List.copyOf(places);
  }

  /** Puts buffers behind each other in their order. */
  public static Packing sequential(List<Tenant> tenants) {
    List<Long> places = new ArrayList<>();
    long top = 0;
    for (Tenant tenant : tenants) {
      long place = aligned(top, tenant.align());
      places.add(place);
      top = place + tenant.bytes();
    }
    return new Packing(places, aligned(top, UNIT));
  }

  /**
   * Gives bytes that are not needed any more to buffers that are needed later: the smallest gap
   * that suffices, else the one at the top made wider, else what is behind all. Where that makes
   * the arena no smaller, buffers lie behind each other.
   */
  public static Packing sharing(List<Tenant> tenants) {
    Packing packed = new Scan(tenants).run();
    Packing plain = sequential(tenants);
    return packed.bytes < plain.bytes ? packed : plain;
  }

  /** Do buffers that are needed together lie apart, all aligned and inside? */
  public boolean fits(List<Tenant> tenants) {
    for (int i = 0; i < tenants.size(); i++) {
      Tenant one = tenants.get(i);
      long start = places.get(i);
      if (start < 0 || start % one.align() != 0 || start + one.bytes() > bytes) {
        return false;
      }
      for (int j = 0; j < i; j++) {
        Tenant other = tenants.get(j);
        long otherStart = places.get(j);
        boolean isApart = start + one.bytes() <= otherStart || otherStart + other.bytes() <= start;
        if (one.meets(other) && !isApart) {
          return false;
        }
      }
    }
    return true;
  }

  private static long aligned(long place, long align) {
    return Math.ceilDiv(place, align) * align;
  }

  /** Some bytes that nobody needs at the moment. */
  private record Gap(long start, long end) {}

  /** One pass over the buffers in the order in which they are needed. */
  private static final class Scan {
    private final List<Tenant> tenants;
    private final Long[] places;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Integer> living = new ArrayList<>();
    private long top;

    Scan(List<Tenant> tenants) {
      this.tenants = tenants;
      this.places = new Long[tenants.size()];
    }

    Packing run() {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < places.length; i++) {
        order.add(i);
      }
      // Sorting keeps the order of equals: that of the program.
      order.sort(
          Comparator.comparingInt((Integer i) -> tenants.get(i).first())
              .thenComparingLong(i -> -tenants.get(i).bytes()));
      for (int i : order) {
        release(tenants.get(i).first());
        places[i] = place(tenants.get(i));
        living.add(i);
      }
      return new Packing(List.of(places), aligned(top, UNIT));
    }

    /** Takes back the bytes of those that were needed before a statement only. */
    private void release(int statement) {
      for (int i : List.copyOf(living)) {
        if (tenants.get(i).last() < statement) {
          living.remove(Integer.valueOf(i));
          free(places[i], places[i] + tenants.get(i).bytes());
        }
      }
    }

    private void free(long start, long end) {
      if (start >= end) {
        return;
      }
      long from = start;
      long to = end;
      for (Gap gap : List.copyOf(gaps)) {
        if (gap.end() == start || gap.start() == end) {
          gaps.remove(gap);
          from = Math.min(from, gap.start());
          to = Math.max(to, gap.end());
        }
      }
      gaps.add(new Gap(from, to));
    }

    private long place(Tenant tenant) {
      Gap best = best(tenant);
      long place;
      if (best != null) {
        gaps.remove(best);
        place = aligned(best.start(), tenant.align());
        free(best.start(), place);
        free(place + tenant.bytes(), best.end());
      } else {
        Gap last = last();
        long from = last == null ? top : last.start();
        if (last != null) {
          gaps.remove(last);
        }
        place = aligned(from, tenant.align());
        free(from, place);
        top = Math.max(top, place + tenant.bytes());
      }
      return place;
    }

    /** The smallest gap that suffices, the first of several. */
    private @Nullable Gap best(Tenant tenant) {
      Gap best = null;
      for (Gap gap : gaps) {
        boolean suffices = aligned(gap.start(), tenant.align()) + tenant.bytes() <= gap.end();
        if (suffices && (best == null || isBetter(gap, best))) {
          best = gap;
        }
      }
      return best;
    }

    private static boolean isBetter(Gap gap, Gap other) {
      long size = gap.end() - gap.start();
      long otherSize = other.end() - other.start();
      return size != otherSize ? size < otherSize : gap.start() < other.start();
    }

    /** The gap at the top, if there is one. */
    private @Nullable Gap last() {
      for (Gap gap : gaps) {
        if (gap.end() == top) {
          return gap;
        }
      }
      return null;
    }
  }
}
