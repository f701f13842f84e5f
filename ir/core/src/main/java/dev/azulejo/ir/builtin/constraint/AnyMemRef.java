// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;

/** A buffer with a rank. */
public final class AnyMemRef implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof MemRefType;
  }

  @Override
  public String description() {
    return "memref of any type values";
  }
}
