// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeFunction;
import dev.azulejo.ir.builtin.VectorType;
import org.jspecify.annotations.Nullable;

/** The type of the elements of a vector. */
public final class ElementTypeOf implements TypeFunction {
  @Override
  public @Nullable Type apply(Type type) {
    return type instanceof VectorType vector ? vector.elementType() : null;
  }

  @Override
  public String description(String target, String from) {
    return "operand types match result element type";
  }
}
