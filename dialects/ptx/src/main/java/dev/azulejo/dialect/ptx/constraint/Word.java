// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;

/** 32 bits. */
public final class Word implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type.equals(IntegerType.I32) || type.equals(FloatType.F32);
  }

  @Override
  public String description() {
    return "i32 or f32";
  }
}
