// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.ir.number.FloatFormat;

/**
 * A type of floating-point numbers as an instruction takes and gives them.
 *
 * @param format how they are spelt
 * @param rounding how results are rounded
 * @param flushes whether numbers too small for a normal form are taken as zero
 * @param saturates whether results are kept between 0 and 1
 * @param rectifies whether negative results become zero
 */
record Real(
    FloatFormat format, Rounding rounding, boolean flushes, boolean saturates, boolean rectifies) {
  private static final long SINGLE_NAN = 0x7fff_ffffL;
  private static final long HALF_NAN = 0x7fffL;
  private static final long E5M2_NAN = 0x7fL;

  /** Numbers that are rounded to nearest, as they are. */
  static Real of(FloatFormat format) {
    return new Real(format, Rounding.NEAREST_EVEN, false, false, false);
  }

  /** The number of a pattern. */
  double decode(long bits) {
    double value =
        switch (format) {
          case F32 -> Float.intBitsToFloat((int) bits);
          case F16 -> Float.float16ToFloat((short) bits);
          case BF16 -> Float.intBitsToFloat((int) bits << 16);
          case F64 -> Double.longBitsToDouble(bits);
          default -> format.decode(bits);
        };
    return flushes ? flush(value) : value;
  }

  /** The pattern of a number; a NaN becomes the one that instructions make. */
  long encode(double result) {
    double value = result;
    if (saturates) {
      value = Double.isNaN(value) ? 0 : Math.clamp(value, 0.0, 1.0) + 0.0;
    }
    if (Double.isNaN(value)) {
      return notANumber();
    }
    if (rectifies && (value < 0 || isNegativeZero(value))) {
      return 0;
    }
    boolean near = rounding == Rounding.NEAREST_EVEN;
    long bits = near ? nearest(value) : rounding.encode(format, value, false);
    return flushes && flush(format.decode(bits)) == 0 ? bits & sign() : bits;
  }

  private long nearest(double value) {
    return switch (format) {
      case F32 -> new Width(Float.SIZE).unsigned(Float.floatToRawIntBits((float) value));
      case F64 -> Double.doubleToRawLongBits(value);
      default -> format.encode(value);
    };
  }

  private static boolean isNegativeZero(double value) {
    return value == 0 && 1 / value < 0;
  }

  private double flush(double value) {
    boolean small = Math.abs(value) < Math.scalb(1.0, format.minExponent());
    return small ? Math.copySign(0.0, value) : value;
  }

  private long sign() {
    return 1L << (format.width() - 1);
  }

  /** The NaN that instructions make of this type. */
  long notANumber() {
    return switch (format) {
      case F32 -> SINGLE_NAN;
      case F16, BF16 -> HALF_NAN;
      case F8E5M2 -> E5M2_NAN;
      default -> format.encode(Double.NaN);
    };
  }
}
