// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.UnrankedMemRefType;

/** A buffer, whether its rank is known or not. */
public final class AnyRankedOrUnranked implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof MemRefType || type instanceof UnrankedMemRefType;
  }

  @Override
  public String description() {
    return "ranked or unranked memref of any type values";
  }
}
