// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies several values at once, as a jump hands operands to arguments. */
final class Moves {
  private final int[] from;
  private final int[] to;

  private Moves(int[] from, int[] to) {
    this.from = from;
    this.to = to;
  }

  static Moves of(List<? extends Value> from, List<? extends Value> to) {
    return new Moves(Decoder.slots(from), Decoder.slots(to));
  }

  void run(Frame frame) {
    if (from.length == 1) {
      frame.move(from[0], to[0]);
      return;
    }
    // All are read before any is written: a loop may exchange what it carries.
    long[] scalars = new long[from.length];
    @Nullable Object[] objects = new Object[from.length];
    for (int i = 0; i < from.length; i++) {
      scalars[i] = frame.scalar(from[i]);
      objects[i] = frame.object(from[i]);
    }
    for (int i = 0; i < to.length; i++) {
      frame.setScalar(to[i], scalars[i]);
      frame.setObject(to[i], objects[i]);
    }
  }
}
