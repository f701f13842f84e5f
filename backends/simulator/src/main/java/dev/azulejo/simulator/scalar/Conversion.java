// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.scalar;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;

/** Turns the bits of an element of one type into those of another. */
public interface Conversion {
  /** The bits of the same value in the other type. */
  long apply(long bits);

  /**
   * From one type to another: floating point rounds to nearest, ties to even; integers keep their
   * low bits; a fraction is cut off on the way to an integer, and what does not fit saturates.
   */
  static Conversion of(Type from, Type to) {
    if (from.equals(to)) {
      return bits -> bits;
    }
    if (from instanceof FloatType source && to instanceof FloatType target) {
      FloatCodec decoder = FloatCodec.of(source);
      FloatCodec encoder = FloatCodec.of(target);
      return bits -> encoder.encode(decoder.decode(bits));
    }
    if (from instanceof FloatType source) {
      FloatCodec decoder = FloatCodec.of(source);
      int width = Scalars.width(to);
      boolean unsigned = Scalars.isUnsigned(to);
      return bits -> toInteger(decoder.decode(bits), width, unsigned);
    }
    if (to instanceof FloatType target) {
      FloatCodec encoder = FloatCodec.of(target);
      boolean unsigned = Scalars.isUnsigned(from);
      return bits -> encoder.encode(Scalars.toDouble(Scalars.number(from, bits), unsigned, target));
    }
    return bits -> Scalars.number(from, bits);
  }

  private static long toInteger(double value, int width, boolean unsigned) {
    if (!unsigned) {
      long most = -1L >>> (Long.SIZE - width + 1);
      return Math.clamp((long) value, -most - 1, most);
    }
    if (value >= 0x1p63) {
      return width < Long.SIZE || value >= 0x1p64 ? -1 : (long) (value - 0x1p63) | Long.MIN_VALUE;
    }
    long most = width == Long.SIZE ? Long.MAX_VALUE : (1L << width) - 1;
    return Math.clamp((long) value, 0, most);
  }
}
