// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeFunction;
import dev.azulejo.ir.builtin.IntegerType;

/** A truth value for each element of a type. */
public final class BoolLikeOf implements TypeFunction {
  @Override
  public Type apply(Type type) {
    return Shapes.withElement(type, IntegerType.I1);
  }

  @Override
  public String description(String target, String from) {
    return "result type has i1 element type and same shape as operands";
  }
}
