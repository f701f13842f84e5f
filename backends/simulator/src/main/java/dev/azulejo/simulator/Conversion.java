// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;

/** Turns the bits of an element of one type into those of another. */
interface Conversion {
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
      long most = -1L >>> (Long.SIZE - width + 1);
      return bits -> Math.clamp((long) decoder.decode(bits), -most - 1, most);
    }
    int width = Scalars.width(from);
    if (to instanceof FloatType target) {
      FloatCodec encoder = FloatCodec.of(target);
      return bits -> encoder.encode((double) Scalars.extend(bits, width));
    }
    return bits -> Scalars.extend(bits, width);
  }
}
