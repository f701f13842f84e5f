// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Shifts of integers. None has an outcome for a distance that is not less than the width. */
final class Shift {
  private Shift() {}

  static @Nullable BigInteger left(BigInteger number, BigInteger distance, int width) {
    return isInside(distance, width) ? number.shiftLeft(distance.intValue()) : null;
  }

  /** Copies of the sign come in; so a number that is to be filled with zeros is unsigned. */
  static @Nullable BigInteger right(BigInteger number, BigInteger distance, int width) {
    return isInside(distance, width) ? number.shiftRight(distance.intValue()) : null;
  }

  private static boolean isInside(BigInteger distance, int width) {
    return distance.signum() >= 0 && distance.compareTo(BigInteger.valueOf(width)) < 0;
  }
}
