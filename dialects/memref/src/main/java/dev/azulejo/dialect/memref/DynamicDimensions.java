// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.trait.Constants;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sizes of which some are in a type and the others are operands. */
final class DynamicDimensions {
  private DynamicDimensions() {}

  /** The constant that an index is, or null. */
  static @Nullable Long constant(Value index) {
    return Constants.of(index) instanceof IntegerAttr number && number.fitsLong()
        ? Long.valueOf(number.longValue())
        : null;
  }

  /** The operand that stands for a dynamic dimension of a shape, or null for a static one. */
  static @Nullable Value operand(long[] shape, long dimension, List<Value> operands) {
    if (dimension < 0
        || dimension >= shape.length
        || shape[(int) dimension] != ShapedType.DYNAMIC) {
      return null;
    }
    int place = 0;
    for (int i = 0; i < dimension; i++) {
      place += shape[i] == ShapedType.DYNAMIC ? 1 : 0;
    }
    return place < operands.size() ? operands.get(place) : null;
  }
}
