// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

/** Which threads touch which bytes of a buffer, in units of some bytes. */
final class Footprint {
  private static final int NOBODY = 0;
  private static final int SEVERAL = -1;

  private final int unit;

  /** For each unit from the first one: nobody, one more than the number of a thread, several. */
  private int[] owners = new int[0];

  private long first;
  private boolean isEverywhere;

  Footprint(int unit) {
    this.unit = unit;
  }

  Footprint copy() {
    Footprint copy = new Footprint(unit);
    copy.owners = owners.clone();
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
        fill(access.start(thread), access.width(), isOne ? thread + 1 : SEVERAL);
      }
    }
  }

  /** Adds all of another one. */
  void add(Footprint other) {
    isEverywhere |= other.isEverywhere;
    for (int i = 0; i < other.owners.length; i++) {
      if (other.owners[i] != NOBODY) {
        fill((other.first + i) * unit, unit, other.owners[i]);
      }
    }
  }

  private void fill(long start, int width, int owner) {
    long from = Math.floorDiv(start, unit);
    long to = Math.ceilDiv(start + width, unit);
    reach(from, to);
    for (long i = from; i < to; i++) {
      int at = (int) (i - first);
      owners[at] = owners[at] == NOBODY || owners[at] == owner ? owner : SEVERAL;
    }
  }

  private void reach(long from, long to) {
    if (owners.length == 0) {
      first = from;
      owners = new int[(int) (to - from)];
    } else if (from < first || to > first + owners.length) {
      // Room for as much again, where there is too little: footprints grow piece by piece.
      long end = first + owners.length;
      long low = from < first ? Math.min(from, end - 2L * owners.length) : first;
      long high = to > end ? Math.max(to, first + 2L * owners.length) : end;
      int[] wider = new int[(int) (high - low)];
      System.arraycopy(owners, 0, wider, (int) (first - low), owners.length);
      owners = wider;
      first = low;
    }
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
        if (meets(access.start(thread) + moved, access.width(), self)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean meets(long start, int width, int self) {
    long from = Math.max(first, Math.floorDiv(start, unit));
    long to = Math.min(first + owners.length, Math.ceilDiv(start + width, unit));
    for (long i = from; i < to; i++) {
      int owner = owners[(int) (i - first)];
      if (owner != NOBODY && owner != self) {
        return true;
      }
    }
    return false;
  }
}
