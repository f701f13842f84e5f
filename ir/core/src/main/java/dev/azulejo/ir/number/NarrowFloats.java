// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

/**
 * Conversions between `float` and the 16-bit formats for hot loops, where a call through {@link
 * FloatFormat} would cost too much. Results agree with {@link FloatFormat#decode(long)} and {@link
 * FloatFormat#encode(double)}.
 */
public final class NarrowFloats {
  private NarrowFloats() {}

  /** The value of an f16 pattern. */
  public static float halfToFloat(short bits) {
    return Float.float16ToFloat(bits);
  }

  /** The f16 pattern nearest to a value, ties to even; too large a value becomes an infinity. */
  public static short floatToHalf(float value) {
    return Float.floatToFloat16(value);
  }

  /** The value of a bf16 pattern. */
  public static float bfloat16ToFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /**
   * The bf16 pattern nearest to a value, ties to even; too large a value becomes an infinity. A NaN
   * keeps its sign and the upper bits of its payload and becomes quiet.
   */
  public static short floatToBfloat16(float value) {
    int raw = Float.floatToRawIntBits(value);
    if ((raw & 0x7FFFFFFF) > 0x7F800000) {
      return (short) ((raw >>> 16) | 0x40);
    }
    // Adding just under half a place, one more where the last place is odd, carries exactly when
    // the
    // value must go up; a carry into the exponent is right as well, up to the infinity.
    return (short) ((raw + 0x7FFF + ((raw >>> 16) & 1)) >>> 16);
  }
}
