// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.dialect.ptx.CvtOp;
import dev.azulejo.dialect.ptx.CvtPackOp;
import dev.azulejo.dialect.ptx.CvtPairOp;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.number.FloatFormat;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Conversions of numbers. */
final class Conversions {
  /** The largest power of two that bounds what f64 spells in whole steps. */
  private static final double TWO_TO_63 = 0x1p63;

  private static final int HALF = 16;

  private Conversions() {}

  /** The conversion of a number or of a pair; null for one that is not known yet. */
  static @Nullable LongUnaryOperator of(CvtOp op) {
    String from = word(op, "from", op.operand().type());
    String to = word(op, "to", op.result().type());
    Rounding rounding =
        op.rounding().map(word -> Rounding.of(word.value())).orElse(Rounding.NEAREST_EVEN);
    LongUnaryOperator converted = converted(op, from, to, rounding);
    if (converted == null) {
      return null;
    }
    Type type = op.result().type();
    // A narrow whole number fills its register as it counts, from 0 or not.
    boolean unsigned = isWhole(to) && to.charAt(0) == 'u';
    Width width = isWhole(to) ? width(to) : new Width(LaneBits.width(type));
    return bits -> LaneBits.hold(type, width.extend(converted.applyAsLong(bits), unsigned));
  }

  private static @Nullable LongUnaryOperator converted(
      CvtOp op, String from, String to, Rounding rounding) {
    if (from.endsWith("x2") || to.endsWith("x2")) {
      return pair(from, to, op.relu());
    }
    if (from.equals("tf32")) {
      return null;
    }
    if (isWhole(from) && isWhole(to)) {
      return wholes(width(from), from.charAt(0) == 'u', width(to), to.charAt(0) == 'u', op.sat());
    }
    if (isWhole(from)) {
      return toReal(width(from), from.charAt(0) == 'u', real(op, to, rounding));
    }
    Real source = new Real(format(from), rounding, op.ftz(), false, false);
    if (isWhole(to)) {
      return toWhole(source, rounding, width(to), to.charAt(0) == 'u');
    }
    return reals(op, source, to, rounding);
  }

  private static Real real(CvtOp op, String to, Rounding rounding) {
    return new Real(format(to), rounding, op.ftz(), op.sat(), op.relu());
  }

  private static LongUnaryOperator reals(CvtOp op, Real source, String to, Rounding rounding) {
    Real target = real(op, to, rounding);
    boolean toWholes = op.rounding().isPresent() && op.rounding().get().value().endsWith("i");
    if (toWholes) {
      return bits -> target.encode(rounding.toWhole(source.decode(bits)));
    }
    if (to.equals("tf32")) {
      return bits -> tf32(bits, source.decode(bits), target, op.satfinite());
    }
    if (op.satfinite()) {
      return bits -> saturating(target, source.decode(bits));
    }
    if (source.format() == FloatFormat.BF16 && to.equals("f32")) {
      // A NaN keeps what it has, which elsewhere it loses.
      return bits -> source.flushes() ? target.encode(source.decode(bits)) : bits << HALF;
    }
    return bits -> target.encode(source.decode(bits));
  }

  /**
   * A number of 19 bits, in the upper bits of a register; of a NaN hardware makes what this does.
   */
  private static long tf32(long bits, double value, Real target, boolean finite) {
    int unused = Float.PRECISION - FloatFormat.TF32.precision();
    if (Double.isNaN(value)) {
      boolean away = target.rounding() == Rounding.NEAREST_AWAY;
      return (away ? bits : Real.of(FloatFormat.F32).notANumber()) >> unused << unused;
    }
    return (finite ? saturating(target, value) : target.encode(value)) << unused;
  }

  private static long saturating(Real target, double value) {
    if (Double.isNaN(value)) {
      return target.notANumber();
    }
    boolean drops = target.rectifies() && value <= 0;
    return drops ? 0 : target.rounding().encode(target.format(), value, true);
  }

  private static LongUnaryOperator wholes(
      Width from, boolean fromZero, Width to, boolean toZero, boolean saturates) {
    if (!saturates) {
      return bits -> from.extend(bits, fromZero);
    }
    boolean fitsAbove = toZero && to.bits() == Long.SIZE;
    long most = to.greatest(toZero);
    return bits -> {
      long number = from.extend(bits, fromZero);
      boolean huge = fromZero && number < 0;
      if (!fitsAbove && (huge || number > most)) {
        return most;
      }
      return huge ? number : Math.max(number, to.least(toZero));
    };
  }

  private static LongUnaryOperator toReal(Width from, boolean unsigned, Real to) {
    return bits -> {
      long number = from.extend(bits, unsigned);
      return to.encode(near(number, unsigned && number < 0, to));
    };
  }

  /** A whole number as a double that rounds as it does itself. */
  private static double near(long number, boolean huge, Real to) {
    if (to.format() == FloatFormat.F64) {
      return Doubles.ofWhole(to.rounding(), number, huge);
    }
    if (!huge && Math.abs(number) < 1L << Double.PRECISION) {
      return number;
    }
    // Odd where digits are lost: the one rounding is still to come.
    int lost = Long.SIZE - Double.PRECISION;
    long kept = huge ? number >>> lost : number >> lost;
    boolean exact = kept << lost == number;
    return Math.scalb((double) (exact ? kept : kept | 1), lost);
  }

  private static LongUnaryOperator toWhole(
      Real from, Rounding rounding, Width to, boolean unsigned) {
    return bits -> {
      double value = rounding.toWhole(from.decode(bits));
      if (Double.isNaN(value)) {
        return to.bits() == Long.SIZE ? Long.MIN_VALUE : 0;
      }
      if (!unsigned || value < TWO_TO_63) {
        // What is too large becomes the nearest that there is.
        return Math.clamp(
            (long) value,
            to.least(unsigned),
            to.bits() == Long.SIZE ? Long.MAX_VALUE : to.greatest(unsigned));
      }
      boolean fits = to.bits() == Long.SIZE && value < 2 * TWO_TO_63;
      return fits ? (long) (value - TWO_TO_63) | Long.MIN_VALUE : to.greatest(true);
    };
  }

  /** Narrow pairs become pairs of f16, and these narrow ones. */
  private static @Nullable LongUnaryOperator pair(String from, String to, boolean relu) {
    FloatFormat source = pairFormat(from);
    FloatFormat target = pairFormat(to);
    if (source == null || target == null) {
      return null;
    }
    int bits = source.width();
    Real result = new Real(target, Rounding.NEAREST_EVEN, false, false, relu);
    LongBinaryOperator packed = packed(result, target != FloatFormat.F16);
    return pair ->
        packed.applyAsLong(
            Double.doubleToRawLongBits(source.decode(pair >>> bits)),
            Double.doubleToRawLongBits(source.decode(pair)));
  }

  /** Two numbers side by side; null for a pair that is not known yet. */
  static @Nullable LongBinaryOperator of(CvtPairOp op) {
    FloatFormat target = pairFormat(op.to().value());
    if (target == null) {
      return null;
    }
    Rounding rounding =
        op.rounding().map(word -> Rounding.of(word.value())).orElse(Rounding.NEAREST_EVEN);
    LongBinaryOperator packed =
        packed(new Real(target, rounding, false, false, op.relu()), op.satfinite());
    Type type = op.result().type();
    return (high, low) ->
        LaneBits.hold(
            type,
            packed.applyAsLong(
                Double.doubleToRawLongBits(Float.intBitsToFloat((int) high)),
                Double.doubleToRawLongBits(Float.intBitsToFloat((int) low))));
  }

  /** Of the bits of two doubles, a pair of a type. */
  private static LongBinaryOperator packed(Real target, boolean finite) {
    int width = target.format().width();
    return (high, low) -> encode(target, finite, high) << width | encode(target, finite, low);
  }

  private static long encode(Real target, boolean finite, long bits) {
    double value = Double.longBitsToDouble(bits);
    return finite ? saturating(target, value) : target.encode(value);
  }

  /** Two whole numbers of 32 bits, kept in range, in front of the rest of a third. */
  static Lanewise.TernaryOperator of(CvtPackOp op) {
    Width width = width(op.to().value());
    boolean unsigned = op.to().value().charAt(0) == 'u';
    return (high, low, rest) -> {
      long upper =
          Math.clamp(Width.W32.signed(high), width.least(unsigned), width.greatest(unsigned));
      long lower =
          Math.clamp(Width.W32.signed(low), width.least(unsigned), width.greatest(unsigned));
      long both = width.unsigned(upper) << width.bits() | width.unsigned(lower);
      return Width.W32.signed((rest << (2 * width.bits())) | both);
    };
  }

  private static String word(Operation op, String attribute, Type type) {
    return op.attribute(attribute) instanceof StringAttr given
        ? given.value()
        : TypeWords.number(type);
  }

  private static boolean isWhole(String word) {
    return Character.isDigit(word.charAt(1)) && (word.charAt(0) == 's' || word.charAt(0) == 'u');
  }

  private static Width width(String word) {
    return new Width(Integer.parseInt(word.substring(1)));
  }

  private static FloatFormat format(String word) {
    return FloatFormat.named(word).orElseThrow(() -> new IllegalArgumentException(word));
  }

  private static @Nullable FloatFormat pairFormat(String word) {
    return switch (word) {
      case "f16x2" -> FloatFormat.F16;
      case "bf16x2" -> FloatFormat.BF16;
      case "e4m3x2" -> FloatFormat.F8E4M3FN;
      case "e5m2x2" -> FloatFormat.F8E5M2;
      case "e2m1x2" -> FloatFormat.F4E2M1FN;
      default -> null;
    };
  }
}
