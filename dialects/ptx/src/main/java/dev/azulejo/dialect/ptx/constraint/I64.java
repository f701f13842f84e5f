// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;

/** 64 bits. */
public final class I64 implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type.equals(IntegerType.I64);
  }

  @Override
  public String description() {
    return "64-bit signless integer";
  }

  @Override
  public Type onlyType() {
    return IntegerType.I64;
  }
}
