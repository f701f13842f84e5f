// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IndexType;

/** A signless integer or index. */
public final class SignlessIntegerOrIndex implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return Elements.isSignlessInteger(type) || type instanceof IndexType;
  }

  @Override
  public String description() {
    return "signless integer or index";
  }
}
