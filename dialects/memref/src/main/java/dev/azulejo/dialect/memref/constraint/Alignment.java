// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;

/** How addresses are aligned, in bytes. */
public final class Alignment implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof IntegerAttr integer
        && integer.type().equals(IntegerType.I64)
        && integer.longValue() > 0
        && Long.bitCount(integer.longValue()) == 1;
  }

  @Override
  public String description() {
    return "64-bit signless integer attribute whose value is positive and whose value is a power"
        + " of two > 0";
  }
}
