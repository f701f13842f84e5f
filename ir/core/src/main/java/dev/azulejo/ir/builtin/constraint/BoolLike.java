// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;

/** A truth value, or a vector or tensor of them. */
public final class BoolLike implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return Elements.of(type).equals(IntegerType.I1);
  }

  @Override
  public String description() {
    return "bool-like";
  }
}
