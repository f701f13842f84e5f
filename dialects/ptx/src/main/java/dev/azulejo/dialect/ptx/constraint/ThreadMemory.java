// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** A row of bytes in memory of one thread. */
public final class ThreadMemory implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return SpaceOf.isBytes(type, "local");
  }

  @Override
  public String description() {
    return "a memref of a number of bytes in local memory";
  }
}
