// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.OpaqueAttr;

/** Attributes, at least one, of dialects that describe targets; we have none of these dialects. */
public final class Targets implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    if (!(attribute instanceof ArrayAttr array) || array.size() == 0) {
      return false;
    }
    for (Attribute target : array.elements()) {
      if (!(target instanceof OpaqueAttr)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String description() {
    return "array of GPU target attributes with at least 1 elements";
  }
}
