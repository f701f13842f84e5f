// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** Any type. */
public final class AnyType implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return true;
  }

  @Override
  public String description() {
    return "any type";
  }
}
