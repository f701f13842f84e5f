// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.Strides;

/** A buffer whose elements lie in even distances. */
public final class StridedMemRef implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof MemRefType memref && Strides.of(memref) != null;
  }

  @Override
  public String description() {
    return "strided memref of any type values";
  }
}
