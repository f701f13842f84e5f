// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.scalar;

import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.number.FloatFormat;

/**
 * Turns the bits of a floating-point type into a double and back. Every type up to 64 bits fits
 * into a double exactly. A sum, difference, product, quotient or square root of types up to 32
 * bits, computed in double and rounded once, is the correctly rounded one.
 */
public interface FloatCodec {
  /** The number that bits stand for. */
  double decode(long bits);

  /** The bits of the nearest number of the type, ties to even. */
  long encode(double value);

  /** A product and a number, added and rounded once; the factors have at most 32 bits. */
  default long encodeSum(double product, double addend) {
    double sum = product + addend;
    double part = sum - product;
    double error = (product - (sum - part)) + (addend - part);
    if (error != 0 && Double.isFinite(sum) && (Double.doubleToRawLongBits(sum) & 1) == 0) {
      // Rounded to odd, a double has what it takes to round again.
      sum = error > 0 ? Math.nextUp(sum) : Math.nextDown(sum);
    }
    return encode(sum);
  }

  /** The codec of a type. */
  static FloatCodec of(FloatType type) {
    FloatFormat format = type.format();
    return switch (format.keyword()) {
      case "f32" -> Single.INSTANCE;
      case "f64" -> Double64.INSTANCE;
      case "f16" -> Half.INSTANCE;
      case "bf16" -> Brain.INSTANCE;
      default -> new General(format);
    };
  }

  /** f32. */
  record Single() implements FloatCodec {
    static final Single INSTANCE = new Single();

    @Override
    public double decode(long bits) {
      return Float.intBitsToFloat((int) bits);
    }

    @Override
    public long encode(double value) {
      return Float.floatToRawIntBits((float) value) & 0xffff_ffffL;
    }
  }

  /** f64. */
  record Double64() implements FloatCodec {
    static final Double64 INSTANCE = new Double64();

    @Override
    public double decode(long bits) {
      return Double.longBitsToDouble(bits);
    }

    @Override
    public long encode(double value) {
      return Double.doubleToRawLongBits(value);
    }
  }

  /** f16. */
  record Half() implements FloatCodec {
    static final Half INSTANCE = new Half();

    @Override
    public double decode(long bits) {
      return Float.float16ToFloat((short) bits);
    }

    @Override
    public long encode(double value) {
      float single = (float) value;
      if (single == value || Double.isNaN(value)) {
        return Float.floatToFloat16(single) & 0xffffL;
      }
      // Rounding twice could end on the wrong side of a tie; the general way rounds once.
      return FloatFormat.F16.encode(value);
    }
  }

  /** bf16. */
  record Brain() implements FloatCodec {
    static final Brain INSTANCE = new Brain();

    @Override
    public double decode(long bits) {
      return Float.intBitsToFloat((int) bits << 16);
    }

    @Override
    public long encode(double value) {
      float single = (float) value;
      if (single == value) {
        int bits = Float.floatToRawIntBits(single);
        int half = 0x7fff + ((bits >>> 16) & 1);
        return ((bits + half) >>> 16) & 0xffffL;
      }
      return FloatFormat.BF16.encode(value);
    }
  }

  /** Any other. */
  record General(FloatFormat format) implements FloatCodec {
    @Override
    public double decode(long bits) {
      return format.decode(bits);
    }

    @Override
    public long encode(double value) {
      return format.encode(value);
    }
  }
}
