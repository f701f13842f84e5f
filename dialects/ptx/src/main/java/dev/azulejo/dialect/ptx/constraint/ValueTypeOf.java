// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeFunction;
import org.jspecify.annotations.Nullable;

/** What is loaded of a parameter. */
public final class ValueTypeOf implements TypeFunction {
  @Override
  public @Nullable Type apply(Type type) {
    return type instanceof ParameterType parameter ? parameter.value() : null;
  }

  @Override
  public String description(String target, String from) {
    return "type of '%s' is that of the parameter '%s'".formatted(target, from);
  }
}
