// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import java.util.List;

/** Copies values to others, all at once. */
final class Moves {
  private final int[] from;
  private final int[] to;
  private final long[][] held;

  private Moves(int[] from, int[] to) {
    this.from = from;
    this.to = to;
    this.held = new long[from.length][Warp.LANES];
  }

  /** Appends code that copies values to as many others; {@code at} is where that happens. */
  static void emit(
      WarpDecoder decoder, List<? extends Value> from, List<? extends Value> to, Operation at) {
    int count = 0;
    for (Value value : from) {
      if (WarpDecoder.isRegisters(value)) {
        throw WarpDecoder.unsupported(at);
      }
      count += WarpDecoder.width(value.type());
    }
    if (count == 0) {
      return;
    }
    int[] sources = new int[count];
    int[] targets = new int[count];
    int next = 0;
    for (int i = 0; i < from.size(); i++) {
      int source = decoder.slot(from.get(i));
      int target = decoder.slot(to.get(i));
      for (int j = 0; j < WarpDecoder.width(from.get(i).type()); j++) {
        sources[next] = source + j;
        targets[next++] = target + j;
      }
    }
    var moves = new Moves(sources, targets);
    decoder.code().add(moves::run, at.location());
  }

  private void run(Warp warp) {
    if (from.length == 1) {
      copy(warp, warp.lanes(from[0]), warp.lanes(to[0]));
      return;
    }
    for (int i = 0; i < from.length; i++) {
      System.arraycopy(warp.lanes(from[i]), 0, held[i], 0, Warp.LANES);
    }
    for (int i = 0; i < to.length; i++) {
      copy(warp, held[i], warp.lanes(to[i]));
    }
  }

  /** Copies the active lanes of a value. */
  static void copy(Warp warp, long[] from, long[] to) {
    int active = warp.active();
    if (active == -1) {
      System.arraycopy(from, 0, to, 0, Warp.LANES);
      return;
    }
    for (int rest = active; rest != 0; rest &= rest - 1) {
      int lane = Integer.numberOfTrailingZeros(rest);
      to[lane] = from[lane];
    }
  }
}
