// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a number goes that a type has no room for. The order is that of the numbers in the text.
 */
public enum RoundingMode {
  /** To the nearest number, from the middle to the even one. */
  TO_NEAREST_EVEN(0),
  /** Down. */
  DOWNWARD(1),
  /** Up. */
  UPWARD(2),
  /** To the number with the smaller magnitude. */
  TOWARD_ZERO(3),
  /** To the nearest number, from the middle to the one with the greater magnitude. */
  TO_NEAREST_AWAY(4);

  private final int number;

  RoundingMode(int number) {
    this.number = number;
  }

  /** The mode as custom forms spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode as an attribute. */
  public IntegerAttr attribute() {
    return IntegerAttr.i32(number);
  }

  /** The mode of an attribute, or null where it is of none. */
  public static @Nullable RoundingMode of(@Nullable Attribute attribute) {
    if (attribute instanceof IntegerAttr number && number.type().equals(IntegerType.I32)) {
      for (RoundingMode mode : values()) {
        if (number.longValue() == mode.number) {
          return mode;
        }
      }
    }
    return null;
  }
}
