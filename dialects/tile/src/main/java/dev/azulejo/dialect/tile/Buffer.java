// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** A memref in one of the spaces that tile operations know. */
public final class Buffer implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return Space.of(type) != null;
  }

  @Override
  public String description() {
    return "a memref in global, shared, fragment or local memory";
  }
}
