// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeFunction;
import org.jspecify.annotations.Nullable;

/** The same type. */
public final class SameAs implements TypeFunction {
  @Override
  public @Nullable Type apply(Type type) {
    return type;
  }

  @Override
  public String description(String target, String from) {
    return "all of {%s, %s} have same type".formatted(from, target);
  }
}
