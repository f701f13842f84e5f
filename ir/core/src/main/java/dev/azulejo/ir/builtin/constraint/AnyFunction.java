// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.FunctionType;

/** A function. */
public final class AnyFunction implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof FunctionType;
  }

  @Override
  public String description() {
    return "function type";
  }
}
