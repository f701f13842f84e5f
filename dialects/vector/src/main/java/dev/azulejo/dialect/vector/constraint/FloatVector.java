// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.VectorType;

/** Floating-point numbers. */
public final class FloatVector implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof VectorType vector && vector.elementType() instanceof FloatType;
  }

  @Override
  public String description() {
    return "vector of floating-point values";
  }
}
