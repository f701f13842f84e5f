// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import org.jspecify.annotations.Nullable;

/**
 * Who touched the bytes of a memory, in cells of 16 bytes, so that races are found: two accesses to
 * a byte, one of them a write and not both atomic, that nothing orders. A warp's accesses are
 * ordered, and barriers order those of warps; those of different blocks are not. What an
 * asynchronous copy does is ordered behind nothing, and from the wait that covers it on, like an
 * access of the warp that waited.
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
    private final long block;
    private final LaneCopies.@Nullable Copy copy;
    private final Location place;

    /** The bytes of the cell, a bit each, that nothing later stands for. */
    private int bytes;

    private @Nullable Access next;

    Access(Kind kind, Warp warp, int bytes, LaneCopies.@Nullable Copy copy, Location place) {
      this.kind = kind;
      this.warp = warp.number();
      this.clock = warp.seen(warp.number());
      this.execution = warp.execution();
      this.block = warp.block().number();
      this.copy = copy;
      this.place = place;
      this.bytes = bytes;
    }

    /** What it does. */
    Kind kind() {
      return kind;
    }

    /** The warp of its block that made it. */
    int warp() {
      return warp;
    }

    /** The block that made it. */
    long block() {
      return block;
    }

    /** Where it stands in the program. */
    Location place() {
      return place;
    }

    /** Is it of an asynchronous copy that no wait covers? */
    boolean isUnderWay() {
      return copy != null && !copy.isCovered();
    }

    /** Is it of the same execution of an instruction? */
    private boolean isPartOf(Warp other, Kind otherKind, Location otherPlace) {
      return copy == null
          && kind == otherKind
          && place == otherPlace
          && warp == other.number()
          && execution == other.execution();
    }

    private boolean isBefore(Warp other) {
      if (isUnderWay() || block != other.block().number()) {
        return false;
      }
      int then = copy == null ? clock : copy.clock();
      return warp == other.number()
          ? copy != null || execution != other.execution()
          : then <= other.seen(warp);
    }
  }

  Shadow(int size) {
    pages = new Access[(size + PAGE * CELL - 1) / (PAGE * CELL)][];
  }

  /**
   * Notes an access of a warp; what it conflicts with is given back instead.
   *
   * @param offset the first byte
   * @param count how many bytes, all in one cell
   * @param copy the asynchronous copy that does it, or null where the warp itself does
   */
  @Nullable Access touch(
      Warp warp, Kind kind, int offset, int count, LaneCopies.@Nullable Copy copy, Location place) {
    int cell = offset >>> CELL_BITS;
    @Nullable Access @Nullable [] page = pages[cell >>> PAGE_BITS];
    if (page == null) {
      page = new Access[PAGE];
      pages[cell >>> PAGE_BITS] = page;
    }
    int bytes = ((1 << count) - 1) << (offset & (CELL - 1));
    Access first = page[cell & (PAGE - 1)];
    for (Access old = first; old != null; old = old.next) {
      if ((old.bytes & bytes) != 0 && conflicts(old, warp, kind)) {
        return old;
      }
    }
    page[cell & (PAGE - 1)] = noted(first, warp, kind, bytes, copy, place);
    return null;
  }

  private static boolean conflicts(Access old, Warp warp, Kind kind) {
    boolean harmless = kind == Kind.WRITE ? false : kind == old.kind;
    return !harmless && !old.isBefore(warp);
  }

  /** The list with an access more, and without those that it stands for. */
  private static Access noted(
      @Nullable Access first,
      Warp warp,
      Kind kind,
      int bytes,
      LaneCopies.@Nullable Copy copy,
      Location place) {
    long block = warp.block().number();
    @Nullable Access kept = null;
    @Nullable Access elsewhere = null;
    Access next;
    for (Access old = first; old != null; old = next) {
      next = old.next;
      if (old.block != block) {
        // Accesses of other blocks conflict with the same ones: one stands for all of a kind.
        if (elsewhere != null && elsewhere.kind == old.kind) {
          elsewhere.bytes |= old.bytes;
          continue;
        }
        elsewhere = old;
      } else if (!old.isUnderWay() && standsFor(old, warp, kind)) {
        if (copy == null && old.isPartOf(warp, kind, place)) {
          bytes |= old.bytes;
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
    var made = new Access(kind, warp, bytes, copy, place);
    made.next = kept;
    return made;
  }

  /**
   * Does an access conflict with all that an earlier one of its bytes conflicts with? What comes
   * behind a write comes behind all that the write came behind.
   */
  private static boolean standsFor(Access old, Warp warp, Kind kind) {
    return kind == Kind.WRITE || (old.kind == kind && old.warp == warp.number());
  }
}
