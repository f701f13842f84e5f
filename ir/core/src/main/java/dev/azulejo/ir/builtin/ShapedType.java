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

  /** How many elements it has, {@link Long#MAX_VALUE} for more; the shape must be static. */
  default long elementCount() {
    long count = 1;
    for (long size : shape()) {
      count = saturatedProduct(count, size);
    }
    return count;
  }

  /** The product of two numbers from 0, {@link Long#MAX_VALUE} for more than that. */
  static long saturatedProduct(long a, long b) {
    return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
  }
}
