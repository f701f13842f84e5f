// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.ArrayAttr;

/** An {@link IteratorType} for each dimension. */
public final class IteratorTypes implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof ArrayAttr array
        && array.elements().stream().allMatch(IteratorTypeAttr.class::isInstance);
  }

  @Override
  public String description() {
    return "Iterator type should be an enum.";
  }
}
