// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sizes of which some are in a type and the others are operands. */
final class DynamicDimensions {
  private DynamicDimensions() {}

  /** A type of which more is known than before, and the sizes that are still not. */
  record Known(MemRefType type, List<Value> dynamic) {}

  /** How many sizes a shape leaves open. */
  static int count(long... shape) {
    int count = 0;
    for (long size : shape) {
      count += size == ShapedType.DYNAMIC ? 1 : 0;
    }
    return count;
  }

  /** Puts sizes that are constants into a type; null where none is. */
  static @Nullable Known learn(MemRefType type, List<Value> sizes) {
    long[] learnt = type.shape();
    List<Value> dynamic = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < learnt.length; i++) {
      if (learnt[i] == ShapedType.DYNAMIC) {
        Value size = sizes.get(next++);
        Long constant = constant(size);
        if (constant != null && constant >= 0) {
          learnt[i] = constant;
        } else {
          dynamic.add(size);
        }
      }
    }
    return dynamic.size() == sizes.size() ? null : new Known(type.withShape(learnt), dynamic);
  }

  /** The constant that an index is, or null. */
  static @Nullable Long constant(Value index) {
    return Constants.of(index) instanceof IntegerAttr number && number.fitsLong()
        ? Long.valueOf(number.longValue())
        : null;
  }

  /** The operand that stands for a dynamic dimension of a shape, or null for a static one. */
  static @Nullable Offset operand(long[] shape, long dimension, List<Value> operands) {
    if (dimension < 0
        || dimension >= shape.length
        || shape[(int) dimension] != ShapedType.DYNAMIC) {
      return null;
    }
    int place = 0;
    for (int i = 0; i < dimension; i++) {
      place += shape[i] == ShapedType.DYNAMIC ? 1 : 0;
    }
    return place < operands.size() ? Offset.of(operands.get(place)) : null;
  }
}
