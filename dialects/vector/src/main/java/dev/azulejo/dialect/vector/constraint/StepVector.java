// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.VectorType;

/** Indices in one dimension. */
public final class StepVector implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof VectorType vector
        && vector.rank() == 1
        && vector.elementType() instanceof IndexType;
  }

  @Override
  public String description() {
    return "vector of index values of ranks 1";
  }
}
