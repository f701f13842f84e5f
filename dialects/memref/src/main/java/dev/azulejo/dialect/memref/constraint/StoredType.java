// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeFunction;
import dev.azulejo.ir.builtin.MemRefType;
import org.jspecify.annotations.Nullable;

/** The type of what is stored to a buffer. */
public final class StoredType implements TypeFunction {
  @Override
  public @Nullable Type apply(Type type) {
    return type instanceof MemRefType memref ? memref.elementType() : null;
  }

  @Override
  public String description(String target, String from) {
    return "type of '%s' matches element type of '%s'".formatted(target, from);
  }
}
