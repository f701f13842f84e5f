// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.ir.number.FloatFormat;

/** How a number that a format lacks becomes one that it has. */
enum Rounding {
  /** To the nearest, of two to the even one. */
  NEAREST_EVEN,
  /** To the nearest, of two to the one further from zero. */
  NEAREST_AWAY,
  /** Towards zero. */
  ZERO,
  /** Downwards. */
  DOWN,
  /** Upwards. */
  UP;

  /** The rounding that an instruction's word asks for: {@code rn}, {@code rzi} and so on. */
  static Rounding of(String word) {
    return switch (word) {
      case "rn", "rni" -> NEAREST_EVEN;
      case "rna" -> NEAREST_AWAY;
      case "rz", "rzi" -> ZERO;
      case "rm", "rmi" -> DOWN;
      case "rp", "rpi" -> UP;
      default -> throw new IllegalArgumentException(word);
    };
  }

  /** The whole number that a number is rounded to. */
  double toWhole(double value) {
    return switch (this) {
      case NEAREST_EVEN -> Math.rint(value);
      case NEAREST_AWAY -> {
        double size = Math.abs(value);
        double below = Math.floor(size);
        yield Math.copySign(size - below >= 0.5 ? below + 1 : below, value);
      }
      case ZERO -> value < 0 ? Math.ceil(value) : Math.floor(value);
      case DOWN -> Math.floor(value);
      case UP -> Math.ceil(value);
    };
  }

  /**
   * The pattern of a signed format with zeros that a number is rounded to. What is too large
   * becomes infinity or the largest number, as the rounding goes; a NaN stays one.
   *
   * @param format a format of at most 32 bits, or of 64 whose numbers all doubles are
   * @param value the number
   * @param finite whether the largest number stands for all that is larger
   */
  long encode(FloatFormat format, double value, boolean finite) {
    long near = finite ? format.encodeSaturating(value) : format.encode(value);
    if (this == NEAREST_EVEN || Double.isNaN(value) || Double.isInfinite(value)) {
      return near;
    }
    double reached = format.decode(near);
    if (reached == value
        || (finite && isLargest(format, near) && Math.abs(reached) < Math.abs(value))) {
      return near;
    }
    boolean outwards =
        switch (this) {
          case NEAREST_EVEN, ZERO -> false;
          case NEAREST_AWAY -> isHalfOrMore(format, near, value);
          case DOWN -> value < 0;
          case UP -> value > 0;
        };
    boolean isOutside = Math.abs(reached) > Math.abs(value) || Double.isNaN(reached);
    // A pattern grows with the size of the number that it stands for.
    return near + (outwards ? (isOutside ? 0 : 1) : isOutside ? -1 : 0);
  }

  private static boolean isLargest(FloatFormat format, long bits) {
    long sign = 1L << (format.width() - 1);
    return (bits & ~sign) == format.largest().longValue();
  }

  private static boolean isHalfOrMore(FloatFormat format, long near, double value) {
    double reached = Math.abs(format.decode(near));
    double size = Math.abs(value);
    if (reached > size) {
      return true;
    }
    double next = format.decode((near & ~(1L << (format.width() - 1))) + 1);
    return Double.isFinite(next) && size >= (reached + next) / 2;
  }
}
