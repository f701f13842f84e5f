// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import org.jspecify.annotations.Nullable;

/** Which copies {@code cp.async} can do, as far as types and shapes tell. */
public final class AsyncCopyRules {
  /** The fewest bits that are copied at once. */
  public static final long FEWEST_BITS = 32;

  private AsyncCopyRules() {}

  /** Does a copy go from global to shared memory? */
  public static boolean isLoad(Copying copy) {
    return Space.of(copy.source()) == Space.GLOBAL && Space.of(copy.target()) == Space.SHARED;
  }

  /** Why a copy can't be asynchronous, or null where it can. */
  public static @Nullable String obstacle(CopyOp copy) {
    return isLoad(copy)
        ? obstacle(copy, copy.sourceRegion(), copy.target())
        : obstacleOfTarget(copy, "only copies from global to shared memory can");
  }

  /** Why what is at a place can't bring a region to a buffer so, or null where it can. */
  public static @Nullable String obstacle(Operation at, BufferRegion source, Value to) {
    return obstacleOfTarget(at, obstacle(source, to));
  }

  private static @Nullable String obstacleOfTarget(Operation at, @Nullable String other) {
    Target target = Target.of(at);
    if (target != null && target.hasAsyncCopy()) {
      return other;
    }
    return target == null ? "no target is named" : "%s has no such copies".formatted(target.name());
  }

  private static @Nullable String obstacle(BufferRegion source, Value target) {
    Type from = element(source.buffer());
    Type to = element(target);
    if (!from.equals(to)) {
      return "it converts %s to %s on the way".formatted(AsmText.ofType(from), AsmText.ofType(to));
    }
    long bits = bits(from);
    long last = source.sizes().isEmpty() ? 1 : source.sizes().getLast();
    if (bits == 0 || bits * last % FEWEST_BITS != 0) {
      return "its rows are %d bits long, no multiple of %d".formatted(bits * last, FEWEST_BITS);
    }
    long row = rowDivisor(source.buffer());
    return bits * row % FEWEST_BITS == 0
        ? null
        : "rows of the tensor are not known to be multiples of %d bits".formatted(FEWEST_BITS);
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
