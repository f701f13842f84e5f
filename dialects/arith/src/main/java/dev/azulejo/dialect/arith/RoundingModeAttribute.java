// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;

/** A {@link RoundingMode} as an integer of 32 bits. */
public final class RoundingModeAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return RoundingMode.of(attribute) != null;
  }

  @Override
  public String description() {
    return "Floating point rounding mode";
  }
}
