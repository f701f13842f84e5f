// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IntegerType;

/** Three integers of 32 bits: a size in each dimension. */
public final class ThreeSizes implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof DenseArrayAttr array
        && array.elementType().equals(IntegerType.I32)
        && array.asLongs().length == 3;
  }

  @Override
  public String description() {
    return "i32 dense array attribute with 3 elements (if present)";
  }
}
