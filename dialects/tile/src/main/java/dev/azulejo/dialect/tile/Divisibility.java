// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What callers promise of the arguments of a function by {@value TileDialect#DIVISIBLE}: {@code [1,
 * 8]} on a buffer says that its rows have a multiple of 8 elements, {@code [16]} on a number that
 * it is a multiple of 16. Who runs the function checks it.
 */
public final class Divisibility {
  private Divisibility() {}

  /** What the size of a buffer in a dimension is surely a multiple of; 0 for the size 0. */
  public static long ofSize(Value buffer, int dimension) {
    if (!(buffer.type() instanceof MemRefType type)) {
      return 1;
    }
    long size = type.shape()[dimension];
    if (size != MemRefType.DYNAMIC) {
      return size;
    }
    long own = promised(buffer, dimension);
    SizeNames.Size first = SizeNames.first(buffer, dimension);
    return own != 1 || first.buffer() == buffer ? own : ofSize(first.buffer(), first.dimension());
  }

  /** What a number is surely a multiple of, by what is promised of it alone. */
  public static long ofNumber(Value number) {
    return promised(number, 0);
  }

  private static long promised(Value value, int index) {
    if (!(value instanceof BlockArgument argument)) {
      return 1;
    }
    List<Long> divisors = of(SizeNames.ofArgument(argument, TileDialect.DIVISIBLE));
    return index < divisors.size() ? divisors.get(index) : 1;
  }

  /** The numbers that an attribute says; none where it says nothing that is understood. */
  public static List<Long> of(@Nullable Attribute promise) {
    List<Long> divisors = new ArrayList<>();
    if (promise instanceof ArrayAttr array) {
      for (Attribute element : array.elements()) {
        if (!(element instanceof IntegerAttr number) || !number.fitsLong()) {
          return List.of();
        }
        divisors.add(number.longValue());
      }
    }
    return divisors;
  }

  static void verify(Operation function, int index, Attribute promise, Diagnostics diagnostics) {
    List<Long> divisors = of(promise);
    boolean good = !divisors.isEmpty();
    for (long divisor : divisors) {
      good &= divisor >= 1;
    }
    if (!good) {
      diagnostics.report(
          function.error(
              "attribute '%s' of argument #%d must be a list of positive numbers, such as [1, 8]",
              TileDialect.DIVISIBLE, index));
      return;
    }
    if (function.regionCount() == 0
        || function.region(0).isEmpty()
        || index >= function.region(0).entry().arguments().size()) {
      return;
    }
    Type type = function.region(0).entry().argument(index).type();
    int wanted = type instanceof MemRefType memref ? memref.rank() : 1;
    if (divisors.size() != wanted) {
      diagnostics.report(
          function.error(
              "attribute '%s' of argument #%d has %d numbers, but %s takes %d",
              TileDialect.DIVISIBLE, index, divisors.size(), AsmText.ofType(type), wanted));
    }
  }
}
