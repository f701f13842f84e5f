// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;

/** A {@link LayoutAttr}. */
public final class LayoutAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof LayoutAttr;
  }

  @Override
  public String description() {
    return "a layout: #tile.layout<...>";
  }
}
