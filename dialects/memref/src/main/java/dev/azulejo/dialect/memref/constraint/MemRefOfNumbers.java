// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;

/** A buffer of signless integers or floating-point numbers. */
public final class MemRefOfNumbers implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof MemRefType memref
        && new SignlessIntegerOrFloat().accepts(memref.elementType());
  }

  @Override
  public String description() {
    return "memref of signless integer or floating-point values";
  }
}
