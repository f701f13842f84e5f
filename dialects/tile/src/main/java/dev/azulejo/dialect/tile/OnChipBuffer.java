// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;

/** A memref of static shape in shared, fragment or local memory. */
public final class OnChipBuffer implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    Space space = Space.of(type);
    return space != null
        && space != Space.GLOBAL
        && type instanceof MemRefType memref
        && memref.hasStaticShape();
  }

  @Override
  public String description() {
    return "a memref of static shape in shared, fragment or local memory";
  }
}
