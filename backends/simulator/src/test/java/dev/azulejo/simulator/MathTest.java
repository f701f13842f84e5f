// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mathematical functions against known values. */
final class MathTest {

  @ParameterizedTest
  @CsvSource({
    "absf, -2.5, 2.5",
    "ceil, -1.5, -1",
    "floor, -1.5, -2",
    "roundeven, 2.5, 2",
    "round, 2.5, 3",
    "round, -2.5, -3",
    "round, 0.49999999999999994, 0",
    "trunc, -1.7, -1",
    "sqrt, 2, 1.4142135623730951",
    "rsqrt, 4, 0.5",
    "cbrt, -27, -3",
    "exp, 1, 2.718281828459045",
    "exp2, 10, 1024",
    "exp2, -0.5, 0.7071067811865476",
    "expm1, 1e-10, 1.00000000005e-10",
    "log, 10, 2.302585092994046",
    "log2, 8, 3",
    "log2, 0.125, -3",
    "log2, 10, 3.321928094887362",
    "log10, 1000, 3",
    "log1p, 1e-10, 9.9999999995e-11",
    "sin, 1, 0.8414709848078965",
    "cos, 1, 0.5403023058681398",
    "tan, 1, 1.5574077246549023",
    "asin, 0.5, 0.5235987755982989",
    "acos, 0.5, 1.0471975511965979",
    "atan, 1, 0.7853981633974483",
    "sinh, 1, 1.1752011936438014",
    "cosh, 1, 1.543080634815244",
    "tanh, 0.5, 0.46211715726000973",
    "asinh, 1, 0.881373587019543",
    "asinh, -1e-9, -1e-9",
    "acosh, 2, 1.3169578969248166",
    "atanh, 0.5, 0.5493061443340549",
    "erf, 0.5, 0.5204998778130465",
    "erf, -3, -0.9999779095030014",
    "erfc, 0.5, 0.4795001221869535",
    "erfc, 3, 2.209049699858544e-5",
    "erfc, -3, 1.9999779095030015",
    "erf, 40, 1",
    "erfc, 40, 0"
  })
  void valuesAreKnown(String name, double x, double expected) {
    Simulation simulation =
        Simulation.ofOperation("math.%s %%a : f64".formatted(name), "f64", "f64");
    assertThat(real(simulation, x)).isCloseTo(expected, within(2e-15 * Math.abs(expected)));
  }

  private static double real(Simulation simulation, double... arguments) {
    long[] bits = new long[arguments.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToRawLongBits(arguments[i]);
    }
    return Double.longBitsToDouble(simulation.scalar(bits));
  }

  @ParameterizedTest
  @CsvSource({
    "powf, 2, 0.5, 1.4142135623730951",
    "atan2, 1, -1, 2.356194490192345",
    "copysign, 3, -0.0, -3"
  })
  void functionsOfTwoNumbersToo(String name, double x, double y, double expected) {
    Simulation simulation =
        Simulation.ofOperation("math.%s %%a, %%b : f64".formatted(name), "f64", "f64", "f64");
    assertThat(real(simulation, x, y)).isCloseTo(expected, within(1e-15 * Math.abs(expected)));
  }

  @Test
  void clampingAndFusingTakeThreeNumbers() {
    Simulation clamp =
        Simulation.ofOperation("math.clampf %a to [%b, %c] : f64", "f64", "f64", "f64", "f64");
    assertThat(real(clamp, 5, -1, 1)).isEqualTo(1);
    assertThat(real(clamp, -5, -1, 1)).isEqualTo(-1);
    assertThat(real(clamp, 0.5, -1, 1)).isEqualTo(0.5);
    Simulation fma =
        Simulation.ofOperation("math.fma %a, %b, %c : f64", "f64", "f64", "f64", "f64");
    assertThat(real(fma, 1 + 0x1p-52, 1 - 0x1p-52, -1)).isEqualTo(-0x1p-104);
    Simulation power = Simulation.ofOperation("math.fpowi %a, %b : f64, i32", "f64", "f64", "i32");
    assertThat(Double.longBitsToDouble(power.scalar(Double.doubleToRawLongBits(2), -3)))
        .isEqualTo(0.125);
  }

  @Test
  void narrowResultsAreRounded() {
    Simulation half = Simulation.ofOperation("math.exp %a : f16", "f16", "f16");
    assertThat(half.scalar(0x3c00)).isEqualTo(0x4170);
    Simulation brain = Simulation.ofOperation("math.sqrt %a : bf16", "bf16", "bf16");
    assertThat(brain.scalar(0x4000)).isEqualTo(0x3fb5);
    Simulation single = Simulation.ofOperation("math.sin %a : f32", "f32", "f32");
    assertThat(single.scalar(Float.floatToRawIntBits(1)))
        .isEqualTo(Float.floatToRawIntBits((float) Math.sin(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "isnan, NaN, true", "isnan, 1, false", "isinf, -Infinity, true", "isinf, NaN, false",
    "isfinite, 1, true", "isfinite, Infinity, false", "isnormal, 1e-40, false", "isnormal, 1, true",
    "isnormal, 0, false"
  })
  void questionsHaveAnswers(String name, float x, boolean answer) {
    Simulation simulation =
        Simulation.ofOperation("math.%s %%a : f32".formatted(name), "i1", "f32");
    assertThat(simulation.scalar(Float.floatToRawIntBits(x) & 0xffff_ffffL))
        .isEqualTo(answer ? -1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "absi, -5, 5",
    "absi, -128, -128",
    "ctpop, -1, 8",
    "ctpop, 5, 2",
    "ctlz, 1, 7",
    "ctlz, 0, 8",
    "ctlz, -1, 0",
    "cttz, 8, 3",
    "cttz, 0, 8",
    "cttz, -128, 7"
  })
  void bitsAreCounted(String name, long x, long expected) {
    Simulation simulation = Simulation.ofOperation("math.%s %%a : i8".formatted(name), "i8", "i8");
    assertThat(simulation.scalar(x)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 4, 81",
    "2, 7, -128",
    "-1, -3, -1",
    "-1, -4, 1",
    "1, -9, 1",
    "5, -1, 0",
    "0, 0, 1"
  })
  void integerPowersWrapAround(long base, long exponent, long expected) {
    Simulation simulation = Simulation.ofOperation("math.ipowi %a, %b : i8", "i8", "i8", "i8");
    assertThat(simulation.scalar(base, exponent)).isEqualTo(expected);
  }

  @Test
  void zeroHasNoNegativePower() {
    String text =
        """
        func.func @f() {
          %z = arith.constant 0 : i32
          %m = arith.constant -1 : i32
          %r = math.ipowi %z, %m : i32
          return
        }
        """;
    assertThat(Simulation.of(text).failure()).isEqualTo("4: error: divides by zero");
  }
}
