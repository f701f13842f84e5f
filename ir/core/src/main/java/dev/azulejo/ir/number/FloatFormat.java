// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A binary floating-point format: how a bit pattern and a number correspond. One constant for every
 * float type of MLIR.
 *
 * <p>A pattern is the unsigned integer that its bits spell, sign bit first. Formats of at most 64
 * bits have fast methods on {@code long} (bits above the width are ignored on input and zero on
 * output); every format has the same methods on {@link BigInteger}. The {@code long} methods throw
 * {@link UnsupportedOperationException} on f80 and f128.
 *
 * <p>Rounding is to nearest, ties to even, in one step from the exact value.
 */
public enum FloatFormat {
  /** IEEE half precision. */
  F16("f16", 16, 5, 11, 15, NonFinite.IEEE),
  /** The upper half of an f32. */
  BF16("bf16", 16, 8, 8, 127, NonFinite.IEEE),
  /** NVIDIA's 19-bit format: the range of f32, the precision of f16. */
  TF32("tf32", 19, 8, 11, 127, NonFinite.IEEE),
  /** IEEE single precision. */
  F32("f32", 32, 8, 24, 127, NonFinite.IEEE),
  /** IEEE double precision. */
  F64("f64", 64, 11, 53, 1023, NonFinite.IEEE),
  /** The x87's extended precision, whose patterns spell out the leading bit of the significand. */
  F80("f80", 80, 15, 64, 16383, NonFinite.IEEE),
  /** IEEE quadruple precision. */
  F128("f128", 128, 15, 113, 16383, NonFinite.IEEE),
  /** Five exponent bits, with infinities. */
  F8E5M2("f8E5M2", 8, 5, 3, 15, NonFinite.IEEE),
  /** Four exponent bits, with infinities. */
  F8E4M3("f8E4M3", 8, 4, 4, 7, NonFinite.IEEE),
  /** Four exponent bits, no infinities, one NaN of each sign. */
  F8E4M3FN("f8E4M3FN", 8, 4, 4, 7, NonFinite.ALL_ONES_NAN),
  /** Five exponent bits, no infinities, no negative zero. */
  F8E5M2FNUZ("f8E5M2FNUZ", 8, 5, 3, 16, NonFinite.NEGATIVE_ZERO_NAN),
  /** Four exponent bits, no infinities, no negative zero. */
  F8E4M3FNUZ("f8E4M3FNUZ", 8, 4, 4, 8, NonFinite.NEGATIVE_ZERO_NAN),
  /** Four exponent bits with a bias of 11, no infinities, no negative zero. */
  F8E4M3B11FNUZ("f8E4M3B11FNUZ", 8, 4, 4, 11, NonFinite.NEGATIVE_ZERO_NAN),
  /** Three exponent bits, with infinities. */
  F8E3M4("f8E3M4", 8, 3, 5, 3, NonFinite.IEEE),
  /** Powers of two: neither sign, zero nor infinity, and one NaN. */
  F8E8M0FNU("f8E8M0FNU", 8, 8, 1, 127, NonFinite.ALL_ONES_NAN),
  /** Six bits, two of them exponent, all finite. */
  F6E2M3FN("f6E2M3FN", 6, 2, 4, 1, NonFinite.NONE),
  /** Six bits, three of them exponent, all finite. */
  F6E3M2FN("f6E3M2FN", 6, 3, 3, 3, NonFinite.NONE),
  /** Four bits, two of them exponent, all finite. */
  F4E2M1FN("f4E2M1FN", 4, 2, 2, 1, NonFinite.NONE);

  private final String keyword;
  private final int width;
  private final int exponentBits;
  private final int precision;
  private final int bias;
  private final NonFinite nonFinite;
  private final BigInteger signBit;
  private final BigInteger infinity;
  private final BigInteger largest;
  private final BigInteger nan;

  @SuppressWarnings("ImmutableEnumChecker") // a record of immutable things
  private final @Nullable NarrowCodec narrow;

  FloatFormat(
      String keyword, int width, int exponentBits, int precision, int bias, NonFinite nonFinite) {
    this.keyword = keyword;
    this.width = width;
    this.exponentBits = exponentBits;
    this.precision = precision;
    this.bias = bias;
    this.nonFinite = nonFinite;
    boolean signed = width > exponentBits + precision - 1;
    // f80 is the one format that stores the leading bit of its significand.
    boolean explicit = width == 80;
    int stored = explicit ? precision : precision - 1;
    BigInteger allOnes = ones(exponentBits + stored);
    signBit = signed ? BigInteger.ONE.shiftLeft(width - 1) : BigInteger.ZERO;
    infinity = ones(exponentBits + (explicit ? 1 : 0)).shiftLeft(precision - 1);
    largest =
        switch (nonFinite) {
          case IEEE -> allOnes.clearBit(stored);
          case ALL_ONES_NAN -> allOnes.subtract(BigInteger.ONE);
          case NEGATIVE_ZERO_NAN, NONE -> allOnes;
        };
    nan =
        switch (nonFinite) {
          case IEEE -> infinity.setBit(precision - 2);
          case ALL_ONES_NAN -> allOnes;
          case NEGATIVE_ZERO_NAN -> signBit;
          case NONE -> largest;
        };
    narrow = width > 64 ? null : NarrowCodec.of(this);
  }

  private static BigInteger ones(int count) {
    return BigInteger.ONE.shiftLeft(count).subtract(BigInteger.ONE);
  }

  /** The format of a float type's keyword, such as {@code "bf16"}. */
  public static Optional<FloatFormat> named(String keyword) {
    for (FloatFormat format : values()) {
      if (format.keyword.equals(keyword)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The keyword of the float type, as IR spells it. */
  public String keyword() {
    return keyword;
  }

  /** The number of bits of a pattern. */
  public int width() {
    return width;
  }

  /** The number of whole bytes that hold a pattern. */
  public int bytes() {
    return (width + 7) / 8;
  }

  /** The number of bits of the exponent. */
  public int exponentBits() {
    return exponentBits;
  }

  /** The number of significant bits of a normal number, the leading one included. */
  public int precision() {
    return precision;
  }

  /** What is added to the exponent of a normal number {@code 1.f * 2^e} to give its stored form. */
  public int bias() {
    return bias;
  }

  /** The exponent of the smallest normal number. */
  public int minExponent() {
    return hasZero() ? 1 - bias : -bias;
  }

  /** Which patterns are no finite numbers. */
  public NonFinite nonFinite() {
    return nonFinite;
  }

  /** Whether there are infinities. */
  public boolean hasInfinity() {
    return nonFinite == NonFinite.IEEE;
  }

  /** Whether there is a NaN. */
  public boolean hasNan() {
    return nonFinite != NonFinite.NONE;
  }

  /** Whether there are negative numbers: everywhere but in f8E8M0FNU. */
  public boolean isSigned() {
    return signBit.signum() != 0;
  }

  /** Whether there is a zero, and with it subnormal numbers: everywhere but in f8E8M0FNU. */
  public boolean hasZero() {
    return isSigned();
  }

  /** Whether a zero may have a sign. */
  public boolean hasNegativeZero() {
    return isSigned() && nonFinite != NonFinite.NEGATIVE_ZERO_NAN;
  }

  /** The pattern of the largest finite number. */
  public BigInteger largest() {
    return largest;
  }

  /**
   * The pattern of the infinity of a sign.
   *
   * @throws UnsupportedOperationException where there are no infinities
   */
  public BigInteger infinity(boolean negative) {
    if (!hasInfinity()) {
      throw new UnsupportedOperationException(keyword + " has no infinity");
    }
    return negative ? infinity.or(signBit) : infinity;
  }

  /**
   * The pattern of the quiet NaN with an empty payload and no sign.
   *
   * @throws UnsupportedOperationException where there is no NaN
   */
  public BigInteger nan() {
    if (!hasNan()) {
      throw new UnsupportedOperationException(keyword + " has no NaN");
    }
    return nan;
  }

  /** Whether a pattern is a NaN; on f80 that includes what lacks a leading bit it should have. */
  public boolean isNan(BigInteger bits) {
    return narrow != null ? narrow.isNan(bits.longValue()) : WideCodec.isNan(this, bits);
  }

  /** {@link #isNan(BigInteger)} for formats of at most 64 bits. */
  public boolean isNan(long bits) {
    return narrow().isNan(bits);
  }

  /** Whether a pattern is an infinity. */
  public boolean isInfinite(BigInteger bits) {
    return hasInfinity() && bits.andNot(signBit).equals(infinity);
  }

  /** {@link #isInfinite(BigInteger)} for formats of at most 64 bits. */
  public boolean isInfinite(long bits) {
    return narrow().isInfinite(bits);
  }

  /** Whether a pattern is neither a NaN nor an infinity. */
  public boolean isFinite(BigInteger bits) {
    return !isNan(bits) && !isInfinite(bits);
  }

  /** {@link #isFinite(BigInteger)} for formats of at most 64 bits. */
  public boolean isFinite(long bits) {
    return !isNan(bits) && !isInfinite(bits);
  }

  /** Whether the sign bit is set, be it that of a number, of a zero or of a NaN. */
  public boolean isNegative(BigInteger bits) {
    return bits.and(signBit).signum() != 0;
  }

  /** {@link #isNegative(BigInteger)} for formats of at most 64 bits. */
  public boolean isNegative(long bits) {
    return narrow().isNegative(bits);
  }

  /** Whether a pattern is a zero of either sign. */
  public boolean isZero(BigInteger bits) {
    return hasZero() && !isNan(bits) && bits.andNot(signBit).signum() == 0;
  }

  /**
   * The number of a pattern, which is always a double. A NaN keeps its sign and payload; it becomes
   * quiet, save that f64 passes bits through.
   */
  public double decode(long bits) {
    return narrow().decode(bits);
  }

  /** The number of a pattern, rounded to a double where it is f80 or f128. */
  public double decode(BigInteger bits) {
    NarrowCodec codec = narrow != null ? narrow : F64.narrow();
    return codec.decode((narrow != null ? bits : F64.convert(this, bits)).longValue());
  }

  /**
   * The pattern nearest to a double, as a decimal literal is read. Beyond the largest number lies
   * infinity; where there is none, NaN; where there is neither, the largest number. Where there is
   * no negative zero, it is zero; where there is no zero, it is the smallest number; where there is
   * no sign, it is dropped. A NaN keeps its sign and the upper bits of its payload as far as there
   * is room and becomes quiet (f64 passes bits through); where there is none, it is the largest
   * number.
   */
  public long encode(double value) {
    return narrow().encode(value, false);
  }

  /** {@link #encode(double)} for every format. */
  public BigInteger encodeWide(double value) {
    return narrow != null
        ? unsigned(narrow.encode(value, false))
        : convert(F64, unsigned(Double.doubleToRawLongBits(value)));
  }

  /**
   * The pattern nearest to a double, and the largest number of its sign for whatever lies beyond
   * it, an infinity included. A NaN fares as with {@link #encode(double)}.
   */
  public long encodeSaturating(double value) {
    return narrow().encode(value, true);
  }

  /**
   * The exact number of a finite pattern; the sign of a zero is lost.
   *
   * @throws ArithmeticException if the pattern is a NaN or an infinity
   */
  public BigDecimal exact(BigInteger bits) {
    return WideCodec.unpack(this, bits).toBigDecimal();
  }

  /** The pattern nearest to a number, by the rules of {@link #encode(double)}. */
  public BigInteger round(BigDecimal value) {
    return WideCodec.round(this, value);
  }

  /** The pattern nearest to that of another format, by the rules of {@link #encode(double)}. */
  public BigInteger convert(FloatFormat from, BigInteger bits) {
    return WideCodec.convert(this, from, bits);
  }

  /**
   * The pattern that stands for all patterns of the same meaning. Only f80 has such doubles: a NaN
   * without leading bit gets the highest exponent, a subnormal with one gets the exponent 1.
   */
  public BigInteger canonical(BigInteger bits) {
    return this == F80 ? WideCodec.canonical(bits) : bits;
  }

  /**
   * A pattern's place in the order of numbers: both zeros have 0, and a step to the next number is
   * a step of one.
   *
   * @throws ArithmeticException if the pattern is a NaN
   */
  public long order(long bits) {
    return narrow().order(bits);
  }

  /**
   * The pattern of a decimal literal with an optional sign in front. As in MLIR it is rounded to a
   * double first and then to this format.
   *
   * @throws NumberFormatException if the text is no decimal number
   */
  public BigInteger readDecimal(String literal) {
    return encodeWide(Double.parseDouble(literal));
  }

  /**
   * The pattern that a hexadecimal literal such as {@code 0x7FC0} spells, empty if it has more bits
   * than this format.
   *
   * @throws NumberFormatException if the text is no hexadecimal literal
   */
  public Optional<BigInteger> readHexadecimal(String literal) {
    if (!literal.startsWith("0x")) {
      throw new NumberFormatException(literal);
    }
    BigInteger bits = new BigInteger(literal.substring(2), 16);
    return bits.bitLength() > width ? Optional.empty() : Optional.of(bits);
  }

  /** The text of a pattern as MLIR prints it: decimal where that reads back, else hexadecimal. */
  public String print(BigInteger bits) {
    return FloatText.print(this, canonical(bits));
  }

  /** {@link #print(BigInteger)} for formats of at most 64 bits. */
  public String print(long bits) {
    return FloatText.print(this, unsigned(bits & narrow().mask()));
  }

  BigInteger signBit() {
    return signBit;
  }

  /** The magnitude that is infinity, or would be. */
  BigInteger infinityBits() {
    return infinity;
  }

  /** What stands for NaN: where there is none, the largest number. */
  BigInteger nanBits() {
    return nan;
  }

  /** What stands for a number too large, before its sign. */
  BigInteger beyond() {
    return hasInfinity() ? infinity : nan;
  }

  private NarrowCodec narrow() {
    if (narrow == null) {
      throw new UnsupportedOperationException(keyword + " does not fit a long");
    }
    return narrow;
  }

  private static BigInteger unsigned(long bits) {
    BigInteger low = BigInteger.valueOf(bits & Long.MAX_VALUE);
    return bits < 0 ? low.setBit(63) : low;
  }
}
