// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.FloatType;

/** A floating-point number of 32 or 64 bits. */
public final class F32OrF64 implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type.equals(FloatType.F32) || type.equals(FloatType.F64);
  }

  @Override
  public String description() {
    return "f32 or f64";
  }
}
