// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.ShapedType;

/** Something of many elements. */
public final class Shaped implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof ShapedType;
  }

  @Override
  public String description() {
    return "shaped of any type values";
  }
}
