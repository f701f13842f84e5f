// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;

/** Which dimensions belong together: {@code [[0, 1], [2]]}. */
public final class ReassociationAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof ArrayAttr groups
        && groups.elements().stream().allMatch(ReassociationAttribute::isGroup);
  }

  private static boolean isGroup(Attribute attribute) {
    return attribute instanceof ArrayAttr group
        && group.elements().stream().allMatch(ReassociationAttribute::isNumber);
  }

  private static boolean isNumber(Attribute attribute) {
    return attribute instanceof IntegerAttr number && number.type().equals(IntegerType.I64);
  }

  @Override
  public String description() {
    return "Array of 64-bit integer array attributes";
  }
}
