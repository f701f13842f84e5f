// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import java.util.Arrays;

/**
 * Which threads touch which bytes of a buffer, in units of some bytes. Where the threads of each
 * warpgroup have waited for each other since, it is remembered of the warpgroup alone.
 */
final class Footprint {
  /** How many threads a warpgroup has. */
  static final int WARPGROUP = 128;

  private static final int NOBODY = 0;
  private static final int SEVERAL = -1;

  private final int unit;

  /** For each unit from the first one: nobody, one more than the number of a thread, several. */
  private int[] owners = new int[0];

  /** For each unit the warpgroups, a bit each, of the threads that own it. */
  private int[] groups = new int[0];

  /**
   * For each unit the warpgroups whose threads have waited for each other since they touched it.
   */
  private int[] settled = new int[0];

  private long first;
  private boolean isEverywhere;

  Footprint(int unit) {
    this.unit = unit;
  }

  Footprint copy() {
    Footprint copy = new Footprint(unit);
    copy.owners = owners.clone();
    copy.groups = groups.clone();
    copy.settled = settled.clone();
    copy.first = first;
    copy.isEverywhere = isEverywhere;
    return copy;
  }

  /** Adds what the threads that execute an access touch. */
  void add(SharedAccess access, int threads) {
    if (access.reach() == SharedAccess.Reach.ANYWHERE) {
      isEverywhere = true;
      return;
    }
    for (int thread = 0; thread < threads; thread++) {
      if (access.isBy(thread)) {
        boolean isOne = access.reach() == SharedAccess.Reach.THREAD;
        fill(access.start(thread), access.width(), isOne ? thread + 1 : SEVERAL, group(thread));
      }
    }
  }

  /** Adds all of another one. */
  void add(Footprint other) {
    isEverywhere |= other.isEverywhere;
    for (int i = 0; i < other.owners.length; i++) {
      if (other.owners[i] != NOBODY || other.settled[i] != 0) {
        fill((other.first + i) * unit, unit, other.owners[i], other.groups[i]);
        settled[(int) (other.first + i - first)] |= other.settled[i];
      }
    }
  }

  /** The threads of each warpgroup have waited for each other. */
  void settle() {
    for (int i = 0; i < owners.length; i++) {
      settled[i] |= groups[i];
    }
    Arrays.fill(owners, NOBODY);
    Arrays.fill(groups, 0);
  }

  private static int group(int thread) {
    return 1 << (thread / WARPGROUP);
  }

  private void fill(long start, int width, int owner, int inGroups) {
    long from = Math.floorDiv(start, unit);
    long to = Math.ceilDiv(start + width, unit);
    reach(from, to);
    for (long i = from; i < to; i++) {
      int at = (int) (i - first);
      boolean isAnother = owners[at] != NOBODY && owner != NOBODY && owners[at] != owner;
      owners[at] = isAnother ? SEVERAL : owner == NOBODY ? owners[at] : owner;
      groups[at] |= inGroups;
    }
  }

  private void reach(long from, long to) {
    if (owners.length == 0) {
      first = from;
      owners = new int[(int) (to - from)];
      groups = new int[owners.length];
      settled = new int[owners.length];
    } else if (from < first || to > first + owners.length) {
      // Room for as much again, where there is too little: footprints grow piece by piece.
      long end = first + owners.length;
      long low = from < first ? Math.min(from, end - 2L * owners.length) : first;
      long high = to > end ? Math.max(to, first + 2L * owners.length) : end;
      owners = wider(owners, low, high);
      groups = wider(groups, low, high);
      settled = wider(settled, low, high);
      first = low;
    }
  }

  private int[] wider(int[] all, long low, long high) {
    int[] wider = new int[(int) (high - low)];
    System.arraycopy(all, 0, wider, (int) (first - low), all.length);
    return wider;
  }

  /** Does a thread of an access, moved by some bytes, touch what another thread touches here? */
  boolean meets(SharedAccess access, long moved, int threads) {
    if (isEverywhere) {
      return true;
    }
    for (int thread = 0; thread < threads; thread++) {
      if (access.isBy(thread)) {
        boolean isOne = access.reach() == SharedAccess.Reach.THREAD;
        int self = isOne ? thread + 1 : NOBODY;
        if (meets(access.start(thread) + moved, access.width(), self, group(thread))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean meets(long start, int width, int self, int group) {
    long from = Math.max(first, Math.floorDiv(start, unit));
    long to = Math.min(first + owners.length, Math.ceilDiv(start + width, unit));
    for (long i = from; i < to; i++) {
      int owner = owners[(int) (i - first)];
      boolean isOther = owner != NOBODY && owner != self;
      if (isOther || (settled[(int) (i - first)] & ~group) != 0) {
        return true;
      }
    }
    return false;
  }
}
