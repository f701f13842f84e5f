// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class NarrowFloatsTest {
  @Test
  void everyPatternDecodesAsItsFormatSays() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      assertThat((double) NarrowFloats.halfToFloat((short) bits))
          .isEqualTo(Double.valueOf(FloatFormat.F16.decode(bits)));
      assertThat((double) NarrowFloats.bfloat16ToFloat((short) bits))
          .isEqualTo(Double.valueOf(FloatFormat.BF16.decode(bits)));
    }
  }

  @Test
  void encodingAgreesWithTheFormats() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      int bits = random.nextInt();
      // Half of the patterns lie at a tie between two bf16 numbers, or right beside one.
      float value = Float.intBitsToFloat(i % 2 == 0 ? bits : (bits & ~0xFFFF) | (0x7FFF + i % 3));
      assertThat(NarrowFloats.floatToBfloat16(value) & 0xFFFFL)
          .as("%x", Float.floatToRawIntBits(value))
          .isEqualTo(FloatFormat.BF16.encode(value));
      assertThat(NarrowFloats.floatToHalf(value) & 0xFFFFL)
          .as("%x", Float.floatToRawIntBits(value))
          .isEqualTo(FloatFormat.F16.encode(value));
    }
  }

  @Test
  void aNanKeptInItsLowerHalfStaysOne() {
    short encoded = NarrowFloats.floatToBfloat16(Float.intBitsToFloat(0xFF800001));
    assertThat(encoded).isEqualTo((short) 0xFFC0);
  }
}
