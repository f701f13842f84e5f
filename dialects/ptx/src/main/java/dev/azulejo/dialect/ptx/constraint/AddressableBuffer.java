// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** A buffer that has addresses. */
public final class AddressableBuffer implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return SpaceOf.word(type) != null;
  }

  @Override
  public String description() {
    return "memref in global, shared or local memory";
  }
}
