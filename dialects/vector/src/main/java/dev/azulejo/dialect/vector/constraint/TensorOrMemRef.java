// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.TensorType;

/** A tensor or a buffer. */
public final class TensorOrMemRef implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof TensorType || type instanceof MemRefType;
  }

  @Override
  public String description() {
    return "Tensor or MemRef of any type values";
  }
}
