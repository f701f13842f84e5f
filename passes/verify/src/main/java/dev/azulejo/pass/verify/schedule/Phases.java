// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import dev.azulejo.pass.verify.model.Barrier;
import java.util.ArrayList;
import java.util.List;

/** Barriers with phases, at some moment of an execution. */
final class Phases {
  private final List<Barrier> barriers;
  private final int[] phase;
  private final int[] pending;
  private final long[] bytes;

  Phases(List<Barrier> barriers) {
    this.barriers = barriers;
    this.phase = new int[barriers.size()];
    this.pending = barriers.stream().mapToInt(Barrier::count).toArray();
    this.bytes = new long[barriers.size()];
  }

  int phase(int barrier) {
    return phase[barrier];
  }

  /** Is the phase before the present one of the other parity over? */
  boolean hasPassed(int barrier, boolean parity) {
    return ((phase[barrier] & 1) == 1) != parity;
  }

  void arrive(int barrier, int count) {
    pending[barrier] -= count;
  }

  void expect(int barrier, long more) {
    bytes[barrier] += more;
  }

  void initialize(int first, int size) {
    for (int i = first; i < first + size; i++) {
      phase[i] = 0;
    }
  }

  /** Ends the phases that lack nothing; gives the barriers. */
  List<Integer> settle() {
    List<Integer> over = new ArrayList<>();
    for (int i = 0; i < phase.length; i++) {
      if (pending[i] <= 0 && bytes[i] == 0) {
        pending[i] += barriers.get(i).count();
        phase[i]++;
        over.add(i);
      }
    }
    return over;
  }
}
