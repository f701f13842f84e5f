// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

/** The numbers that registers of 32 bits hold, by the words of PTX for them. */
final class Numbers {
  private Numbers() {}

  static int bits(String word) {
    return switch (word) {
      case "tf32", "f32", "s32" -> 32;
      case "f16", "bf16" -> 16;
      default -> 8;
    };
  }

  static boolean isWhole(String word) {
    return word.startsWith("s") || word.startsWith("u");
  }

  /** The number at a place of a register. */
  static double of(long register, int place, String word) {
    int bits = (int) (register >> (place * bits(word)));
    return switch (word) {
      case "s32" -> bits;
      case "f32" -> Float.intBitsToFloat(bits);
      // The instruction ignores the low bits.
      case "tf32" -> Float.intBitsToFloat(bits & ~0x1fff);
      case "f16" -> Float.float16ToFloat((short) bits);
      case "bf16" -> Float.intBitsToFloat(bits << 16);
      case "s8" -> (byte) bits;
      case "u8" -> bits & 0xff;
      // With five bits of exponent it is the upper half of an f16.
      case "e5m2" -> Float.float16ToFloat((short) (bits << 8));
      case "e4m3" -> e4m3(bits & 0xff);
      default -> throw new AssertionError(word);
    };
  }

  private static double e4m3(int bits) {
    int exponent = bits >> 3 & 0xf;
    double fraction = (bits & 7) / 8.0;
    double size = exponent == 0 ? Math.scalb(fraction, -6) : Math.scalb(1 + fraction, exponent - 7);
    return (bits & 0x80) == 0 ? size : -size;
  }

  /** A register with another number at a place, which must be exact. */
  static long with(long register, int place, String word, double number) {
    int bits = toBits(number, word);
    if (of(bits, 0, word) != number) {
      throw new AssertionError(number + " is not exact");
    }
    int shift = place * bits(word);
    long mask = ((1L << bits(word)) - 1) << shift;
    return (int) ((register & ~mask) | (((long) bits << shift) & mask));
  }

  static int toBits(double number, String word) {
    return switch (word) {
      case "f16" -> Float.floatToFloat16((float) number) & 0xffff;
      case "bf16" -> Float.floatToRawIntBits((float) number) >>> 16;
      case "f32" -> Float.floatToRawIntBits((float) number);
      case "e5m2" -> (Float.floatToFloat16((float) number) & 0xffff) >> 8;
      case "e4m3" -> e4m3Bits(number);
      default -> (int) number;
    };
  }

  private static int e4m3Bits(double number) {
    for (int bits = 0; bits < 256; bits++) {
      if (e4m3(bits) == number && (bits & 0x7f) != 0x7f) {
        return bits;
      }
    }
    throw new AssertionError(number + " is no e4m3");
  }
}
