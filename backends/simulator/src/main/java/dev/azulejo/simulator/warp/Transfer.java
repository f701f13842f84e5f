// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import java.util.Arrays;

/**
 * What an instruction has begun and goes on behind it: a copy or a matrix product. What it does to
 * memory is ordered behind nothing until a wait covers it, or the phase of a barrier ends that it
 * counts on; from then on it is ordered like an access of the warp that waited, or like the phase.
 */
abstract class Transfer {
  private static final int FIELDS = 3;
  private static final int WARP = 0;
  private static final int PHASE = 1;

  /** What covers it: of each whether it is a warp or a barrier, which, and when. */
  private int[] covers = new int[0];

  /** What it is, with its article, for a message. */
  abstract String what();

  /** The word for it alone. */
  abstract String word();

  /** Does it go another way to memory than ordinary accesses? */
  abstract boolean isAsynchronous();

  /** Does nothing cover it yet? */
  final boolean isUnderWay() {
    return covers.length == 0;
  }

  /** A warp has waited for it. */
  final void cover(Warp warp) {
    cover(WARP, warp.agent(), warp.clock().seen(warp.agent()));
  }

  /** It is over when so many phases of a barrier are. */
  final void cover(int barrier, int phases) {
    cover(PHASE, barrier, phases);
  }

  private void cover(int kind, int index, int time) {
    int end = covers.length;
    covers = Arrays.copyOf(covers, end + FIELDS);
    covers[end] = kind;
    covers[end + 1] = index;
    covers[end + 2] = time;
  }

  /** Is it over, as far as somebody has seen? */
  final boolean isSeen(Clock by) {
    for (int i = 0; i < covers.length; i += FIELDS) {
      int seen = covers[i] == WARP ? by.seen(covers[i + 1]) : by.phases(covers[i + 1]);
      if (covers[i + 2] <= seen) {
        return true;
      }
    }
    return false;
  }

  /** Is it over, and does a proxy fence stand behind, as far as a lane of its warp is concerned? */
  final boolean isFenced(Clock by, int lane) {
    for (int i = 0; i < covers.length; i += FIELDS) {
      int seen =
          covers[i] == WARP
              ? by.fenced(covers[i + 1] * Warp.LANES + lane)
              : by.fencedPhases(covers[i + 1]);
      if (covers[i + 2] <= seen) {
        return true;
      }
    }
    return false;
  }
}
