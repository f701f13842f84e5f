// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;

/** An integer, an index or a floating-point number. */
public final class PrintedScalar implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof IntegerType || type instanceof IndexType || type instanceof FloatType;
  }

  @Override
  public String description() {
    return "integer or index or floating-point";
  }
}
