// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.VectorType;

/** A vector of one dimension. */
public final class VectorOfRankOne implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof VectorType vector && vector.rank() == 1;
  }

  @Override
  public String description() {
    return "of ranks 1";
  }
}
