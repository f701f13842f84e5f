// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;

/** An integer of 32 bits. */
public final class I32 implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type.equals(IntegerType.I32);
  }

  @Override
  public String description() {
    return "32-bit signless integer";
  }

  @Override
  public Type onlyType() {
    return IntegerType.I32;
  }
}
