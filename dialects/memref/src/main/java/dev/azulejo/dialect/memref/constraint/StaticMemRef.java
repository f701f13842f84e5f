// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;

/** A buffer all of whose dimensions are known. */
public final class StaticMemRef implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof MemRefType memref && memref.hasStaticShape();
  }

  @Override
  public String description() {
    return "statically shaped memref of any type values";
  }
}
