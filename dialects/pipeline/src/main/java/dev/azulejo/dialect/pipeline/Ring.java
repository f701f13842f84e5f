// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** A ring of slots. */
public final class Ring implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof RingType;
  }

  @Override
  public String description() {
    return "a ring of slots";
  }

  @Override
  public Type onlyType() {
    return RingType.INSTANCE;
  }
}
