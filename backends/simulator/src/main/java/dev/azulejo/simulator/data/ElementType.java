// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import dev.azulejo.ir.number.FloatFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The type of a tensor's elements: how many bytes one takes and what its bits mean. The bits of an
 * element stand in the lower end of a {@code long}, the rest of which is zero; an {@code i1} takes
 * a byte that is 0 or 1 (or {@link #poison()}).
 */
public enum ElementType {
  /** IEEE half precision. */
  F16(FloatFormat.F16),
  /** The upper half of an f32. */
  BF16(FloatFormat.BF16),
  /** IEEE single precision. */
  F32(FloatFormat.F32),
  /** IEEE double precision. */
  F64(FloatFormat.F64),
  /** Eight bits, five of them exponent, with infinities. */
  F8E5M2(FloatFormat.F8E5M2),
  /** Eight bits, four of them exponent, with infinities. */
  F8E4M3(FloatFormat.F8E4M3),
  /** Eight bits, four of them exponent, no infinities. */
  F8E4M3FN(FloatFormat.F8E4M3FN),
  /** Eight bits, five of them exponent, neither infinities nor a negative zero. */
  F8E5M2FNUZ(FloatFormat.F8E5M2FNUZ),
  /** Eight bits, four of them exponent, neither infinities nor a negative zero. */
  F8E4M3FNUZ(FloatFormat.F8E4M3FNUZ),
  /** As {@link #F8E4M3FNUZ}, with a bias of 11. */
  F8E4M3B11FNUZ(FloatFormat.F8E4M3B11FNUZ),
  /** Eight bits, three of them exponent, with infinities. */
  F8E3M4(FloatFormat.F8E3M4),
  /** A power of two. */
  F8E8M0FNU(FloatFormat.F8E8M0FNU),
  /** A truth value. */
  I1("i1", 1, false),
  /** An integer, its value taken as signed. */
  I8("i8", 8, true),
  /** An integer, its value taken as signed. */
  I16("i16", 16, true),
  /** An integer, its value taken as signed. */
  I32("i32", 32, true),
  /** An integer, its value taken as signed. */
  I64("i64", 64, true),
  /** An unsigned integer. */
  UI8("ui8", 8, false),
  /** An unsigned integer. */
  UI16("ui16", 16, false),
  /** An unsigned integer. */
  UI32("ui32", 32, false),
  /** An unsigned integer. */
  UI64("ui64", 64, false);

  private static final long POISON = 0x5A5A5A5A5A5A5A5AL;

  private final String keyword;
  private final int width;
  private final boolean signed;
  private final @Nullable FloatFormat format;
  private final long mask;
  private final long poison;

  ElementType(FloatFormat format) {
    this.keyword = format.keyword();
    this.width = format.width();
    this.signed = format.isSigned();
    this.format = format;
    this.mask = -1L >>> (64 - width);
    long payload = format.hasInfinity() ? POISON & ((1L << (format.precision() - 2)) - 1) : 0;
    this.poison = format.nan().longValue() | payload;
  }

  ElementType(String keyword, int width, boolean signed) {
    this.keyword = keyword;
    this.width = width;
    this.signed = signed;
    this.format = null;
    this.mask = -1L >>> (64 - width);
    this.poison = POISON & (-1L >>> (64 - 8 * byteSize()));
  }

  /**
   * The element type of a type's text, such as {@code "bf16"}; {@code index} is an i64, {@code si8}
   * an i8.
   */
  public static Optional<ElementType> find(String text) {
    String wanted = text.equals("index") ? "i64" : text.startsWith("si") ? text.substring(1) : text;
    for (ElementType type : values()) {
      if (type.keyword.equals(wanted)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The type's text. */
  public String keyword() {
    return keyword;
  }

  /** The bytes of one element. */
  public int byteSize() {
    return (width + 7) / 8;
  }

  /** The bits of one element. */
  public int width() {
    return width;
  }

  /** Whether elements are floating-point numbers. */
  public boolean isFloat() {
    return format != null;
  }

  /** The floating-point format; empty for integers. */
  public Optional<FloatFormat> format() {
    return Optional.ofNullable(format);
  }

  /**
   * What an element holds that has never been written, no plausible result: a NaN, with a payload
   * where there is room for one; bytes of 0x5A for integers, i1 included.
   */
  public long poison() {
    return poison;
  }

  /** The number that bits stand for; exact but for integers beyond 2^53. */
  public double value(long bits) {
    if (format != null) {
      return format.decode(bits);
    }
    long integer = integer(bits);
    // An unsigned value of 64 bits: half of it, rounded to odd, has room for a sign.
    return integer < 0 && !signed ? 2.0 * ((integer >>> 1) | (integer & 1)) : integer;
  }

  /**
   * The bits of the number nearest to a value, ties to even. An integer type takes the value modulo
   * two to its width, as long as it fits a {@code long}.
   */
  public long bits(double value) {
    return format != null ? format.encode(value) : bits((long) Math.rint(value));
  }

  /** The bits of the number nearest to an integer; an integer type takes it modulo its range. */
  public long bits(long integer) {
    return format != null ? format.encode((double) integer) : integer & mask;
  }

  /** Bits without what stands above the element's width. */
  public long truncated(long bits) {
    return bits & mask;
  }

  /** The integer that bits of an integer type stand for; modulo 2^64 for ui64. */
  public long integer(long bits) {
    int unused = 64 - width;
    return signed ? bits << unused >> unused : bits & mask;
  }

  /** The number that bits stand for, as text for people: the shortest that tells it apart. */
  public String text(long bits) {
    if (!isFloat()) {
      return signed ? Long.toString(integer(bits)) : Long.toUnsignedString(integer(bits));
    }
    double value = value(bits);
    if (Double.isNaN(value)) {
      return "nan";
    }
    String text = this == F64 ? Double.toString(value) : Float.toString((float) value);
    return text.replace("Infinity", "inf");
  }
}
