// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerOrIndex;

/** A shape in memory. */
public final class MemRefOfSizes implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof MemRefType memref
        && memref.rank() == 1
        && new SignlessIntegerOrIndex().accepts(memref.elementType());
  }

  @Override
  public String description() {
    return "1D memref of signless integer or index values";
  }
}
