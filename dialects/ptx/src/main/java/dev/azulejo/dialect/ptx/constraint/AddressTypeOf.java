// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeFunction;
import org.jspecify.annotations.Nullable;

/** Addresses of a buffer: 32 bits in shared memory, else 64. */
public final class AddressTypeOf implements TypeFunction {
  @Override
  public @Nullable Type apply(Type type) {
    String space = SpaceOf.word(type);
    return space == null ? null : SpaceOf.address(space);
  }

  @Override
  public String description(String target, String from) {
    return "type of '%s' is i32 where '%s' is in shared memory, else i64".formatted(target, from);
  }
}
