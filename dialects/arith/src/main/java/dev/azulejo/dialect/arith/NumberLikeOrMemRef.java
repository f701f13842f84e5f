// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.FloatLike;
import dev.azulejo.ir.builtin.constraint.SignlessFixedWidthIntegerLike;

/** A number whose bits are all known, or a vector, tensor or memref of them. */
public final class NumberLikeOrMemRef implements TypeConstraint {
  private final TypeConstraint integer = new SignlessFixedWidthIntegerLike();
  private final TypeConstraint real = new FloatLike();

  @Override
  public boolean accepts(Type type) {
    Type number = type instanceof MemRefType memref ? memref.elementType() : type;
    return integer.accepts(number) || real.accepts(number);
  }

  @Override
  public String description() {
    return "signless-integer-or-float-like or memref of signless-integer or float";
  }
}
