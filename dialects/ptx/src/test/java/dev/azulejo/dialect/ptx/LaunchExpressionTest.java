// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.dialect.ptx.LaunchExpression.Argument;
import dev.azulejo.dialect.ptx.LaunchExpression.Binary;
import dev.azulejo.dialect.ptx.LaunchExpression.Constant;
import dev.azulejo.dialect.ptx.LaunchExpression.Operator;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchExpressionTest {
  /** The sizes of argument 0 are 100, 101, ..., those of argument 1 200, ...; number 2 is 10. */
  private static final LaunchExpression.Arguments ARGUMENTS =
      new LaunchExpression.Arguments() {
        @Override
        public long size(int argument, int dimension) {
          return 100L * (argument + 1) + dimension;
        }

        @Override
        public long number(int argument) {
          return 5L * argument;
        }
      };

  private static LaunchExpression parse(String text) {
    return Objects.requireNonNull(LaunchExpression.parse(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 + 2 * 3                       | 7
          (1 + 2) * 3                     | 9
          10 - 3 - 2                      | 5
          10 - (3 - 2)                    | 9
          -4 * arg2                       | -40
          ceildiv(dim(arg0, 1), 2)        | 51
          ceildiv(-3, 2)                  | -1
          floordiv(-3, 2)                 | -2
          mod(-3, 2)                      | 1
          min(arg2, dim(arg1, 0))         | 10
          max(arg2, dim(arg1, 0)) + 1     | 201
          """)
  void isWorkedOutAndComesBackFromItsText(String text, long expected) {
    LaunchExpression expression = parse(text);
    assertThat(expression.evaluate(ARGUMENTS)).isEqualTo(expected);
    assertThat(parse(expression.toString())).isEqualTo(expression);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 +",
        "(1",
        "1)",
        "arg",
        "argx",
        "arg-1",
        "dim(arg0)",
        "dim(0, 1)",
        "dim(arg0, x)",
        "half(1, 2)",
        "min(1)",
        "min(1, 2",
        "- arg0",
        "99999999999999999999",
        "1 2",
        "*",
        "dim",
        "arg99999999999",
        "dim(arg0, 1",
        "dim(arg0, 99999999999)"
      })
  void whatIsNoneIsNone(String text) {
    assertThat(LaunchExpression.parse(text)).isNull();
  }

  @Test
  void depthHasALimit() {
    assertThat(LaunchExpression.parse("(".repeat(100_000) + "1" + ")".repeat(100_000))).isNull();
  }

  @Test
  void numbersAreCombinedAtOnce() {
    Constant three = new Constant(3);
    Argument argument = new Argument(0);
    assertThat(LaunchExpression.of(Operator.CEILDIV, new Constant(7), three))
        .isEqualTo(new Constant(3));
    assertThat(LaunchExpression.of(Operator.MULTIPLY, argument, new Constant(1)))
        .isEqualTo(argument);
    assertThat(LaunchExpression.of(Operator.ADD, argument, new Constant(0))).isEqualTo(argument);
    LaunchExpression large =
        LaunchExpression.of(Operator.MULTIPLY, new Constant(Long.MAX_VALUE), three);
    assertThat(large).isInstanceOf(Binary.class);
    assertThatThrownBy(() -> large.evaluate(ARGUMENTS)).isInstanceOf(ArithmeticException.class);
    LaunchExpression byZero = LaunchExpression.of(Operator.FLOORDIV, three, new Constant(0));
    assertThatThrownBy(() -> byZero.evaluate(ARGUMENTS)).isInstanceOf(ArithmeticException.class);
  }
}
