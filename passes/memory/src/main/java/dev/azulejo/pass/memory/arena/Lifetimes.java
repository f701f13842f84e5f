// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.arena;

import dev.azulejo.dialect.ptx.CpAsyncOp;
import dev.azulejo.dialect.ptx.CpAsyncWaitGroupOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which statements of a launch need a buffer: those that access it, and those between them. A
 * statement is an operation of the launch's body with all that is in it, so that what a loop
 * accesses it needs from its first iteration to its last. What is copied asynchronously is needed
 * until all such copies have been waited for; what bulk copies or matrix instructions access by
 * themselves, and barriers, always.
 */
public final class Lifetimes {
  private final Map<Operation, Integer> numbers = new IdentityHashMap<>();
  private final LaunchOp launch;
  private final int count;

  /** For each statement the first from it on behind which no copy is under way. */
  private final int[] settled;

  /** Numbers the statements of a launch. */
  public Lifetimes(LaunchOp launch) {
    this.launch = launch;
    int number = 0;
    for (Operation op : launch.body().entry()) {
      numbers.put(op, number);
      number++;
    }
    this.count = number;
    this.settled = settled();
  }

  private int[] settled() {
    int[] settled = new int[count];
    boolean[] waits = new boolean[count];
    for (Operation op : launch.body().entry()) {
      // A wait in a loop or under a condition may not be executed.
      waits[numbers.getOrDefault(op, 0)] =
          op instanceof CpAsyncWaitGroupOp wait && wait.pending().longValue() == 0;
    }
    int next = count - 1;
    for (int i = count - 1; i >= 0; i--) {
      next = waits[i] ? i : next;
      settled[i] = next;
    }
    return settled;
  }

  /** A buffer of so many bytes with the statements that need it. */
  public Tenant of(Value buffer, long bytes, long align) {
    int first = count;
    int last = -1;
    Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Value> places = new ArrayDeque<>();
    places.add(buffer);
    while (!places.isEmpty()) {
      Value place = places.remove();
      if (!seen.add(place)) {
        continue;
      }
      for (Use use : place.uses()) {
        Operation op = use.owner();
        if (op instanceof Terminator || op.regionCount() > 0) {
          // Where the place goes from here is not followed.
          return new Tenant(bytes, align, 0, count);
        }
        if (isByEngine(op)) {
          // It goes on by itself, and says by a barrier when it is over, which threads may pass
          // one after the other.
          return new Tenant(bytes, align, 0, count);
        }
        if (op instanceof Pure) {
          places.addAll(op.results());
          continue;
        }
        int statement = number(op);
        first = Math.min(first, statement);
        last = Math.max(last, op instanceof CpAsyncOp ? settled[statement] : statement);
      }
    }
    return last < 0 ? new Tenant(bytes, align, 0, 0) : new Tenant(bytes, align, first, last);
  }

  /** Is memory accessed by what is no thread, or in a way that is not known? */
  private static boolean isByEngine(Operation op) {
    if (op instanceof Accessing accessing) {
      boolean[] found = new boolean[1];
      accessing.accesses(access -> found[0] |= access.proxy() == Access.Proxy.ASYNC);
      return found[0];
    }
    return op instanceof UnknownEffects;
  }

  private int number(Operation op) {
    Operation at = op;
    while (at.parentOp() != launch && at.parentOp() != null) {
      at = at.parentOp();
    }
    return numbers.getOrDefault(at, 0);
  }
}
