// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.UnrankedMemRefType;

/** A buffer that has a dimension to ask for, or whose rank is not known. */
public final class HasDimensions implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof UnrankedMemRefType
        || (type instanceof MemRefType memref && memref.rank() > 0);
  }

  @Override
  public String description() {
    return "unranked.memref of any type values or non-0-ranked.memref of any type values";
  }
}
