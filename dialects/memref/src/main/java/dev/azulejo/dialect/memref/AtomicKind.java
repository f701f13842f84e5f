// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an atomic read, change and write does. */
public enum AtomicKind {
  /** Adds floating-point numbers. */
  ADDF(0),
  /** Adds integers. */
  ADDI(1),
  /** Bitwise and. */
  ANDI(2),
  /** Writes the value. */
  ASSIGN(3),
  /** The larger number, NaN if one is. */
  MAXIMUMF(4),
  /** The larger number, the other one if one is NaN. */
  MAXNUMF(5),
  /** The larger signed integer. */
  MAXS(6),
  /** The larger unsigned integer. */
  MAXU(7),
  /** The smaller number, NaN if one is. */
  MINIMUMF(8),
  /** The smaller number, the other one if one is NaN. */
  MINNUMF(9),
  /** The smaller signed integer. */
  MINS(10),
  /** The smaller unsigned integer. */
  MINU(11),
  /** Multiplies floating-point numbers. */
  MULF(12),
  /** Multiplies integers. */
  MULI(13),
  /** Bitwise or. */
  ORI(14),
  /** Bitwise exclusive or. */
  XORI(15);

  private final int number;

  AtomicKind(int number) {
    this.number = number;
  }

  /** How it is written. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number that stands for it in generic form. */
  public IntegerAttr attribute() {
    return IntegerAttr.i64(number);
  }

  /** The kind that a number stands for, or null. */
  public static @Nullable AtomicKind of(Attribute attribute) {
    for (AtomicKind kind : values()) {
      if (kind.attribute().equals(attribute)) {
        return kind;
      }
    }
    return null;
  }

  /** Does it need integers? */
  public boolean needsIntegers() {
    return switch (this) {
      case ADDI, ANDI, MAXS, MAXU, MINS, MINU, MULI, ORI, XORI -> true;
      case ADDF, ASSIGN, MAXIMUMF, MAXNUMF, MINIMUMF, MINNUMF, MULF -> false;
    };
  }

  /** Does it need floating-point numbers? */
  public boolean needsFloats() {
    return switch (this) {
      case ADDF, MAXIMUMF, MAXNUMF, MINIMUMF, MINNUMF, MULF -> true;
      case ADDI, ANDI, ASSIGN, MAXS, MAXU, MINS, MINU, MULI, ORI, XORI -> false;
    };
  }
}
