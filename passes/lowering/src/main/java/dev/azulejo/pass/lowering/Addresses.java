// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that are computed once. What differs from one of them by the same number in every
 * thread is that address and the number: instructions add it for nothing.
 */
final class Addresses {
  private final ThreadMath math;
  private final Map<Object, List<Base>> pools = new LinkedHashMap<>();

  Addresses(ThreadMath math) {
    this.math = math;
  }

  /** An address that is there, and the element that it is of. */
  private record Base(ThreadFunction element, Value address) {}

  /** The address of the element of a buffer in shared memory. */
  Address shared(SharedTile tile, ThreadFunction element) {
    int bytes = tile.bits() / Byte.SIZE;
    return of(
        List.of(tile.memory(), bytes),
        element,
        bytes,
        () -> {
          Value index = math.value(element.expr());
          OpResult address = tile.address(math.at(), math, index);
          math.placed(address);
          return address;
        });
  }

  /**
   * The address of an element.
   *
   * @param pool what must be equal for addresses to have a base in common
   * @param bytes how many bytes an element has
   * @param maker makes an address of this element
   */
  Address of(Object pool, ThreadFunction element, int bytes, Supplier<Value> maker) {
    List<Base> bases = pools.computeIfAbsent(pool, _ -> new ArrayList<>());
    for (Base base : bases) {
      Integer offset = offset(element.above(base.element), bytes);
      if (offset != null) {
        return new Address(base.address, offset);
      }
    }
    Base made = new Base(element, maker.get());
    bases.add(made);
    return new Address(made.address, 0);
  }

  /** What an instruction can add by itself. */
  private static @Nullable Integer offset(@Nullable Long elements, int bytes) {
    if (elements == null || elements < 0 || elements > Integer.MAX_VALUE / bytes) {
      return null;
    }
    return (int) (elements * bytes);
  }
}
