// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;

/** A truth value. */
public final class I1 implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type.equals(IntegerType.I1);
  }

  @Override
  public String description() {
    return "1-bit signless integer";
  }

  @Override
  public Type onlyType() {
    return IntegerType.I1;
  }
}
