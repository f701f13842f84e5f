// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Asks operations again and again until none has anything new to say. Who touches a buffer that is
 * known goes first.
 */
final class Worklist {
  private static final int ROUNDS = 10;

  private final Kernel kernel;
  private final Placements known;
  private final Level level;
  private final Deque<Operator> queue = new ArrayDeque<>();
  private final Set<Operator> queued = Collections.newSetFromMap(new IdentityHashMap<>());

  Worklist(Kernel kernel, Placements known, Level level) {
    this.kernel = kernel;
    this.known = known;
    this.level = level;
  }

  /** Puts an operation at the end. */
  void add(Operator operator) {
    if (queued.add(operator)) {
      queue.addLast(operator);
    }
  }

  /** Asks until the queue is empty. Layouts only gain replicas, so that comes about. */
  void run() throws LayoutConflict {
    long limit = ROUNDS * (long) (kernel.operators().size() + 1) * (kernel.storages().size() + 1);
    long steps = 0;
    while (!queue.isEmpty()) {
      if (++steps > limit) {
        throw new CompilerBug("layout inference does not come to an end");
      }
      Operator operator = queue.removeFirst();
      queued.remove(operator);
      ask(operator);
    }
  }

  private void ask(Operator operator) throws LayoutConflict {
    for (Demand demand : operator.infer(level, known)) {
      for (Value changed : known.apply(demand, level)) {
        for (Operator user : kernel.usersOf(changed)) {
          if (user != operator) {
            enqueue(user);
          }
        }
      }
    }
  }

  private void enqueue(Operator operator) {
    if (!queued.add(operator)) {
      return;
    }
    if (touchesKnown(operator.fragments())) {
      queue.addFirst(operator);
    } else {
      queue.addLast(operator);
    }
  }

  private boolean touchesKnown(List<Value> buffers) {
    for (Value buffer : buffers) {
      if (known.of(buffer) != null) {
        return true;
      }
    }
    return false;
  }
}
