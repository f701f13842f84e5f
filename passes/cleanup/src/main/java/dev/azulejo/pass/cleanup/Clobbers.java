// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.cleanup;

import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may change, between two reads, what they read. */
final class Clobbers {
  private Clobbers() {}

  /**
   * Is it certain that two operations of one block read the same? Operations of different blocks
   * are never certain here: what is executed between them isn't a stretch of one block.
   */
  static boolean noneBetween(Operation first, Operation second, List<Access> reads) {
    if (first.block() != second.block()) {
      return false;
    }
    for (Access read : reads) {
      if (read.completion() != Access.Completion.AT_ONCE || read.region() == null) {
        return false;
      }
    }
    Operation op = first.next();
    while (op != null && op != second) {
      if (mayClobber(Accesses.of(op), reads)) {
        return false;
      }
      op = op.next();
    }
    return op == second;
  }

  private static boolean mayClobber(Accesses between, List<Access> reads) {
    if (between.unknown()) {
      return true;
    }
    for (Access access : between.all()) {
      for (Access read : reads) {
        if (mayClobber(access, read)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mayClobber(Access access, Access read) {
    BufferRegion written = access.region();
    BufferRegion seen = read.region();
    if (written == null || seen == null || !sameKind(written.buffer(), seen.buffer())) {
      // A queue or a barrier, not data: other threads may write while this one waits there.
      return true;
    }
    if (!access.isWrite()) {
      return false;
    }
    return written.buffer() == seen.buffer()
        ? written.mayConflict(seen)
        : !areDistinct(written.buffer(), seen.buffer());
  }

  private static boolean sameKind(Value one, Value other) {
    return one.type().getClass() == other.type().getClass();
  }

  /** Two allocations are distinct, and what is allocated here is none of the arguments. */
  private static boolean areDistinct(Value one, Value other) {
    boolean oneAllocated = isAllocation(one);
    boolean otherAllocated = isAllocation(other);
    return (oneAllocated && (otherAllocated || isArgument(other)))
        || (otherAllocated && isArgument(one));
  }

  private static boolean isAllocation(Value buffer) {
    Operation definer = buffer.definingOp();
    if (definer == null) {
      return false;
    }
    for (Access access : Accesses.of(definer).all()) {
      BufferRegion region = access.region();
      if (access.mode() == Access.Mode.ALLOCATE && region != null && region.buffer() == buffer) {
        return true;
      }
    }
    return false;
  }

  private static boolean isArgument(Value value) {
    return value instanceof BlockArgument argument && holder(argument) instanceof IsolatedFromAbove;
  }

  private static @Nullable Operation holder(BlockArgument argument) {
    return argument.owner().parentOp();
  }
}
