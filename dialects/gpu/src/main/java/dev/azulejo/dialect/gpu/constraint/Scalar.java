// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;

/** A signless integer or a floating-point number. */
public final class Scalar implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof FloatType
        || (type instanceof IntegerType integer && integer.isSignless());
  }

  @Override
  public String description() {
    return "Integer or Float";
  }
}
