// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.VectorType;

/** Truth values. */
public final class MaskVector implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof VectorType vector && vector.elementType().equals(IntegerType.I1);
  }

  @Override
  public String description() {
    return "vector of 1-bit signless integer values";
  }
}
