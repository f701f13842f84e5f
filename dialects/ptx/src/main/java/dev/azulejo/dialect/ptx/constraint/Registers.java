// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.dialect.ptx.type.RegistersType;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** An array of registers. */
public final class Registers implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof RegistersType;
  }

  @Override
  public String description() {
    return "an array of registers";
  }
}
