// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.dialect.ptx.type.RegisterClass;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;

/** A truth value or a whole number. */
public final class Bits implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof IntegerType && RegisterClass.of(type) != null;
  }

  @Override
  public String description() {
    return "i1, i16, i32 or i64";
  }
}
