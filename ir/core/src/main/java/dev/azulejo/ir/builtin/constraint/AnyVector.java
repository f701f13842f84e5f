// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.VectorType;

/** A vector. */
public final class AnyVector implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof VectorType;
  }

  @Override
  public String description() {
    return "vector of any type values";
  }
}
