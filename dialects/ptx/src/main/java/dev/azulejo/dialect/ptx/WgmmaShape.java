// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a warpgroup multiplies at once.
 *
 * @param n how many columns
 * @param left the numbers of A
 * @param right the numbers of B
 * @param accumulator the type of the registers that products are added to
 */
record WgmmaShape(long n, String left, String right, Type accumulator) {
  private static final int STEP = 8;
  private static final int MOST = 256;
  private static final int MOST_IN_STEPS = 32;
  private static final List<String> BYTES = List.of("s8", "u8");
  private static final List<String> F8 = List.of("e4m3", "e5m2");

  /** Are whole numbers multiplied? */
  boolean isWhole() {
    return BYTES.contains(left);
  }

  /** Are numbers of 16 bits multiplied? */
  boolean isHalf() {
    return left.endsWith("f16");
  }

  /** How many columns A has. */
  int depth() {
    return isHalf() ? 16 : left.equals("tf32") ? 8 : 32;
  }

  /** The instruction's word for the elements of the sum. */
  String sum() {
    return isWhole() ? "s32" : isPacked() ? "f16" : "f32";
  }

  private boolean isPacked() {
    return !isWhole() && accumulator.equals(IntegerType.I32);
  }

  /** How many registers the sum has in each thread. */
  int registers() {
    return Math.toIntExact(n / (isPacked() ? 4 : 2));
  }

  /** Why there is no such instruction, as the end of a sentence, or null. */
  @Nullable String problem() {
    if (n < STEP || n > MOST || n % STEP != 0) {
      return "has " + n + " columns; multiples of " + STEP + " up to " + MOST + " are possible";
    }
    if (isWhole() && n > MOST_IN_STEPS && n % (2 * STEP) != 0) {
      return "has "
          + n
          + " columns; of whole numbers multiples of "
          + 2 * STEP
          + " are possible, 8 and 24";
    }
    boolean mixes =
        (BYTES.contains(left) && BYTES.contains(right))
            || (F8.contains(left) && F8.contains(right));
    if (!left.equals(right) && !mixes) {
      return "can't multiply " + left + " by " + right;
    }
    boolean adds =
        accumulator.equals(IntegerType.I32)
            ? isWhole() || left.equals("f16") || F8.contains(left)
            : accumulator.equals(FloatType.F32) && !isWhole();
    return adds
        ? null
        : "can't add products of " + left + " to registers of type " + AsmText.ofType(accumulator);
  }
}
