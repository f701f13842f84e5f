// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.ArrayAttr;

/** An array. */
public final class ArrayAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof ArrayAttr;
  }

  @Override
  public String description() {
    return "array attribute";
  }
}
