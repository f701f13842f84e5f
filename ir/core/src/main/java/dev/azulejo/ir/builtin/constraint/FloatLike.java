// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.FloatType;

/** A floating-point type, or a vector or tensor of them. */
public final class FloatLike implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return Elements.of(type) instanceof FloatType;
  }

  @Override
  public String description() {
    return "floating-point-like";
  }
}
