// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.RankedTensorType;

/** A tensor of known rank. */
public final class RankedTensor implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof RankedTensorType;
  }

  @Override
  public String description() {
    return "ranked tensor of any type values";
  }
}
