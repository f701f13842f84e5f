// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.scalar;

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
public final class Scalars {
  /** What an operation gives whose result upstream calls poison: no plausible number. */
  public static final long POISON = 0x5A5A5A5A5A5A5A5AL;

  private static final int DOUBLE_DIGITS = 53;

  private Scalars() {}

  /** How many bits an integer has; index has 64. */
  public static int width(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width();
      case IndexType _ -> Long.SIZE;
      default -> 0;
    };
  }

  /** Is it an integer of at most 64 bits, or index? */
  public static boolean isInteger(Type type) {
    return type instanceof IndexType
        || (type instanceof IntegerType integer
            && integer.width() >= 1
            && integer.width() <= Long.SIZE);
  }

  /** Is it a floating-point type of at most 64 bits? */
  public static boolean isFloat(Type type) {
    return type instanceof FloatType real && real.width() <= Long.SIZE;
  }

  /** The lowest {@code width} bits, extended by their sign. */
  public static long extend(long bits, int width) {
    int unused = Long.SIZE - width;
    return bits << unused >> unused;
  }

  /** The lowest {@code width} bits, extended by zeros. */
  public static long extendUnsigned(long bits, int width) {
    int unused = Long.SIZE - width;
    return bits << unused >>> unused;
  }

  /** Does an integer type count from zero? Truth values do. */
  public static boolean isUnsigned(Type type) {
    return type instanceof IntegerType integer && (integer.isUnsigned() || integer.width() == 1);
  }

  /** The number that an element of an integer type is; modulo 2^64 for one of 64 bits. */
  public static long number(Type type, long bits) {
    return isUnsigned(type) ? extendUnsigned(bits, width(type)) : extend(bits, width(type));
  }

  /**
   * A number as a double that rounds to the same number of a type as it does itself: rounded to odd
   * where it has too many digits, but for f64, to which it is rounded at once.
   */
  public static double toDouble(long number, boolean unsigned, FloatType type) {
    boolean negative = number < 0 && !unsigned;
    long magnitude = negative ? -number : number;
    int excess = Long.SIZE - Long.numberOfLeadingZeros(magnitude) - DOUBLE_DIGITS;
    if (type.width() == Long.SIZE) {
      // Two digits more: the conversion to double then is the one rounding.
      excess -= 2;
    }
    if (excess > 0) {
      long kept = magnitude >>> excess;
      boolean exact = kept << excess == magnitude;
      double whole = exact ? kept : kept | 1;
      return Math.scalb(negative ? -whole : whole, excess);
    }
    return negative ? -(double) magnitude : (double) magnitude;
  }

  /** The slot's content for bits as they lie in memory. */
  public static long fromMemory(Type type, long bits) {
    return isInteger(type) ? extend(bits, width(type)) : bits;
  }

  /** The slot's content for a constant, or null for one that is no scalar. */
  public static @Nullable Long constant(Attribute value) {
    return switch (value) {
      case IntegerAttr integer when isInteger(integer.type()) ->
          extend(integer.longValue(), width(integer.type()));
      case FloatAttr real when isFloat(real.type()) ->
          FloatCodec.of(real.type()).encode(real.doubleValue());
      default -> null;
    };
  }

  /** A truth value: all bits set, or none. */
  public static long truth(boolean value) {
    return value ? -1 : 0;
  }
}
