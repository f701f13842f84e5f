// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

/** Which bit patterns of a floating-point format are no finite numbers. */
public enum NonFinite {
  /** IEEE 754: the highest exponent holds the infinities (fraction 0) and the NaNs. */
  IEEE,
  /** No infinities; all bits of exponent and fraction set are the NaN of either sign. */
  ALL_ONES_NAN,
  /** No infinities and no negative zero; the pattern of negative zero is the only NaN. */
  NEGATIVE_ZERO_NAN,
  /** Every pattern is a finite number. */
  NONE
}
