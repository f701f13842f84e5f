// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.VectorType;

/** Integers or indices. */
public final class IndexVector implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof VectorType vector
        && (vector.elementType() instanceof IntegerType
            || vector.elementType() instanceof IndexType);
  }

  @Override
  public String description() {
    return "vector of integer or index values";
  }
}
