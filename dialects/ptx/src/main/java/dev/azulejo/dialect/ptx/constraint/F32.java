// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.FloatType;

/** A floating-point number of 32 bits. */
public final class F32 implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type.equals(FloatType.F32);
  }

  @Override
  public String description() {
    return "32-bit float";
  }

  @Override
  public Type onlyType() {
    return FloatType.F32;
  }
}
