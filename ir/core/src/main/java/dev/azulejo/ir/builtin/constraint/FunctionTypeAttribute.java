// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.TypeAttr;

/** The type of a function. */
public final class FunctionTypeAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof TypeAttr type && type.value() instanceof FunctionType;
  }

  @Override
  public String description() {
    return "type attribute of function type";
  }
}
