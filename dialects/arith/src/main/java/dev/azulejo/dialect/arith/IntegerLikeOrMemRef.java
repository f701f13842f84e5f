// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerLike;

/** A signless integer or index, or a vector, tensor or memref of them. */
public final class IntegerLikeOrMemRef implements TypeConstraint {
  private final TypeConstraint number = new SignlessIntegerLike();

  @Override
  public boolean accepts(Type type) {
    return number.accepts(type instanceof MemRefType memref ? memref.elementType() : type);
  }

  @Override
  public String description() {
    return "signless-integer-like or memref of signless-integer";
  }
}
