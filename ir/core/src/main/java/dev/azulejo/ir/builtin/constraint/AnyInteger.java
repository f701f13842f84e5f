// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;

/** An integer of any width and signedness. */
public final class AnyInteger implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof IntegerType;
  }

  @Override
  public String description() {
    return "integer";
  }
}
