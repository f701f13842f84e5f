// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.dialect.ptx.type.RegisterClass;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;

/** A floating-point number, or a pair in 32 bits. */
public final class FloatOrPair implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type.equals(IntegerType.I32)
        || (type instanceof FloatType && RegisterClass.of(type) != null);
  }

  @Override
  public String description() {
    return "f16, bf16, f32, f64 or a pair in i32";
  }
}
