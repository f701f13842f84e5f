// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** An array of barriers. */
public final class BarrierArray implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof BarrierArrayType;
  }

  @Override
  public String description() {
    return "an array of barriers";
  }
}
