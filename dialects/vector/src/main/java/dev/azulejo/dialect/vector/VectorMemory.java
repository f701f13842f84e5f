// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.Strides;
import dev.azulejo.ir.builtin.VectorType;
import java.util.Arrays;
import java.util.List;

/** Where operations on vectors access buffers. */
final class VectorMemory {
  private VectorMemory() {}

  /** The part of a buffer that a vector covers which lies along its last dimensions. */
  static BufferRegion box(Value base, List<Value> indices, Type vector) {
    boolean holdsVectors = Vectors.elementType(base) instanceof VectorType;
    int rank = indices.size();
    Long[] sizes = new Long[rank];
    Arrays.fill(sizes, 1L);
    if (!holdsVectors && vector instanceof VectorType type) {
      for (int i = 0; i < type.rank() && i < rank; i++) {
        int from = type.rank() - 1 - i;
        sizes[rank - 1 - i] = type.isScalable(from) ? BufferRegion.UNKNOWN : type.shape()[from];
      }
    }
    return new BufferRegion(base, MixedIndices.offsets(indices), List.of(sizes));
  }

  /**
   * What is wrong with a buffer that a vector is loaded from or stored to side by side, or null.
   */
  static boolean hasUnitStride(Value base) {
    MemRefType type = (MemRefType) base.type();
    Strides strides = Strides.of(type);
    int rank = type.rank();
    return strides != null && (rank == 0 || strides.stride(rank - 1) == 1);
  }

  static int rank(Value base) {
    return base.type() instanceof ShapedType shaped ? shaped.rank() : 0;
  }
}
