// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Four warps that begin matrix products together. A product is over as a whole: when one of its
 * warps has waited for it, which it can when all have come to it.
 */
final class Warpgroup {
  /** How many warps it has. */
  static final int WARPS = 4;

  /** The odds against a product being made as soon as all warps have come. */
  private static final int DELAY = 3;

  private final List<Warp> warps;

  /** The products that not all warps have waited for. */
  private final List<MatrixTask> tasks = new ArrayList<>();

  /** Which product the first of these is. */
  private int first;

  /** Of each warp how many products it has come to, and how many it has waited for. */
  private final int[] begun = new int[WARPS];

  private final int[] waited = new int[WARPS];

  /** Of each warp how many products it had come to when it closed those that are under way. */
  private final List<ArrayDeque<Integer>> groups = new ArrayList<>();

  Warpgroup(List<Warp> warps) {
    this.warps = List.copyOf(warps);
    for (int i = 0; i < WARPS; i++) {
      groups.add(new ArrayDeque<>());
    }
  }

  /** Forgets everything. */
  void restart() {
    tasks.clear();
    first = 0;
    Arrays.fill(begun, 0);
    Arrays.fill(waited, 0);
    groups.forEach(ArrayDeque::clear);
  }

  private static int index(Warp warp) {
    return warp.number() % WARPS;
  }

  /** A warp comes to its next product, with the bits of the two descriptors. */
  void begin(Warp warp, ProductCode code, long a, long b, boolean adds) {
    int number = begun[index(warp)]++;
    if (number == first + tasks.size()) {
      tasks.add(new MatrixTask(warp, code, a, b, adds));
    }
    MatrixTask task = tasks.get(number - first);
    task.join(warp, code, a, b, adds);
    if (task.isWhole()) {
      warp.block().cluster().happened();
      if (warp.block().choose(DELAY) == 0) {
        multiply(number + 1);
      }
    }
  }

  private void multiply(int end) {
    for (int i = first; i < end; i++) {
      tasks.get(i - first).multiply(warps);
    }
  }

  /** A warp closes a group. */
  void commit(Warp warp) {
    groups.get(index(warp)).add(begun[index(warp)]);
  }

  /** A warp waits until at most so many of its latest groups are under way. */
  void waitFor(Warp warp, int pending) {
    int index = index(warp);
    ArrayDeque<Integer> closed = groups.get(index);
    int covered = Math.max(0, closed.size() - pending);
    int end = closed.stream().limit(covered).mapToInt(Integer::intValue).max().orElse(0);
    if (end <= waited[index]) {
      return;
    }
    MatrixTask last = tasks.get(end - 1 - first);
    if (!last.isWhole()) {
      warp.retry(stall(last));
      return;
    }
    multiply(end);
    for (int i = waited[index]; i < end; i++) {
      tasks.get(i - first).finish(warp);
    }
    waited[index] = end;
    while (closed.size() > pending) {
      closed.removeFirst();
    }
    while (!tasks.isEmpty() && Arrays.stream(waited).allMatch(number -> number > first)) {
      tasks.removeFirst();
      first++;
    }
  }

  private static Stall stall(MatrixTask task) {
    return new Stall() {
      @Override
      public String text() {
        return "for a matrix product, to which not all warps of its warpgroup have come";
      }

      @Override
      public void notes(BiConsumer<Location, String> sink) {
        sink.accept(task.place(), "the product is begun here");
      }
    };
  }

  /** A warp has ended: it has waited for all products. */
  void ended(Warp warp) {
    int index = index(warp);
    if (waited[index] < begun[index]) {
      MatrixTask task = tasks.get(waited[index] - first);
      throw warp.failure(
          task.place(), 0, "ends, but has not waited for the matrix product that it began here");
    }
  }
}
