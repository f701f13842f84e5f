// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * How a number is written.
 *
 * @param precision the least number of digits, 0 for no demand
 * @param alternate whether hexadecimal digits follow {@code 0x}
 */
record NumberFormat(Kind kind, int precision, boolean alternate) {
  enum Kind {
    NONE("<none>", ""),
    UNSIGNED("%u", "0-9"),
    SIGNED("%d", "0-9"),
    HEX_LOWER("%x", "0-9a-f"),
    HEX_UPPER("%X", "0-9A-F");

    private final String spelling;
    private final String digits;

    Kind(String spelling, String digits) {
      this.spelling = spelling;
      this.digits = digits;
    }

    boolean isHex() {
      return this == HEX_LOWER || this == HEX_UPPER;
    }
  }

  static final NumberFormat NONE = new NumberFormat(Kind.NONE, 0, false);
  static final NumberFormat UNSIGNED = new NumberFormat(Kind.UNSIGNED, 0, false);

  boolean isNone() {
    return kind == Kind.NONE;
  }

  /** A regular expression for all numbers that are written so. */
  String regex() {
    String sign = kind == Kind.SIGNED ? "-?" : alternate ? "0x" : "";
    String digit = "[" + kind.digits + "]";
    if (precision == 0) {
      return sign + digit + "+";
    }
    String firstDigit = "[" + kind.digits.replace("0-9", "1-9") + "]";
    return sign + "(" + firstDigit + digit + "*)?" + digit + "{" + precision + "}";
  }

  /** A number so written, or nothing if this format has no negative numbers and it is one. */
  Optional<String> print(BigInteger value) {
    boolean negative = value.signum() < 0;
    if (negative && kind != Kind.SIGNED) {
      return Optional.empty();
    }
    String digits = value.abs().toString(kind.isHex() ? 16 : 10);
    if (kind == Kind.HEX_UPPER) {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    String zeros = "0".repeat(Math.max(0, precision - digits.length()));
    return Optional.of((negative ? "-" : "") + (alternate ? "0x" : "") + zeros + digits);
  }

  /** The value of a text that {@link #regex} matches. */
  BigInteger parse(String text) {
    return kind.isHex()
        ? new BigInteger(alternate ? text.substring(2) : text, 16)
        : new BigInteger(text);
  }

  /** The conversion without its flags. */
  @Override
  public String toString() {
    return kind.spelling;
  }
}
