// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.VectorType;

/** A vector none of whose dimensions is scaled. */
public final class FixedVector implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof VectorType vector && !vector.isScalable();
  }

  @Override
  public String description() {
    return "fixed-length vector of any type values";
  }
}
