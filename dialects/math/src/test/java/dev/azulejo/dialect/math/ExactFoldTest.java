// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions whose values are exact, in every format. */
class ExactFoldTest {
  @ParameterizedTest
  @CsvSource({
    "ceil, f32, -0.5, 0x80000000",
    "floor, f32, 0x7F800001, 0x7FC00001",
    "round, f64, 0.5, 0x3FF0000000000000",
    "roundeven, f64, 0.5, 0x0000000000000000",
    "round, f16, -2.5, 0xC200",
    "trunc, bf16, 0xFF80, 0xFF80",
    "roundeven, f128, 0x40008000000000000000000000000000, 0x40008000000000000000000000000000",
    // No negative zero there.
    "ceil, f8E4M3FNUZ, -0.5, 0x00",
    "floor, f8E4M3FNUZ, 0x80, 0x80",
    // 8 is beyond the largest number, and there is no zero in powers of two.
    "ceil, f6E2M3FN, 7.5, not folded",
    "floor, f8E8M0FNU, 0.5, not folded",
    "absf, f32, 0xFF800001, 0x7F800001",
    "absf, f8E4M3FNUZ, 0x80, 0x80",
  })
  void integersAndAbsoluteValues(String function, String type, String number, String bits) {
    assertThat(Folding.fold(function + " %a", type, number, "1.0")).isEqualTo(bits);
  }

  @ParameterizedTest
  @CsvSource({
    "f32, 2.0, -0.0, 0xC0000000",
    "f32, 0x7FC00000, -1.0, 0xFFC00000",
    "f64, -2.0, 0x7FF8000000000000, 0x4000000000000000",
    "f8E4M3FNUZ, 0.0, -1.0, 0x00",
    "f8E4M3FNUZ, 1.0, 0x80, 0xC0",
    "f8E8M0FNU, 2.0, 1.0, 0x80",
  })
  void signsAreCopied(String type, String number, String sign, String bits) {
    assertThat(Folding.fold("copysign %a, %b", type, number, sign)).isEqualTo(bits);
  }

  @ParameterizedTest
  @CsvSource({
    "isnormal, f32, 0x00800000, -1",
    "isnormal, f32, 0x007FFFFF, 0",
    "isnormal, f128, 0x00010000000000000000000000000000, -1",
    "isnormal, f8E8M0FNU, 0x00, -1",
    "isnormal, f32, 0.0, 0",
    "isnan, f8E4M3FNUZ, 0x80, -1",
    "isinf, f32, 0xFF800000, -1",
    "isfinite, f32, 0xFF800000, 0",
  })
  void kinds(String function, String type, String number, String truth) {
    assertThat(Folding.fold(function + " %a", type, number, "1.0", "i1")).isEqualTo(truth);
  }

  @ParameterizedTest
  @CsvSource({
    "ctlz %a, i32, 0, 32",
    "ctlz %a, i8, -1, 0",
    "ctlz %a, index, 3, 62",
    "cttz %a, i32, 0, 32",
    "cttz %a, i8, -128, 7",
    "ctpop %a, i32, -8, 29",
    "ctpop %a, i128, -1, 128",
    "absi %a, i8, -128, -128",
  })
  void bitsAreCounted(String function, String type, String number, String count) {
    assertThat(Folding.fold(function, type, number, "1")).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({
    "i32, -8, 3, -512",
    "i32, 3, 40, 689956897",
    "i8, -128, 2, 0",
    "i32, 0, 0, 1",
    "i32, 2, -1, 0",
    "i32, -1, -3, -1",
    "i32, -1, -2, 1",
    "i32, 0, -1, not folded",
  })
  void powersOfIntegersWrap(String type, String base, String exponent, String power) {
    assertThat(Folding.fold("ipowi %a, %b", type, base, exponent)).isEqualTo(power);
  }
}
