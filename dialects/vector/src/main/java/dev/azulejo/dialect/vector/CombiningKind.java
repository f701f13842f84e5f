// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;

/** How two elements become one. */
public enum CombiningKind {
  /** The sum. */
  ADD,
  /** The product. */
  MUL,
  /** The smaller unsigned integer. */
  MINUI,
  /** The smaller signed integer. */
  MINSI,
  /** The smaller number, the other one if one is NaN. */
  MINNUMF,
  /** The larger unsigned integer. */
  MAXUI,
  /** The larger signed integer. */
  MAXSI,
  /** The larger number, the other one if one is NaN. */
  MAXNUMF,
  /** Bitwise and. */
  AND,
  /** Bitwise or. */
  OR,
  /** Bitwise exclusive or. */
  XOR,
  /** The larger number, NaN if one is. */
  MAXIMUMF,
  /** The smaller number, NaN if one is. */
  MINIMUMF;

  /** Can it combine elements of a type? */
  public boolean accepts(Type element) {
    return switch (this) {
      case ADD, MUL -> isInteger(element) || element instanceof FloatType;
      case MINUI, MINSI, MAXUI, MAXSI, AND, OR, XOR -> isInteger(element);
      case MINNUMF, MAXNUMF, MAXIMUMF, MINIMUMF -> element instanceof FloatType;
    };
  }

  private static boolean isInteger(Type element) {
    return element instanceof IntegerType || element instanceof IndexType;
  }
}
