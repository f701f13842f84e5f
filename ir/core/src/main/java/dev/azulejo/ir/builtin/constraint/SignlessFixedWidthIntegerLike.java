// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** A signless integer, or a vector or tensor of them. */
public final class SignlessFixedWidthIntegerLike implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return Elements.isSignlessInteger(Elements.of(type));
  }

  @Override
  public String description() {
    return "signless-fixed-width-integer-like";
  }
}
