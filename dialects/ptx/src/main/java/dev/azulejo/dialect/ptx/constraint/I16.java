// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;

/** 16 bits. */
public final class I16 implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type.equals(IntegerType.I16);
  }

  @Override
  public String description() {
    return "16-bit signless integer";
  }

  @Override
  public Type onlyType() {
    return IntegerType.I16;
  }
}
