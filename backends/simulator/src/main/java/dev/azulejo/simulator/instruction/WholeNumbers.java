// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import java.util.function.LongBinaryOperator;
import java.util.function.LongPredicate;

/** What instructions do to whole numbers: results wrap around unless it is said that they stop. */
final class WholeNumbers {
  private static final int DISTANCE = 0xff;

  private WholeNumbers() {}

  /** Shifts up; from the width on, nothing is left. */
  static LongBinaryOperator shiftLeft(Width width) {
    return (a, distance) -> {
      long far = Width.W32.unsigned(distance);
      return far >= width.bits() ? 0 : width.signed(a << far);
    };
  }

  /** Shifts down; from the width on, the sign or nothing is left. */
  static LongBinaryOperator shiftRight(Width width, boolean unsigned) {
    return (a, distance) -> {
      long far = Math.min(Width.W32.unsigned(distance), width.bits());
      if (unsigned) {
        return far == width.bits() ? 0 : width.signed(width.unsigned(a) >>> far);
      }
      return width.signed(a) >> Math.min(far, width.bits() - 1);
    };
  }

  /** A quotient, cut off; what a division by zero gives, nobody says. */
  static LongBinaryOperator divide(Width width, boolean unsigned) {
    return (a, b) -> {
      if (width.unsigned(b) == 0) {
        return width.poison();
      }
      return width.signed(
          unsigned
              ? Long.divideUnsigned(width.unsigned(a), width.unsigned(b))
              : width.signed(a) / width.signed(b));
    };
  }

  /** A remainder, with the sign of the first number. */
  static LongBinaryOperator remainder(Width width, boolean unsigned) {
    return (a, b) -> {
      if (width.unsigned(b) == 0) {
        return width.poison();
      }
      return width.signed(
          unsigned
              ? Long.remainderUnsigned(width.unsigned(a), width.unsigned(b))
              : width.signed(a) % width.signed(b));
    };
  }

  /** The upper half of a product. */
  static LongBinaryOperator multiplyHigh(Width width, boolean unsigned) {
    if (width.bits() == Long.SIZE) {
      return unsigned ? Math::unsignedMultiplyHigh : Math::multiplyHigh;
    }
    return (a, b) ->
        width.signed((width.extend(a, unsigned) * width.extend(b, unsigned)) >> width.bits());
  }

  /** A product of twice the width, which is 16 or 32. */
  static LongBinaryOperator multiplyWide(Width width, boolean unsigned) {
    var result = new Width(2 * width.bits());
    return (a, b) -> result.signed(width.extend(a, unsigned) * width.extend(b, unsigned));
  }

  /** How two numbers compare, as {@link Long#compare}. */
  static LongBinaryOperator compare(Width width, boolean unsigned) {
    return unsigned
        ? (a, b) -> Long.compareUnsigned(width.unsigned(a), width.unsigned(b))
        : (a, b) -> Long.compare(width.signed(a), width.signed(b));
  }

  /** The smaller number, or the larger. */
  static LongBinaryOperator extremum(Width width, boolean unsigned, boolean larger) {
    LongBinaryOperator compare = compare(width, unsigned);
    return (a, b) -> width.signed(compare.applyAsLong(a, b) < 0 == larger ? b : a);
  }

  /** Whether a comparison by a word holds for what {@link #compare} gives. */
  static LongPredicate holds(String comparison) {
    return switch (comparison) {
      case "eq" -> order -> order == 0;
      case "ne" -> order -> order != 0;
      case "lt" -> order -> order < 0;
      case "le" -> order -> order <= 0;
      case "gt" -> order -> order > 0;
      case "ge" -> order -> order >= 0;
      default -> throw new IllegalArgumentException(comparison);
    };
  }

  /** Bits cut out: a position and a length, of which eight bits each count. */
  static Lanewise.TernaryOperator extract(Width width, boolean unsigned) {
    int highest = width.bits() - 1;
    return (a, position, length) -> {
      int from = (int) position & DISTANCE;
      int count = (int) length & DISTANCE;
      if (count == 0) {
        return 0;
      }
      boolean fill = !unsigned && ((a >>> Math.min(from + count - 1, highest)) & 1) != 0;
      int there = Math.clamp(width.bits() - from, 0, count);
      long bits = there == 0 ? 0 : new Width(there).unsigned(a >>> from);
      if (fill && there < Long.SIZE) {
        bits |= -1L << there;
      }
      return width.signed(bits);
    };
  }

  /** Bits of a first number put into a second at a position, a length of them. */
  static long insert(Width width, long inserted, long into, long position, long length) {
    int from = (int) position & DISTANCE;
    int count = Math.clamp(width.bits() - from, 0, (int) length & DISTANCE);
    if (count == 0) {
      return width.signed(into);
    }
    long mask = new Width(count).unsigned(-1) << from;
    return width.signed((inserted << from & mask) | (into & ~mask));
  }

  /** The bits in the opposite order. */
  static long reverse(Width width, long a) {
    return width.signed(Long.reverse(a) >>> (Long.SIZE - width.bits()));
  }

  /** How many zeros are above the highest bit that is set. */
  static long leadingZeros(Width width, long a) {
    int unused = Long.SIZE - width.bits();
    return (long) Long.numberOfLeadingZeros(width.unsigned(a)) - unused;
  }

  /** Each bit is what a table says of the bits of three words. */
  static long combine(int table, long a, long b, long c) {
    long result = 0;
    for (int row = 0; row < Byte.SIZE; row++) {
      if ((table >> row & 1) != 0) {
        long matches = (row & 4) != 0 ? a : ~a;
        matches &= (row & 2) != 0 ? b : ~b;
        result |= matches & ((row & 1) != 0 ? c : ~c);
      }
    }
    return Width.W32.signed(result);
  }

  /** Four bytes of two words, each picked by three bits; the fourth asks for its sign only. */
  static long permute(long a, long b, long selector) {
    long bytes = Width.W32.unsigned(a) | b << Integer.SIZE;
    long result = 0;
    for (int place = 0; place < Integer.BYTES; place++) {
      int choice = (int) (selector >>> (4 * place)) & 0xf;
      byte picked = (byte) (bytes >>> ((choice & 7) * Byte.SIZE));
      int value = (choice & 8) == 0 ? picked : picked >> (Byte.SIZE - 1);
      result |= (value & 0xffL) << (place * Byte.SIZE);
    }
    return Width.W32.signed(result);
  }

  /** Shifts two words that stand together and keeps one. */
  static long funnel(boolean left, boolean wrap, long low, long high, long distance) {
    long given = Width.W32.unsigned(distance);
    int far = (int) (wrap ? given & 31 : Math.min(given, Integer.SIZE));
    long both = Width.W32.unsigned(low) | high << Integer.SIZE;
    return Width.W32.signed(left ? both >>> (Integer.SIZE - far) : both >>> far);
  }

  /** A number that a sum of narrow ones is kept to. */
  static long clamp(Width width, long number) {
    return Math.clamp(number, width.least(false), width.greatest(false));
  }
}
