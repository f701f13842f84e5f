// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.TypedAttr;

/** An attribute that stands for a value of a type. */
public final class AnyTypedAttr implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof TypedAttr;
  }

  @Override
  public String description() {
    return "TypedAttr instance";
  }
}
