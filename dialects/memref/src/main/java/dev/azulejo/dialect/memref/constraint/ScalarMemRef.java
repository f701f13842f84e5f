// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.Strides;

/** A buffer of one element. */
public final class ScalarMemRef implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof MemRefType memref && memref.rank() == 0 && Strides.of(memref) != null;
  }

  @Override
  public String description() {
    return "strided memref of any type values of rank 0";
  }
}
