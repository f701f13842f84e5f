// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.VectorType;

/** A {@link Scalar}, or a vector of one dimension of them. */
public final class ScalarOrRow implements TypeConstraint {
  private static final Scalar SCALAR = new Scalar();

  @Override
  public boolean accepts(Type type) {
    return SCALAR.accepts(type)
        || (type instanceof VectorType vector
            && vector.rank() == 1
            && !vector.isScalable()
            && SCALAR.accepts(vector.elementType()));
  }

  @Override
  public String description() {
    return "Integer or Float or fixed-length vector of Integer or Float values of ranks 1";
  }
}
