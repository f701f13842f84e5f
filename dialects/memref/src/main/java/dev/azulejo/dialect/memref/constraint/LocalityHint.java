// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;

/** How soon data will be used again: from 0, not at all, to 3, very soon. */
public final class LocalityHint implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof IntegerAttr integer
        && integer.type().equals(IntegerType.I32)
        && integer.longValue() >= 0
        && integer.longValue() <= 3;
  }

  @Override
  public String description() {
    return "32-bit signless integer attribute whose minimum value is 0 whose maximum value is 3";
  }
}
