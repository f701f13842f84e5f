// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.VectorType;

/** What can be printed. */
public final class Printable implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof VectorType
        || type instanceof IntegerType
        || type instanceof IndexType
        || type instanceof FloatType;
  }

  @Override
  public String description() {
    return "";
  }
}
