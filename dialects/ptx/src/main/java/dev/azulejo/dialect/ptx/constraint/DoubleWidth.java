// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeFunction;
import dev.azulejo.ir.builtin.IntegerType;
import org.jspecify.annotations.Nullable;

/** Whole numbers of twice the width. */
public final class DoubleWidth implements TypeFunction {
  @Override
  public @Nullable Type apply(Type type) {
    return type instanceof IntegerType integer && integer.width() <= 32
        ? IntegerType.of(2 * integer.width())
        : null;
  }

  @Override
  public String description(String target, String from) {
    return "type of '%s' has twice the width of that of '%s'".formatted(target, from);
  }
}
