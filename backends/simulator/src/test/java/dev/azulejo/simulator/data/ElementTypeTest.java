// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ElementTypeTest {
  @ParameterizedTest
  @EnumSource
  void keywordsNameTypes(ElementType type) {
    assertThat(ElementType.find(type.keyword())).contains(type);
  }

  @Test
  void otherNamesAreThoseOfTypesThatHoldTheSame() {
    assertThat(ElementType.find("index")).contains(ElementType.I64);
    assertThat(ElementType.find("si16")).contains(ElementType.I16);
    for (String text : new String[] {"i7", "f80", "tensor<2xf32>", "", "si", "sui8", "I8"}) {
      assertThat(ElementType.find(text)).as(text).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "F16,   1.5,     3E00, 1.5",
    "F16,   0.1,     2E66, 0.099975586",
    "BF16,  -2,      C000, -2.0",
    "F32,   0.1,     3DCCCCCD, 0.1",
    "F64,   0.1,     3FB999999999999A, 0.1",
    "F32,   NaN,     7FC00000, nan",
    "F16,   -1e9,    FC00, -inf",
    "F8E4M3FN, 448,  7E, 448.0",
    "I1,    3,       1, 1",
    "I8,    -1,      FF, -1",
    "UI8,   -1,      FF, 255",
    "I8,    2.5,     2, 2",
    "I8,    3.5,     4, 4",
    "I32,   -2147483648, 80000000, -2147483648",
    "UI32,  4294967295, FFFFFFFF, 4294967295",
    "I64,   -2,      FFFFFFFFFFFFFFFE, -2",
    "UI64,  -2,      FFFFFFFFFFFFFFFE, 18446744073709551614",
  })
  void numbersAndBitsCorrespond(ElementType type, double value, String bits, String text) {
    assertThat(type.bits(value)).isEqualTo(Long.parseUnsignedLong(bits, 16));
    assertThat(type.text(type.bits(value))).isEqualTo(text);
  }

  @Test
  void unsignedValuesOf64BitsAreRoundedOnce() {
    assertThat(ElementType.UI64.value(-1)).isEqualTo(0x1p64);
    assertThat(ElementType.UI64.value(Long.MIN_VALUE)).isEqualTo(0x1p63);
    assertThat(ElementType.UI64.value(Long.MIN_VALUE + 1024)).isEqualTo(0x1p63);
    assertThat(ElementType.UI64.value(Long.MIN_VALUE + 1025)).isEqualTo(0x1p63 + 2048);
    assertThat(ElementType.UI64.value(Long.MAX_VALUE)).isEqualTo(0x1p63);
  }

  @Test
  void poisonIsNoPlausibleNumber() {
    assertThat(ElementType.F16.poison()).isEqualTo(0x7E5A);
    assertThat(ElementType.F32.poison()).isEqualTo(0x7FDA5A5A);
    assertThat(ElementType.I1.poison()).isEqualTo(0x5A);
    assertThat(ElementType.I32.poison()).isEqualTo(0x5A5A5A5A);
    for (ElementType type : ElementType.values()) {
      if (type.isFloat()) {
        assertThat(type.value(type.poison())).as(type.keyword()).isNaN();
      }
      assertThat((type.poison() >>> (8 * type.byteSize() - 1)) >>> 1).isZero();
    }
  }
}
