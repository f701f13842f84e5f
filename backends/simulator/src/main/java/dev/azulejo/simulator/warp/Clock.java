// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import java.util.Arrays;

/**
 * What a warp has seen, or what comes with an arrival at a barrier: of each warp of the cluster how
 * far its accesses, of each thread how far those that a proxy fence stands behind, and of each
 * barrier in shared memory how many phases. Warps and threads are counted through the cluster.
 */
final class Clock {
  private final int[] seen;
  private final int[] announced;
  private final int[] fenced;
  private int[] phases = new int[0];
  private int[] fencedPhases = new int[0];

  /** Of a cluster of so many warps; nothing is seen. */
  Clock(int warps) {
    seen = new int[warps];
    announced = new int[warps];
    fenced = new int[warps * Warp.LANES];
  }

  /** Forgets everything. */
  void clear() {
    Arrays.fill(seen, 0);
    Arrays.fill(announced, 0);
    Arrays.fill(fenced, 0);
    phases = new int[0];
    fencedPhases = new int[0];
  }

  /** Sees what another has seen. */
  void join(Clock other) {
    join(seen, other.seen);
    join(fenced, other.fenced);
    joinPhases(other);
    fencedPhases = grown(fencedPhases, other.fencedPhases.length);
    join(fencedPhases, other.fencedPhases);
    joinAnnouncements(other);
  }

  /** Sees of what another has seen only the phases of barriers. */
  void joinPhases(Clock other) {
    phases = grown(phases, other.phases.length);
    join(phases, other.phases);
  }

  /** Sees of what another has seen only the barriers that were announced. */
  void joinAnnouncements(Clock other) {
    join(announced, other.announced);
  }

  private static void join(int[] into, int[] other) {
    for (int i = 0; i < other.length; i++) {
      into[i] = Math.max(into[i], other[i]);
    }
  }

  private static int[] grown(int[] array, int length) {
    return array.length < length ? Arrays.copyOf(array, length) : array;
  }

  /** What has been seen of a warp's accesses. */
  int seen(int warp) {
    return seen[warp];
  }

  /** What the warp does from here on, nobody sees of what was seen of it. */
  void tick(int warp) {
    seen[warp]++;
  }

  /** What has been seen of the barriers that a warp made. */
  int announced(int warp) {
    return announced[warp];
  }

  /** The warp announces the barriers that it has made. */
  void announce(int warp) {
    announced[warp] = seen[warp];
    tick(warp);
  }

  /** How far a thread's accesses come before an asynchronous access that is made now. */
  int fenced(int thread) {
    return fenced[thread];
  }

  /**
   * Some lanes of a warp let all accesses that they have seen come before asynchronous ones: of
   * their own warp what they did themselves and what the others did before they last met.
   */
  void fence(int warp, int lanes) {
    for (int i = 0; i < seen.length; i++) {
      for (int lane = 0; lane < Warp.LANES; lane++) {
        boolean other = i == warp && (lanes >>> lane & 1) == 0;
        int thread = i * Warp.LANES + lane;
        fenced[thread] = Math.max(fenced[thread], other ? seen[i] - 1 : seen[i]);
      }
    }
    fencedPhases = phases.clone();
    announced[warp] = seen[warp];
    tick(warp);
  }

  /** How many phases of a barrier have been seen to end. */
  int phases(int barrier) {
    return barrier < phases.length ? phases[barrier] : 0;
  }

  /** How many of them before the last proxy fence. */
  int fencedPhases(int barrier) {
    return barrier < fencedPhases.length ? fencedPhases[barrier] : 0;
  }

  /** Sees so many phases of a barrier end. */
  void seePhases(int barrier, int count) {
    phases = grown(phases, barrier + 1);
    phases[barrier] = Math.max(phases[barrier], count);
  }
}
