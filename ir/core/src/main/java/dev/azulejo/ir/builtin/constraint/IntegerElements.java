// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;

/** Integers in a shape. */
public final class IntegerElements implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof DenseElementsAttr elements
        && (elements.elementType() instanceof IntegerType
            || elements.elementType() instanceof IndexType);
  }

  @Override
  public String description() {
    return "integer elements attribute";
  }
}
