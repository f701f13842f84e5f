// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Divisibility;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import org.jspecify.annotations.Nullable;

/** Which copies {@code cp.async} can do. */
final class AsyncCopies {
  /** The fewest bits that are copied at once. */
  private static final long FEWEST = 32;

  private AsyncCopies() {}

  /** Does a copy go from global to shared memory? */
  static boolean isLoad(CopyOp copy) {
    return Space.of(copy.source()) == Space.GLOBAL && Space.of(copy.target()) == Space.SHARED;
  }

  /** Why a copy can't be asynchronous, or null where it can. */
  static @Nullable String obstacle(CopyOp copy) {
    Target target = Target.of(copy);
    if (target == null || !target.hasAsyncCopy()) {
      return target == null
          ? "no target is named"
          : "%s has no such copies".formatted(target.name());
    }
    if (!isLoad(copy)) {
      return "only copies from global to shared memory can";
    }
    Type from = element(copy.source());
    Type to = element(copy.target());
    if (!from.equals(to)) {
      return "it converts %s to %s on the way".formatted(AsmText.ofType(from), AsmText.ofType(to));
    }
    long bits = bits(from);
    long last = copy.sourceRegion().sizes().isEmpty() ? 1 : copy.sourceRegion().sizes().getLast();
    if (bits == 0 || bits * last % FEWEST != 0) {
      return "its rows are %d bits long, no multiple of %d".formatted(bits * last, FEWEST);
    }
    long row = rowDivisor(copy.source());
    return bits * row % FEWEST == 0
        ? null
        : "rows of the tensor are not known to be multiples of %d bits".formatted(FEWEST);
  }

  private static Type element(Value buffer) {
    return buffer.type() instanceof MemRefType type ? type.elementType() : buffer.type();
  }

  private static long bits(Type type) {
    return switch (type) {
      case FloatType real -> real.width();
      case IntegerType integer -> integer.width();
      default -> 0;
    };
  }

  /** What the length of a tensor's rows is a multiple of, in elements. */
  private static long rowDivisor(Value tensor) {
    if (!(tensor.type() instanceof MemRefType type) || type.rank() == 0) {
      return 1;
    }
    int last = type.rank() - 1;
    long size = type.shape()[last];
    return size == MemRefType.DYNAMIC ? Divisibility.ofSize(tensor, last) : size;
  }
}
