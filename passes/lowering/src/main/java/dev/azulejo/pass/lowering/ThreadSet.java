// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some threads of a block, and the comparisons that single them out. */
final class ThreadSet {
  private final Kernel kernel;
  private final BitSet members;
  private final BitSet left;
  private @Nullable Value condition;

  ThreadSet(Kernel kernel, BitSet members) {
    this.kernel = kernel;
    this.members = members;
    this.left = new BitSet();
    left.set(0, Math.toIntExact(kernel.threads()));
  }

  /**
   * Whether a thread is one of them, found by the thread's number, what it is within groups of
   * threads, and these functions; null where ranges of those don't tell.
   */
  @Nullable Value condition(Inserter at, List<ThreadFunction> functions) {
    List<ThreadFunction> candidates = new ArrayList<>();
    candidates.add(kernel.function(ThreadFunction.THREAD));
    candidates.addAll(functions);
    for (long group = 2; group < kernel.threads(); group *= 2) {
      IndexExpr thread = ThreadFunction.THREAD;
      candidates.add(kernel.function(thread.mod(group)));
      candidates.add(kernel.function(thread.floorDiv(group)));
    }
    for (ThreadFunction candidate : candidates) {
      narrow(at, candidate);
      if (left.equals(members)) {
        return condition;
      }
    }
    return null;
  }

  /** Takes away threads where a function is out of the range that it has in the members. */
  private void narrow(Inserter at, ThreadFunction function) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
      min = Math.min(min, function.at(i));
      max = Math.max(max, function.at(i));
    }
    long least = min;
    long most = max;
    take(at, function, CmpIPredicate.SGE, least);
    take(at, function, CmpIPredicate.SLT, most + 1);
  }

  private void take(Inserter at, ThreadFunction function, CmpIPredicate predicate, long bound) {
    BitSet passing = new BitSet();
    for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
      boolean isLess = function.at(i) < bound;
      passing.set(i, isLess == (predicate == CmpIPredicate.SLT));
    }
    if (passing.equals(left)) {
      return;
    }
    left.and(passing);
    Value value = kernel.math().value(function.expr());
    Value one = CmpIOp.create(at, predicate, value, kernel.math().constant(bound)).result();
    condition = condition == null ? one : AndIOp.create(at, condition, one).result();
  }
}
