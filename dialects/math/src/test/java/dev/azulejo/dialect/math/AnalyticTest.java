// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.number.FloatFormat;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of functions, calculated with 60 digits elsewhere and rounded once. */
class AnalyticTest {
  @ParameterizedTest
  @CsvSource({
    "exp, 0x3EEA6C12, 0x3FCA53C1",
    "exp, 0x412F5CD9, 0x4760C01A",
    "exp, 0x42957945, 0x75625CBB",
    "exp2, 0x3EF12612, 0x3FB16A89",
    "exp2, 0x401EF745, 0x40B300D6",
    "exp2, 0x41B4DDED, 0x4AC323B8",
    "expm1, 0x3E4570F7, 0x3E59C2BB",
    "expm1, 0x42104980, 0x5983A6A6",
    "expm1, 0x423AC1FE, 0x61241F6D",
    "log, 0x3F4B8835, 0xBE6ADBC1",
    "log, 0x47B7D5BB, 0x41373CE1",
    "log, 0x48942528, 0x4149F709",
    "log2, 0x3DCC50FB, 0xC054D25C",
    "log2, 0x479E223A, 0x418270A4",
    "log2, 0x47876FED, 0x4180A6DF",
    "log10, 0x3D52C954, 0xBFA4EE22",
    "log10, 0x496FCB17, 0x40BFC014",
    "log10, 0x496B895C, 0x40BF805B",
    "log1p, 0x3F284A46, 0x3F015769",
    "log1p, 0x45C05A40, 0x410B9A89",
    "log1p, 0x44C4C5D9, 0x40EB968A",
    "sin, 0x3CCB93C2, 0x3CCB8E65",
    "sin, 0x45B16207, 0x3F117FD1",
    "sin, 0xC7AC0CE4, 0x3EEAF4EE",
    "cos, 0x3E4B10C6, 0x3F7AFB9B",
    "cos, 0xC7499B66, 0x3E81E0F9",
    "cos, 0xC7B78FBE, 0x3F6BA597",
    "tan, 0x3EF04773, 0x3F01CFF5",
    "tan, 0xC2EDE023, 0x3EF2C3AA",
    "tan, 0x442B36AC, 0xBC54311A",
    "asin, 0x3F062077, 0x3F0D2C99",
    "asin, 0x3E8FA8A1, 0x3E919D20",
    "asin, 0xB9EDDDFE, 0xB9EDDDFF",
    "acos, 0x3F2A7382, 0x3F579A3E",
    "acos, 0xBDAEC6DD, 0x3FD3FFB0",
    "acos, 0xBEE32944, 0x4001F38F",
    "atan, 0x3F7F67EF, 0x3F48C3BC",
    "atan, 0x42C646D3, 0x3FC7C556",
    "atan, 0x42881613, 0x3FC72E50",
    "sinh, 0x3F35F280, 0x3F45A82E",
    "sinh, 0xC1EC71F6, 0xD4476FA1",
    "sinh, 0xC22D038A, 0xDE291403",
    "cosh, 0x3E97A0EA, 0x3F85A77C",
    "cosh, 0xC289874A, 0x7093A0C7",
    "cosh, 0x422A6C9B, 0x5DB0FE4E",
    "tanh, 0x3ED0131C, 0x3EC55436",
    "tanh, 0x40C7A1D6, 0x3F7FFF80",
    "tanh, 0xC002BC85, 0xBF778888",
    "sqrt, 0x3F755DC3, 0x3F7AA072",
    "sqrt, 0x712B1CE3, 0x58514BD2",
    "sqrt, 0x6BE16174, 0x55A9D961",
  })
  void singlesAreRoundedOnce(String function, String number, String bits) {
    assertThat(Folding.fold(function + " %a", "f32", number, "0.0")).isEqualTo(bits);
  }

  @ParameterizedTest
  @CsvSource({
    // Exact for every format that is folded.
    "exp, 0.0, 0x3FF0000000000000",
    "cos, -0.0, 0x3FF0000000000000",
    "sin, -0.0, 0x8000000000000000",
    "log, 1.0, 0x0000000000000000",
    "log, 0.0, 0xFFF0000000000000",
    "acos, 1.0, 0x0000000000000000",
    "tanh, 0x7FF0000000000000, 0x3FF0000000000000",
    "exp, 0xFFF0000000000000, 0x0000000000000000",
    "exp2, 0x7FF0000000000000, 0x7FF0000000000000",
    "sqrt, 2.0, 0x3FF6A09E667F3BCD",
    "sqrt, -0.0, 0x8000000000000000",
  })
  void exactValuesAreFoldedForDoubles(String function, String number, String bits) {
    assertThat(Folding.fold(function + " %a", "f64", number, "0.0")).isEqualTo(bits);
  }

  @ParameterizedTest
  @CsvSource({
    "exp, f64, 1.0",
    "sin, f64, 0.5",
    "exp, f16, 1.0",
    "sqrt, bf16, 4.0",
    "log, f32, -1.0",
    "sqrt, f32, -1.0",
    "asin, f32, 2.0",
    "sin, f32, 0x7F800000",
    "exp, f32, 0x7FC00000",
    "erf, f32, 0.5",
  })
  void whatIsInDoubtStays(String function, String type, String number) {
    assertThat(Folding.fold(function + " %a", type, number, "0.0")).isEqualTo("not folded");
  }

  @ParameterizedTest
  @CsvSource({
    "3.0, 2.0, f64, 0x4022000000000000",
    "-0.1, 3.0, f64, 0xBF50624DD2F1A9FD",
    "-0.0, 3.0, f32, 0x80000000",
    "0.0, -1.0, f32, 0x7F800000",
    "2.0, 0.5, f32, 0x3FB504F3",
    "2.0, 0.5, f64, not folded",
    "1.0, 0x7F800000, f32, 0x3F800000",
    "-1.0, 0.5, f32, not folded",
    "1.0e30, 2.0, f32, 0x7F800000",
    "3.0, 2.0, f16, not folded",
  })
  void powersOfFewFactorsAreExact(String base, String exponent, String type, String bits) {
    assertThat(Folding.fold("powf %a, %b", type, base, exponent)).isEqualTo(bits);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0, f32, 0x3F490FDB",
    "-0.0, 1.0, f64, 0x8000000000000000",
    "0.0, -1.0, f32, 0x40490FDB",
    "0.0, 0.0, f32, not folded",
    "1.0, 1.0, f64, not folded",
  })
  void anglesOfPoints(String second, String first, String type, String bits) {
    assertThat(Folding.fold("atan2 %a, %b", type, second, first)).isEqualTo(bits);
  }

  @Test
  void aValueBetweenTwoNumbersIsInDoubt() {
    double middle = 1 + 0x1p-24;
    assertThat(Analytic.nearest(FloatFormat.F32, middle)).isNull();
    assertThat(Analytic.nearest(FloatFormat.F32, middle + 4 * Math.ulp(1.0))).isNull();
    assertThat(Analytic.nearest(FloatFormat.F32, middle + 9 * Math.ulp(1.0)))
        .isEqualTo(BigInteger.valueOf(0x3F800001));
    assertThat(Analytic.nearest(FloatFormat.F32, middle - 9 * Math.ulp(1.0)))
        .isEqualTo(BigInteger.valueOf(0x3F800000));
  }
}
