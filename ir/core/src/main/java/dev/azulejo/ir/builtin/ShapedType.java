// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.Type;

/** A type of many elements in a shape. */
public interface ShapedType extends Type {
  /** A dimension that is not known before the program runs. */
  long DYNAMIC = Long.MIN_VALUE;

  /** The type of an element. */
  Type elementType();

  /** The dimensions, {@link #DYNAMIC} where not known; a copy. */
  long[] shape();

  /** How many dimensions it has. */
  int rank();

  /** Are all dimensions known? */
  default boolean hasStaticShape() {
    for (long size : shape()) {
      if (size == DYNAMIC) {
        return false;
      }
    }
    return true;
  }

  /** How many elements it has; the shape must be static. */
  default long elementCount() {
    long count = 1;
    for (long size : shape()) {
      count = Math.multiplyExact(count, size);
    }
    return count;
  }
}
