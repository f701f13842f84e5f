// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.tile.Divisibility;
import dev.azulejo.dialect.tile.SizeNames;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a tensor in global memory, whose rows lie behind each other. A size is a number, or
 * only the running program knows it; then it is a value at the launch's start.
 */
final class TensorShape {
  private final Kernel kernel;
  private final Value buffer;
  private final long[] sizes;
  private final int bytes;

  TensorShape(Kernel kernel, Value buffer) {
    this.kernel = kernel;
    this.buffer = buffer;
    MemRefType type = Kernel.type(buffer);
    this.sizes = type.shape();
    this.bytes = Kernel.bits(type) / Byte.SIZE;
  }

  int rank() {
    return sizes.length;
  }

  /** How many bytes an element has. */
  int bytes() {
    return bytes;
  }

  /** The size in a dimension, or null where it is no number. */
  @Nullable Long number(int dimension) {
    return sizes[dimension] == MemRefType.DYNAMIC ? null : sizes[dimension];
  }

  /** The size in a dimension as an index. */
  Value size(int dimension) {
    SizeNames.Size first = SizeNames.first(buffer, dimension);
    long number = sizes[dimension] == MemRefType.DYNAMIC ? first.number() : sizes[dimension];
    if (number != MemRefType.DYNAMIC) {
      return kernel.math().constant(number);
    }
    return kernel
        .math()
        .once(
            List.of(first),
            () -> {
              Value index = kernel.math().constant(first.dimension());
              return DimOp.create(kernel.math().at(), first.buffer(), index).result();
            });
  }

  /** Is the size in a dimension surely a multiple of a number? */
  boolean isMultipleOf(int dimension, long number) {
    return Divisibility.ofSize(buffer, dimension) % number == 0;
  }

  // --- Strides ----------------------------------------------------------------------------------

  /** The dimensions behind one whose sizes are no numbers: its stride has them as factors. */
  List<Integer> factors(int dimension) {
    List<Integer> factors = new ArrayList<>();
    for (int i = dimension + 1; i < sizes.length; i++) {
      if (sizes[i] == MemRefType.DYNAMIC) {
        factors.add(i);
      }
    }
    return factors;
  }

  /** The factor of a dimension's stride that is a number. */
  long stride(int dimension) {
    long stride = 1;
    for (int i = dimension + 1; i < sizes.length; i++) {
      stride *= sizes[i] == MemRefType.DYNAMIC ? 1 : sizes[i];
    }
    return stride;
  }

  /** The stride of a dimension in bytes, as an i64 that is known at the launch's start. */
  Value strideInBytes(int dimension) {
    Value stride = kernel.math().constant(IntegerAttr.i64(stride(dimension) * bytes));
    for (int factor : factors(dimension)) {
      Value size = size(factor);
      Value wide =
          kernel
              .math()
              .once(
                  List.of("wide", size),
                  () -> IndexCastOp.create(kernel.math().at(), size, IntegerType.I64).out());
      Value before = stride;
      stride =
          kernel
              .math()
              .once(
                  List.of(before, wide),
                  () -> MulIOp.create(kernel.math().at(), wide, before).result());
    }
    return stride;
  }
}
