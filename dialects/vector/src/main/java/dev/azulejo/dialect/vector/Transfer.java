// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.AffineMapAttr;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.List;
import java.util.Optional;

/**
 * An operation between a vector and a part of a buffer or a tensor. Its map says which dimension of
 * the buffer each dimension of the vector is; 0 stands for a dimension along which it is repeated.
 */
public sealed interface Transfer extends Accessing permits TransferReadOp, TransferWriteOp {
  /** The buffer, or the tensor. */
  Value base();

  /** Where the first element is, one index a dimension. */
  List<Value> indices();

  /** The vector. */
  Value vectorValue();

  /** Which dimension of the buffer each dimension of the vector is. */
  AffineMapAttr permutationMap();

  /** Is it certain, for each dimension of the vector, that it stays in bounds? */
  ArrayAttr inBounds();

  /** The mask, where there is one. */
  Optional<Value> mask();

  /** Is it certain that dimension {@code i} of the vector stays in bounds? */
  default boolean isInBounds(int i) {
    return ((IntegerAttr) inBounds().get(i)).isTrue();
  }
}
