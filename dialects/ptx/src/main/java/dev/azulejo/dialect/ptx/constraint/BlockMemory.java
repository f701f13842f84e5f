// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** A row of bytes in shared memory. */
public final class BlockMemory implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return SpaceOf.isBytes(type, "shared");
  }

  @Override
  public String description() {
    return "a memref of a number of bytes in shared memory";
  }
}
