// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;

/** Truth values. */
public final class Booleans implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof ArrayAttr array
        && array.elements().stream().allMatch(Booleans::isTruthValue);
  }

  private static boolean isTruthValue(Attribute attribute) {
    return attribute instanceof IntegerAttr number && number.type().equals(IntegerType.I1);
  }

  @Override
  public String description() {
    return "1-bit boolean array attribute";
  }
}
