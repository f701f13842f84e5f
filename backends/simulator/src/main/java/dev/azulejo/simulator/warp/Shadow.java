// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import org.jspecify.annotations.Nullable;

/**
 * Who touched the bytes of a memory, in cells of 16 bytes, so that races are found: two accesses to
 * a byte, one of them a write and not both atomic, that nothing orders. A warp's accesses are
 * ordered, and barriers order those of warps; those of blocks of different clusters are not. What a
 * {@link Transfer} does is ordered as it says. In shared memory an asynchronous access behind an
 * ordinary write needs a proxy fence between the two besides.
 */
final class Shadow {
  private static final int CELL_BITS = 4;
  private static final int CELL = 1 << CELL_BITS;
  private static final int PAGE_BITS = 10;
  private static final int PAGE = 1 << PAGE_BITS;

  private final @Nullable Access[] @Nullable [] pages;

  /** What an access does. */
  enum Kind {
    /** Reads. */
    READ,
    /** Writes. */
    WRITE,
    /** Reads and writes without a gap. */
    ATOMIC
  }

  /** An access to bytes of a cell; the accesses to a cell are a list. */
  static final class Access {
    private final Kind kind;
    private final int warp;
    private final int clock;
    private final long execution;
    private final long cluster;
    private final long block;
    private final @Nullable Transfer transfer;
    private final Location place;

    /** The lanes that made it, a bit each. */
    private int lanes;

    /** The bytes of the cell, a bit each, that nothing later stands for. */
    private int bytes;

    private @Nullable Access next;

    Access(
        Kind kind, Warp warp, int lanes, int bytes, @Nullable Transfer transfer, Location place) {
      this.kind = kind;
      this.warp = warp.agent();
      this.clock = warp.clock().seen(warp.agent());
      this.execution = warp.execution();
      this.cluster = warp.block().cluster().number();
      this.block = warp.block().number();
      this.transfer = transfer;
      this.lanes = lanes;
      this.place = place;
      this.bytes = bytes;
    }

    /** What it does. */
    Kind kind() {
      return kind;
    }

    /** The warp of its cluster that made it. */
    int warp() {
      return warp;
    }

    /** The cluster that made it. */
    long cluster() {
      return cluster;
    }

    /** The block that made it. */
    long block() {
      return block;
    }

    /** Where it stands in the program. */
    Location place() {
      return place;
    }

    /** What it is part of, or null where its warp itself did it. */
    @Nullable Transfer transfer() {
      return transfer;
    }

    /** Is it of something that no wait covers? */
    boolean isUnderWay() {
      return transfer != null && transfer.isUnderWay();
    }

    private boolean isAsynchronous() {
      return transfer != null && transfer.isAsynchronous();
    }

    /** Is it of the same execution of an instruction? */
    private boolean isPartOf(Warp other, Kind otherKind, Location otherPlace) {
      return transfer == null
          && kind == otherKind
          && place == otherPlace
          && warp == other.agent()
          && execution == other.execution();
    }

    /** Does anything order it before what a warp does now? */
    boolean isBefore(Warp other) {
      if (cluster != other.block().cluster().number()) {
        return false;
      }
      if (transfer != null) {
        return transfer.isSeen(other.clock());
      }
      return warp == other.agent()
          ? execution != other.execution()
          : clock <= other.clock().seen(warp);
    }

    /** Does a proxy fence stand between it and what a warp does now? */
    private boolean isFenced(Warp other) {
      for (int rest = lanes; rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        boolean fenced =
            transfer == null
                ? clock <= other.clock().fenced(warp * Warp.LANES + lane)
                : transfer.isFenced(other.clock(), lane);
        if (!fenced) {
          return false;
        }
      }
      return true;
    }
  }

  private final boolean hasProxies;

  /**
   * Of a memory of so many bytes.
   *
   * @param hasProxies whether asynchronous accesses need a proxy fence behind ordinary writes
   */
  Shadow(int size, boolean hasProxies) {
    this.hasProxies = hasProxies;
    pages = new Access[(size + PAGE * CELL - 1) / (PAGE * CELL)][];
  }

  /**
   * Notes an access of a warp; what it conflicts with is given back instead.
   *
   * @param lane the lane that makes it
   * @param offset the first byte
   * @param count how many bytes, all in one cell
   * @param transfer what does it, or null where the warp itself does
   */
  @Nullable Access touch(
      Warp warp,
      int lane,
      Kind kind,
      int offset,
      int count,
      @Nullable Transfer transfer,
      Location place) {
    int cell = offset >>> CELL_BITS;
    @Nullable Access @Nullable [] page = pages[cell >>> PAGE_BITS];
    if (page == null) {
      page = new Access[PAGE];
      pages[cell >>> PAGE_BITS] = page;
    }
    int bytes = ((1 << count) - 1) << (offset & (CELL - 1));
    Access first = page[cell & (PAGE - 1)];
    boolean asynchronous = transfer != null && transfer.isAsynchronous();
    Access conflict = conflict(first, warp, kind, bytes, asynchronous);
    if (conflict == null) {
      page[cell & (PAGE - 1)] = noted(first, warp, kind, lane, bytes, transfer, place);
    }
    return conflict;
  }

  /** What an asynchronous access of a warp would conflict with, without noting it. */
  @Nullable Access conflict(Warp warp, Kind kind, int offset, int count) {
    int cell = offset >>> CELL_BITS;
    @Nullable Access @Nullable [] page = pages[cell >>> PAGE_BITS];
    int bytes = ((1 << count) - 1) << (offset & (CELL - 1));
    return page == null ? null : conflict(page[cell & (PAGE - 1)], warp, kind, bytes, true);
  }

  private @Nullable Access conflict(
      @Nullable Access first, Warp warp, Kind kind, int bytes, boolean asynchronous) {
    for (Access old = first; old != null; old = old.next) {
      if ((old.bytes & bytes) != 0 && conflicts(old, warp, kind, asynchronous)) {
        return old;
      }
    }
    return null;
  }

  private boolean conflicts(Access old, Warp warp, Kind kind, boolean asynchronous) {
    if (kind != Kind.WRITE && kind == old.kind) {
      return false;
    }
    if (!old.isBefore(warp)) {
      return true;
    }
    boolean crosses = hasProxies && asynchronous && !old.isAsynchronous() && old.kind != Kind.READ;
    return crosses && !old.isFenced(warp);
  }

  /** The list with an access more, and without those that it stands for. */
  private static Access noted(
      @Nullable Access first,
      Warp warp,
      Kind kind,
      int lane,
      int bytes,
      @Nullable Transfer transfer,
      Location place) {
    int lanes = 1 << lane;
    long cluster = warp.block().cluster().number();
    @Nullable Access kept = null;
    @Nullable Access elsewhere = null;
    Access next;
    for (Access old = first; old != null; old = next) {
      next = old.next;
      if (old.cluster != cluster) {
        // Accesses of other clusters conflict with the same ones: one stands for all of a kind.
        if (elsewhere != null && elsewhere.kind == old.kind) {
          elsewhere.bytes |= old.bytes;
          continue;
        }
        elsewhere = old;
      } else if (!old.isUnderWay() && standsFor(old, warp, kind, transfer)) {
        if (transfer == null && old.isPartOf(warp, kind, place)) {
          bytes |= old.bytes;
          lanes |= old.lanes;
          continue;
        }
        old.bytes &= ~bytes;
        if (old.bytes == 0) {
          continue;
        }
      }
      old.next = kept;
      kept = old;
    }
    var made = new Access(kind, warp, lanes, bytes, transfer, place);
    made.next = kept;
    return made;
  }

  /**
   * Does an access conflict with all that an earlier one of its bytes conflicts with? What comes
   * behind a write comes behind all that the write came behind.
   */
  private static boolean standsFor(Access old, Warp warp, Kind kind, @Nullable Transfer transfer) {
    if (kind == Kind.WRITE) {
      return true;
    }
    boolean plain = old.transfer == null && transfer == null;
    return old.kind == kind && (plain ? old.warp == warp.agent() : old.isBefore(warp));
  }
}
