// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import java.util.Arrays;

/** Which threads accessed which bytes since the last barrier; two of them, one writing, race. */
final class RaceCheck {
  private static final int NOBODY = -1;
  private static final int SEVERAL = -2;

  private final int[] readers;
  private final int[] writers;

  RaceCheck(int bytes) {
    readers = new int[bytes];
    writers = new int[bytes];
    barrier();
  }

  void barrier() {
    Arrays.fill(readers, NOBODY);
    Arrays.fill(writers, NOBODY);
  }

  void read(int thread, int at, int bytes) {
    for (int i = at; i < at + bytes; i++) {
      refuse(writers[i], thread, i);
      readers[i] = readers[i] == NOBODY || readers[i] == thread ? thread : SEVERAL;
    }
  }

  void write(int thread, int at, int bytes) {
    for (int i = at; i < at + bytes; i++) {
      refuse(writers[i], thread, i);
      refuse(readers[i], thread, i);
      writers[i] = thread;
    }
  }

  private static void refuse(int other, int thread, int at) {
    if (other != NOBODY && other != thread) {
      throw new AssertionError("thread " + thread + " races with " + other + " at byte " + at);
    }
  }
}
