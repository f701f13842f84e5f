// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.Divisibility;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.IndexOperator;

/**
 * How many points, one behind the other in the last dimension, a thread can do with one access of
 * memory: each access has to be of elements side by side that begin at a multiple of their number,
 * or of one element for all of them.
 */
final class VectorWidth {
  private static final int WIDEST_BITS = 128;

  private final Nest nest;
  private final IndexExpr last;

  private VectorWidth(Nest nest) {
    this.nest = nest;
    this.last = IndexExpr.input(nest.rank() - 1);
  }

  /** The widest that all accesses of memory allow; for fragments alone what 16 bytes hold. */
  static long of(Nest nest) {
    return new VectorWidth(nest).width();
  }

  private long width() {
    long width = widest();
    if (!(nest.extents().extent(nest.rank() - 1) instanceof IndexExpr.Constant(long extent))) {
      return 1;
    }
    while (width > 1 && extent % width != 0) {
      width /= 2;
    }
    for (NestAccess access : nest.accesses()) {
      while (width > 1 && access.isMemory() && !allows(access, width)) {
        width /= 2;
      }
    }
    return width;
  }

  /** 16 bytes of the narrowest elements in memory, or of any if there is no memory. */
  private long widest() {
    int memory = WIDEST_BITS;
    int all = WIDEST_BITS;
    boolean hasMemory = false;
    for (NestAccess access : nest.accesses()) {
      int bits = Storage.bits(access.buffer());
      all = Math.min(all, bits);
      if (access.isMemory()) {
        hasMemory = true;
        memory = Math.min(memory, bits);
      }
    }
    return WIDEST_BITS / (hasMemory ? memory : all);
  }

  private boolean allows(NestAccess access, long width) {
    int rank = access.index().size();
    boolean isSame = true;
    for (IndexExpr expr : access.index()) {
      isSame &= isInvariant(expr);
    }
    if (isSame) {
      return !access.writes();
    }
    for (int i = 0; i < rank - 1; i++) {
      if (!isInvariant(access.index().get(i))) {
        return false;
      }
    }
    return isRun(access.index().get(rank - 1), width) && isAligned(access, width);
  }

  private boolean isInvariant(IndexExpr expr) {
    if (expr.mentions(last)) {
      return false;
    }
    for (IndexExpr symbol : nest.varying()) {
      if (expr.mentions(symbol)) {
        return false;
      }
    }
    return true;
  }

  /** Is it the last coordinate, and something that is a multiple of the width? */
  private boolean isRun(IndexExpr expr, long width) {
    if (expr.equals(last)) {
      return true;
    }
    if (expr instanceof IndexExpr.Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs)
        && operator == IndexOperator.ADD) {
      return (isRun(lhs, width) && isMultiple(rhs, width))
          || (isRun(rhs, width) && isMultiple(lhs, width));
    }
    return false;
  }

  private boolean isMultiple(IndexExpr expr, long width) {
    return isInvariant(expr) && factor(expr) % width == 0;
  }

  /** Does each row begin at a multiple of the width? */
  private static boolean isAligned(NestAccess access, long width) {
    Value buffer = access.buffer();
    MemRefType type = Storage.type(buffer);
    int last = type.rank() - 1;
    return type.layout() == null && (last == 0 || Divisibility.ofSize(buffer, last) % width == 0);
  }

  /** A number that the value is surely a multiple of; 0 for the value 0. */
  static long factor(IndexExpr expr) {
    return switch (expr) {
      case IndexExpr.Constant(long value) -> Math.abs(value);
      case IndexExpr.Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) ->
          switch (operator) {
            case ADD -> gcd(factor(lhs), factor(rhs));
            case MUL -> factor(lhs) * factor(rhs);
            default -> 1;
          };
      case IndexExpr.Input _, IndexExpr.Replica _, IndexExpr.Symbol _, IndexExpr.Select _ -> 1;
    };
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /**
   * The widest vectors, up to a limit, of which a fragment has each in one thread, at places one
   * behind the other that begin at a multiple of the width.
   */
  static long within(Fragment fragment, long limit) {
    Shape shape = fragment.inputShape();
    long width = limit;
    if (!shape.isStatic() || !fragment.places().hasTable()) {
      return 1;
    }
    while (width > 1 && !isInRuns(fragment, shape, width)) {
      width /= 2;
    }
    return width;
  }

  private static boolean isInRuns(Fragment fragment, Shape shape, long width) {
    long length = shape.size(shape.rank() - 1);
    if (length % width != 0) {
      return false;
    }
    for (long number = 0; number < shape.count(); number++) {
      long[] index = shape.point(number).toArray();
      long place = fragment.places().linear(index);
      long inVector = index[index.length - 1] % width;
      if (place % width != inVector) {
        return false;
      }
      if (inVector > 0) {
        long thread = fragment.threadOf(0, index);
        index[index.length - 1]--;
        if (fragment.threadOf(0, index) != thread || fragment.places().linear(index) != place - 1) {
          return false;
        }
      }
    }
    return true;
  }
}
