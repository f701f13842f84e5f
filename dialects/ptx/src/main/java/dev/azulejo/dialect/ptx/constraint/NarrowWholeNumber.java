// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;

/** A whole number of which there is one of twice the width. */
public final class NarrowWholeNumber implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type.equals(IntegerType.I16) || type.equals(IntegerType.I32);
  }

  @Override
  public String description() {
    return "i16 or i32";
  }
}
