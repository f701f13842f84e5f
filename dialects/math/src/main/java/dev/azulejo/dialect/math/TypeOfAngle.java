// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeFunction;

/** The sine and the cosine of an angle have its type. */
public final class TypeOfAngle implements TypeFunction {
  @Override
  public Type apply(Type type) {
    return type;
  }

  @Override
  public String description(String target, String from) {
    return "all of {operand, sin, cos} have same type";
  }
}
