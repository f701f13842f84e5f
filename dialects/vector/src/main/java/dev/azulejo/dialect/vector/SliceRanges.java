// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.builtin.VectorType;
import org.jspecify.annotations.Nullable;

/** Ranges that the numbers of slices of vectors lie in. */
final class SliceRanges {
  private SliceRanges() {}

  /**
   * What is wrong with numbers that are from {@code least} to the size of a dimension, or null.
   *
   * @param over by how much a number may be larger than the largest index
   */
  static @Nullable String within(
      String what, long[] numbers, VectorType type, long least, long over) {
    for (int i = 0; i < numbers.length; i++) {
      long end = type.shape()[i] + over;
      if (numbers[i] < least || numbers[i] >= end) {
        return "expected %s dimension %d to be confined to [%d, %d)".formatted(what, i, least, end);
      }
    }
    return null;
  }

  static @Nullable String ones(long[] strides) {
    for (long stride : strides) {
      if (stride != 1) {
        return "expected strides to be confined to [1, 2)";
      }
    }
    return null;
  }

  static @Nullable String sums(long[] offsets, long[] sizes, VectorType type) {
    return sums("sum(offsets, sizes)", offsets, sizes, type, 1);
  }

  static @Nullable String sums(
      String what, long[] offsets, long[] sizes, VectorType type, long least) {
    for (int i = 0; i < offsets.length; i++) {
      long end = type.shape()[i] + 1;
      long sum = offsets[i] + sizes[i];
      if (sum < least || sum >= end) {
        return "expected %s dimension %d to be confined to [%d, %d)".formatted(what, i, least, end);
      }
    }
    return null;
  }
}
