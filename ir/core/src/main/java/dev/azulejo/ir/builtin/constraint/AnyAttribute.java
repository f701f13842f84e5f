// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;

/** Any attribute. */
public final class AnyAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return true;
  }

  @Override
  public String description() {
    return "any attribute";
  }
}
