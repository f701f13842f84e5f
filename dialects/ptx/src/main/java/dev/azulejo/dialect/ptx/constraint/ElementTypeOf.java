// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.dialect.ptx.type.RegistersType;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeFunction;
import org.jspecify.annotations.Nullable;

/** What a register of an array holds. */
public final class ElementTypeOf implements TypeFunction {
  @Override
  public @Nullable Type apply(Type type) {
    RegistersType registers = Registers.of(type);
    return registers == null ? null : registers.element();
  }

  @Override
  public String description(String target, String from) {
    return "type of '%s' is that of the registers of '%s'".formatted(target, from);
  }
}
