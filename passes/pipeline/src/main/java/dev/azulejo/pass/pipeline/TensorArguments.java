// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import org.jspecify.annotations.Nullable;

/** Which tensors the host can describe to the engine that moves boxes. */
public final class TensorArguments {
  /** The most dimensions that a tensor map has. */
  private static final int MOST_DIMENSIONS = 5;

  private TensorArguments() {}

  /** Why the host can't describe a tensor to the engine, or null where it can. */
  public static @Nullable String problemOf(Value tensor) {
    boolean isArgument =
        tensor instanceof BlockArgument argument
            && argument.owner().parentOp() instanceof IsolatedFromAbove;
    if (!isArgument) {
      return "the tensor is no argument of the function, so the host can't describe it";
    }
    if (!(tensor.type() instanceof MemRefType type)) {
      return "the tensor has no rank";
    }
    if (type.layout() != null) {
      return "the tensor has strides of its own";
    }
    return type.rank() < 1 || type.rank() > MOST_DIMENSIONS
        ? "the tensor has %d dimensions; 1 to %d are possible"
            .formatted(type.rank(), MOST_DIMENSIONS)
        : null;
  }
}
