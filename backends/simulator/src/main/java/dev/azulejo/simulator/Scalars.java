// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import org.jspecify.annotations.Nullable;

/**
 * How scalars lie in the slots of a frame: integers extended by their sign to 64 bits, so that a
 * true i1 is -1, and floating-point numbers as their bits.
 */
final class Scalars {
  private Scalars() {}

  /** How many bits an integer has; index has 64. */
  static int width(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width();
      case IndexType _ -> Long.SIZE;
      default -> 0;
    };
  }

  /** Is it an integer of at most 64 bits, or index? */
  static boolean isInteger(Type type) {
    return type instanceof IndexType
        || (type instanceof IntegerType integer
            && integer.width() >= 1
            && integer.width() <= Long.SIZE);
  }

  /** Is it a floating-point type of at most 64 bits? */
  static boolean isFloat(Type type) {
    return type instanceof FloatType real && real.width() <= Long.SIZE;
  }

  /** The lowest {@code width} bits, extended by their sign. */
  static long extend(long bits, int width) {
    int unused = Long.SIZE - width;
    return bits << unused >> unused;
  }

  /** The lowest {@code width} bits, extended by zeros. */
  static long extendUnsigned(long bits, int width) {
    int unused = Long.SIZE - width;
    return bits << unused >>> unused;
  }

  /** The slot's content for bits as they lie in memory. */
  static long fromMemory(Type type, long bits) {
    return isInteger(type) ? extend(bits, width(type)) : bits;
  }

  /** The slot's content for a constant, or null for one that is no scalar. */
  static @Nullable Long constant(Attribute value) {
    return switch (value) {
      case IntegerAttr integer when isInteger(integer.type()) ->
          extend(integer.longValue(), width(integer.type()));
      case FloatAttr real when real.type() instanceof FloatType type && isFloat(type) ->
          FloatCodec.of(type).encode(real.doubleValue());
      default -> null;
    };
  }

  static long truth(boolean value) {
    return value ? -1 : 0;
  }
}
