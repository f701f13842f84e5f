// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;

/** Integers of 64 bits. */
public final class Integers64 implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof ArrayAttr array
        && array.elements().stream().allMatch(Integers64::isNumber);
  }

  private static boolean isNumber(Attribute attribute) {
    return attribute instanceof IntegerAttr number && number.type().equals(IntegerType.I64);
  }

  @Override
  public String description() {
    return "64-bit integer array attribute";
  }
}
