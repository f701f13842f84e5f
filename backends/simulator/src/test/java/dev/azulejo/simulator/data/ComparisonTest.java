// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ComparisonTest {
  private static Tensor tensor(String name, ElementType type, double... values) {
    Tensor tensor = new Tensor(name, type, values.length);
    for (int i = 0; i < values.length; i++) {
      tensor.setValue(i, values[i]);
    }
    return tensor;
  }

  @ParameterizedTest
  @CsvSource({
    "exact,           1,    1,    true",
    "exact,           1,    1.0009765625, false",
    "exact,           0,    -0.0, true",
    "bits,            0,    -0.0, false",
    "bits,            2,    2,    true",
    "exact,           NaN,  NaN,  true",
    "exact,           NaN,  1,    false",
    "exact,           1,    NaN,  false",
    "exact,           Infinity, Infinity, true",
    "exact,           Infinity, -Infinity, false",
    "'close(0.5,0)',  1,    2,    true",
    "'close(0.5,0)',  2,    1,    false",
    "'close(0,0.5)',  1,    1.5,  true",
    "'close(0.25,0.25)', 1.5, 1,  true",
    "'close(0.25,0.25)', 1.501, 1,  false",
    "'close(9,9)',    NaN,  1,    false",
    "'close(9,9)',    1,    NaN,  false",
    "'close(9,9)',    NaN,  NaN,  true",
    "'close(9,9)',    Infinity, 1, false",
    "'close(9,9)',    1, Infinity, false",
    "'close(9,9)',    Infinity, -Infinity, false",
    "'close(9,9)',    -Infinity, -Infinity, true",
    "ulp(0),          1,    1,    true",
    "ulp(1),          1,    1.0009765625, true",
    "ulp(1),          1,    1.001953125, false",
    "ulp(2),          1,    1.001953125, true",
    "ulp(2),          -5.9604644775390625e-8, 5.9604644775390625e-8, true",
    "ulp(1),          -5.9604644775390625e-8, 5.9604644775390625e-8, false",
    "ulp(0),          0,    -0.0, true",
    "ulp(9),          NaN,  NaN,  true",
    "ulp(9),          NaN,  1,    false",
    "ulp(9),          65504, Infinity, false",
    "sim(0.01),       1,    1.1,  true",
    "sim(0.001),      1,    1.1,  false",
    "sim(0.5),        NaN,  1,    false",
    "sim(0.5),        NaN,  NaN,  true",
    "sim(0.5),        Infinity, 1, false",
    "sim(0),          0,    0,    true",
    "'close(1,0) and sim(0.01)', 1, 1.1, true",
    "'close(0,0) and sim(0.01)', 1, 1.1, false",
    "'close(1,0) and sim(0.001)', 1, 1.1, false",
  })
  void rulesDecideOnSingleElements(String rule, double actual, double expected, boolean passes) {
    ComparisonResult result =
        Comparison.parse(rule)
            .compare(tensor("x", ElementType.F16, actual), tensor("y", ElementType.F16, expected));
    assertThat(result.passed()).isEqualTo(passes);
    assertThat(result.mismatches()).isEqualTo(passes ? 0 : 1);
    assertThat(result.first()).isEqualTo(passes ? -1 : 0);
  }

  @Test
  void integersCompareToo() {
    Tensor bytes = tensor("x", ElementType.UI8, 255, 0);
    Tensor others = tensor("y", ElementType.UI8, 254, 0);
    assertThat(Comparison.parse("ulp(1)").compare(bytes, others).passed()).isTrue();
    assertThat(Comparison.parse("exact").compare(bytes, others).mismatches()).isEqualTo(1);
    Tensor far = tensor("x", ElementType.I64, 0);
    far.setBits(0, Long.MIN_VALUE);
    Tensor high = tensor("y", ElementType.I64, 0);
    high.setBits(0, Long.MAX_VALUE - 1);
    assertThat(Comparison.parse("ulp(" + (Long.MAX_VALUE - 1) + ")").compare(far, high).passed())
        .isFalse();
  }

  @Test
  void theResultTellsCountPlaceAndErrors() {
    Tensor actual = new Tensor("C", ElementType.F32, 2, 3);
    Tensor expected = new Tensor("reference", ElementType.F32, 2, 3);
    for (int i = 0; i < 6; i++) {
      actual.setValue(i, i);
      expected.setValue(i, i);
    }
    ComparisonResult same = new Comparison.Exact().compare(actual, expected);
    assertThat(same.summary())
        .isEqualTo("C agrees by exact with reference: 6 elements, max error 0.0 (relative 0.0)");
    actual.setValue(4, 5);
    actual.setValue(5, Double.NaN);
    ComparisonResult result = new Comparison.Exact().compare(actual, expected);
    assertThat(result.passed()).isFalse();
    assertThat(result.mismatches()).isEqualTo(2);
    assertThat(result.first()).isEqualTo(4);
    assertThat(result.maxAbsoluteError()).isEqualTo(1);
    assertThat(result.maxRelativeError()).isEqualTo(0.25);
    assertThat(result.summary())
        .isEqualTo(
            "C disagrees by exact with reference: 2 of 6 elements differ, first at [1, 1]:"
                + " 5.0 instead of 4.0, worst at [1, 2]: nan instead of 5.0, max error 1.0 (relative"
                + " 0.25)");
  }

  @Test
  void bitsThatLookAlikeAreShown() {
    Tensor actual = tensor("x", ElementType.F16, Double.NaN);
    Tensor expected = tensor("y", ElementType.F16, Double.NaN);
    expected.setBits(0, 0x7E01);
    assertThat(new Comparison.Bits().compare(actual, expected).summary())
        .contains("nan (0x7E00) instead of nan (0x7E01)");
  }

  @Test
  void aDroppedTileDoesNotHideInTheWhole() {
    Tensor expected = new Tensor("y", ElementType.F32, 2, 640, 650);
    Generator.parse("U(-1,1)").fill(expected, 0);
    Tensor actual = expected.converted(ElementType.F32);
    Comparison rule = Comparison.parse("sim(0.01)");
    assertThat(rule.compare(actual, expected).passed()).isTrue();
    for (int i = 64; i < 128; i++) {
      for (int j = 640; j < 650; j++) {
        actual.setValue(actual.element(1, i, j), 0);
      }
    }
    ComparisonResult result = rule.compare(actual, expected);
    assertThat(result.passed()).isFalse();
    assertThat(result.dissimilarity()).isEqualTo(1);
    assertThat(result.mismatches()).isEqualTo(640);
    assertThat(result.first()).isEqualTo(expected.element(1, 64, 640));
    assertThat(result.summary()).endsWith(", dissimilarity 1.0");
  }

  @Test
  void similarityFollowsItsFormula() {
    Tensor actual = tensor("x", ElementType.F64, 1, 2, 3);
    Tensor expected = tensor("y", ElementType.F64, 1, 2.5, 3);
    double products = 1 + 5 + 9;
    double squares = 1 + 4 + 9 + 1 + 6.25 + 9;
    assertThat(Comparison.parse("sim(1)").compare(actual, expected).dissimilarity())
        .isCloseTo(1 - 2 * products / squares, offset(1e-15));
  }

  @Test
  void onlyLikeIsComparedWithLike() {
    Tensor actual = tensor("x", ElementType.F32, 1, 2);
    Tensor other = tensor("y", ElementType.F16, 1, 2);
    Tensor longer = tensor("z", ElementType.F32, 1, 2, 3);
    for (String rule : new String[] {"exact", "sim(1)"}) {
      assertThatThrownBy(() -> Comparison.parse(rule).compare(actual, other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("x and y differ in shape or element type");
      assertThatThrownBy(() -> Comparison.parse(rule).compare(actual, longer))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exact", "bits", "close(0.01,0.01)", "sim(1.0E-5)", "ulp(3)", "exact and ulp(3)"})
  void rulesGiveTheirTextBack(String text) {
    assertThat(Comparison.parse(text).toString()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "near         | unknown comparison 'near'; known are exact, bits, close(r,a), sim(e) and ulp(n)",
        "close(1e-2)  | comparison 'close' takes 2 arguments, but got 1",
        "sim(-1)      | '-1' in comparison 'sim' is not a tolerance, which is not negative",
        "ulp(0.5)     | '0.5' in comparison 'ulp' is not an integer",
        "sim(nan)     | 'nan' in comparison 'sim' is not a finite number",
      })
  void whatIsWrongIsSaid(String text, String message) {
    assertThatThrownBy(() -> Comparison.parse(text))
        .isInstanceOf(DataSyntaxException.class)
        .hasMessage(message);
  }
}
