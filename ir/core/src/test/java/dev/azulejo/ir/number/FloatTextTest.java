// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FloatTextTest {
  @ParameterizedTest
  @CsvSource({
    "F64,  0.1,                     1.000000e-01",
    "F16,  0.1,                     9.997550e-02",
    "F32,  3.14159265,              3.14159274",
    "F32,  0.3333333,               0.333333313",
    "F32,  123456789.0,             0x4CEB79A3",
    "F64,  1.7976931348623157e308,  1.7976931348623157E+308",
    "F64,  4.9e-324,                4.940660e-324",
    "F64,  1.2345678e-5,            1.2345677999999999E-5",
    "F32,  16777216.0,              0x4B800000",
    "F64,  1234567.0,               0x4132D68700000000",
    "F64,  999999.0,                9.999990e+05",
    "F64,  -0.0,                    -0.000000e+00",
    "F8E4M3FNUZ, -0.0,              0.000000e+00",
    "F8E8M0FNU, 0.0,                5.877470e-39",
    "F80,  0.1,                     0.100000000000000005551",
    "F128, 1.0e-30,                 1.00000000000000008333642060758598535E-30",
    "F32,  1.0e39,                  0x7F800000",
    "F8E4M3FN, -1.0e39,             0xFF",
    "F4E2M1FN, -1.0e39,             -6.000000e+00",
    "F80,  -1.0e400,                0xFFFF8000000000000000",
    "F32,  00.50,                   5.000000e-01",
    "F64,  1.e3,                    1.000000e+03",
  })
  void literalsArePrintedAsMlirDoes(FloatFormat format, String literal, String expected) {
    assertThat(format.print(format.readDecimal(literal))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "F32, 0x7FC00000, 0x7FC00000",
    "F32, 0x7F800001, 0x7F800001",
    "F16, 0xfc00, 0xFC00",
    "F16, 0x0000000000003C00, 1.000000e+00",
    "F80, 0x80010000000000000000, 0xFFFF0000000000000000",
    "F80, 0x00000000000000000001, 3.645200e-4951",
    "F80, 0x00008000000000000000, 3.36210314311209350626E-4932",
  })
  void patternsAreReadAndPrinted(FloatFormat format, String literal, String expected) {
    BigInteger bits = format.readHexadecimal(literal).orElseThrow();
    assertThat(format.print(bits)).isEqualTo(expected);
  }

  @Test
  void aPatternTooWideIsRefused() {
    assertThat(FloatFormat.F16.readHexadecimal("0x10000")).isEmpty();
    assertThat(FloatFormat.F4E2M1FN.readHexadecimal("0x10")).isEmpty();
    assertThatThrownBy(() -> FloatFormat.F16.readHexadecimal("7C00"))
        .isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> FloatFormat.F16.readDecimal("one"))
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void readingGoesByWayOfADouble() {
    // Above a tie between two floats by less than a double can tell: rounded once it would go up.
    String literal = "1.00000005960464477539062500001";
    assertThat(FloatFormat.F32.print(FloatFormat.F32.readDecimal(literal)))
        .isEqualTo("1.000000e+00");
    assertThat(FloatFormat.F32.round(new BigDecimal(literal)))
        .isEqualTo(BigInteger.valueOf(0x3F800001));
  }
}
