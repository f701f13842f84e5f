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

/**
 * What {@link CmpFOp} asks of two floating-point numbers. Those that begin with O hold of no NaN,
 * those that begin with U of every NaN. The order is that of the numbers in the text.
 */
public enum CmpFPredicate {
  /** Never. */
  FALSE(0),
  /** Equal, and neither is a NaN. */
  OEQ(1),
  /** Greater, and neither is a NaN. */
  OGT(2),
  /** Greater or equal, and neither is a NaN. */
  OGE(3),
  /** Less, and neither is a NaN. */
  OLT(4),
  /** Less or equal, and neither is a NaN. */
  OLE(5),
  /** Not equal, and neither is a NaN. */
  ONE(6),
  /** Neither is a NaN. */
  ORD(7),
  /** Equal, or one is a NaN. */
  UEQ(8),
  /** Greater, or one is a NaN. */
  UGT(9),
  /** Greater or equal, or one is a NaN. */
  UGE(10),
  /** Less, or one is a NaN. */
  ULT(11),
  /** Less or equal, or one is a NaN. */
  ULE(12),
  /** Not equal, or one is a NaN. */
  UNE(13),
  /** One is a NaN. */
  UNO(14),
  /** Always. */
  TRUE(15);

  private final int number;

  CmpFPredicate(int number) {
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

  /**
   * Does it hold of two numbers?
   *
   * @param order less than 0, 0 or greater than 0 where the left number is less than, equal to or
   *     greater than the right one
   */
  public boolean holds(int order) {
    return switch (this) {
      case FALSE, UNO -> false;
      case TRUE, ORD -> true;
      case OEQ, UEQ -> order == 0;
      case OGT, UGT -> order > 0;
      case OGE, UGE -> order >= 0;
      case OLT, ULT -> order < 0;
      case OLE, ULE -> order <= 0;
      case ONE, UNE -> order != 0;
    };
  }

  /** Does it hold where one of the two is a NaN? */
  public boolean holdsUnordered() {
    return compareTo(UEQ) >= 0;
  }

  /** The predicate of an attribute, or null where it is of none. */
  public static @Nullable CmpFPredicate of(@Nullable Attribute attribute) {
    if (attribute instanceof IntegerAttr number && number.type().equals(IntegerType.I64)) {
      for (CmpFPredicate predicate : values()) {
        if (number.longValue() == predicate.number) {
          return predicate;
        }
      }
    }
    return null;
  }

  /** The predicate of a word, or null where it is of none. */
  static @Nullable CmpFPredicate ofWord(String word) {
    for (CmpFPredicate predicate : values()) {
      if (predicate.word().equals(word)) {
        return predicate;
      }
    }
    return null;
  }

  /** The words of all predicates. */
  static String words() {
    return Arrays.stream(values()).map(CmpFPredicate::word).collect(Collectors.joining(", "));
  }
}
