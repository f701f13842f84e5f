// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** A parameter of a kernel. */
public final class Parameter implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof ParameterType;
  }

  @Override
  public String description() {
    return "a parameter of a kernel";
  }
}
