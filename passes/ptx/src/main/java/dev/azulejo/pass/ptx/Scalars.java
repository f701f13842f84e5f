// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.ptx.type.RegisterClass;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import org.jspecify.annotations.Nullable;

/** The registers that numbers are in. */
final class Scalars {
  private Scalars() {}

  /**
   * The type of the register for a number, or null where there is none. Indices have 32 bits; a
   * byte is the lower half of 16, and what is above it means nothing.
   */
  static @Nullable Type register(Type type) {
    if (type instanceof IndexType) {
      return IntegerType.I32;
    }
    if (isByte(type)) {
      return IntegerType.I16;
    }
    return RegisterClass.of(type) == null ? null : type;
  }

  /** How many bits a number has in memory; 0 where it is none. */
  static int width(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width();
      case FloatType floating -> floating.width();
      case IndexType _ -> Integer.SIZE;
      default -> 0;
    };
  }

  static boolean isByte(Type type) {
    return type instanceof IntegerType integer && integer.width() == Byte.SIZE;
  }

  /** How many bits a number takes in memory; 0 where it is none. An index takes 64. */
  static int memoryWidth(Type type) {
    return type instanceof IndexType ? Long.SIZE : width(type);
  }
}
