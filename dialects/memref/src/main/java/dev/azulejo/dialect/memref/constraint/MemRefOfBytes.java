// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;

/** Bytes in one dimension. */
public final class MemRefOfBytes implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof MemRefType memref
        && memref.rank() == 1
        && memref.elementType().equals(IntegerType.I8);
  }

  @Override
  public String description() {
    return "1D memref of 8-bit signless integer values";
  }
}
