// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;

/** An address: of 32 bits in shared memory, else of 64. */
public final class I32OrI64 implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type.equals(IntegerType.I32) || type.equals(IntegerType.I64);
  }

  @Override
  public String description() {
    return "32-bit or 64-bit signless integer";
  }
}
