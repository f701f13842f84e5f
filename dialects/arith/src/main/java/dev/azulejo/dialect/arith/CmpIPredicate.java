// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@link CmpIOp} asks of two integers. The order is that of the numbers in the text. */
public enum CmpIPredicate {
  /** Equal. */
  EQ(0),
  /** Not equal. */
  NE(1),
  /** Less, as signed numbers. */
  SLT(2),
  /** Less or equal, as signed numbers. */
  SLE(3),
  /** Greater, as signed numbers. */
  SGT(4),
  /** Greater or equal, as signed numbers. */
  SGE(5),
  /** Less, as unsigned numbers. */
  ULT(6),
  /** Less or equal, as unsigned numbers. */
  ULE(7),
  /** Greater, as unsigned numbers. */
  UGT(8),
  /** Greater or equal, as unsigned numbers. */
  UGE(9);

  private final int number;

  CmpIPredicate(int number) {
    this.number = number;
  }

  /** The predicate as custom forms spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The predicate as an attribute. */
  public IntegerAttr attribute() {
    return IntegerAttr.i64(number);
  }

  /** Does it read its operands as unsigned numbers? */
  public boolean isUnsigned() {
    return compareTo(ULT) >= 0;
  }

  /**
   * Does it hold?
   *
   * @param order less than 0, 0 or greater than 0 where the left number is less than, equal to or
   *     greater than the right one, as numbers of the signedness that {@link #isUnsigned} asks for
   */
  public boolean holds(int order) {
    return switch (this) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case SLT, ULT -> order < 0;
      case SLE, ULE -> order <= 0;
      case SGT, UGT -> order > 0;
      case SGE, UGE -> order >= 0;
    };
  }

  /** The predicate that holds of {@code b, a} where this one holds of {@code a, b}. */
  public CmpIPredicate swapped() {
    return switch (this) {
      case EQ, NE -> this;
      case SLT -> SGT;
      case SLE -> SGE;
      case SGT -> SLT;
      case SGE -> SLE;
      case ULT -> UGT;
      case ULE -> UGE;
      case UGT -> ULT;
      case UGE -> ULE;
    };
  }

  /** The predicate that holds where this one does not. */
  public CmpIPredicate negated() {
    return switch (this) {
      case EQ -> NE;
      case NE -> EQ;
      case SLT -> SGE;
      case SLE -> SGT;
      case SGT -> SLE;
      case SGE -> SLT;
      case ULT -> UGE;
      case ULE -> UGT;
      case UGT -> ULE;
      case UGE -> ULT;
    };
  }

  /** The predicate of an attribute, or null where it is of none. */
  public static @Nullable CmpIPredicate of(@Nullable Attribute attribute) {
    if (attribute instanceof IntegerAttr number && number.type().equals(IntegerType.I64)) {
      for (CmpIPredicate predicate : values()) {
        if (number.longValue() == predicate.number) {
          return predicate;
        }
      }
    }
    return null;
  }

  /** The predicate of a word, or null where it is of none. */
  static @Nullable CmpIPredicate ofWord(String word) {
    for (CmpIPredicate predicate : values()) {
      if (predicate.word().equals(word)) {
        return predicate;
      }
    }
    return null;
  }

  /** The words of all predicates. */
  static String words() {
    return Arrays.stream(values()).map(CmpIPredicate::word).collect(Collectors.joining(", "));
  }
}
