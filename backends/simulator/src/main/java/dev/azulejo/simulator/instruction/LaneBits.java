// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TypedAttr;

/** How a lane holds values of a type. */
public final class LaneBits {
  private LaneBits() {}

  /** How many bits a value of a type has, integer or floating point. */
  public static int width(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width();
      case FloatType real -> real.width();
      default -> throw new IllegalArgumentException("no type of a register: " + type);
    };
  }

  /** Bits as a lane holds them. */
  public static long hold(Type type, long bits) {
    var width = new Width(width(type));
    return type instanceof FloatType ? width.unsigned(bits) : width.signed(bits);
  }

  /** A constant as a lane holds it. */
  public static long constant(TypedAttr value) {
    return switch (value) {
      case IntegerAttr integer -> hold(integer.type(), integer.longValue());
      case FloatAttr real -> real.type().format().encode(real.doubleValue());
      default -> throw new IllegalArgumentException("no constant of a register: " + value);
    };
  }
}
