// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** A buffer in global memory. */
public final class GlobalBuffer implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return "global".equals(SpaceOf.word(type));
  }

  @Override
  public String description() {
    return "memref in global memory";
  }
}
