// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;

/** A buffer of one dimension. */
public final class MemRefOfRankOne implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof MemRefType memref && memref.rank() == 1;
  }

  @Override
  public String description() {
    return "1D memref of any type values";
  }
}
