// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratorTest {
  private static double value(String generator, long seed, long index) {
    return ElementType.F64.value(Generator.parse(generator).bits(ElementType.F64, seed, index));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0,         E220A8397B1DCDAF, 0.8833107948303223,  1.4285666244738848, -1",
    "0, 1,         6E789E6AA1B965F4, 0.4315279722213745,  0.1390958160436249,  0",
    "7, 123456789, 45F991B059DB1863, 0.27333933115005493, -1.2320405959539542, 0",
  })
  void checkValuesOfTheKernelSuite(
      long seed, long index, String hash, double unit, double gaussian, double integer) {
    assertThat(Generator.parse("h").bits(ElementType.I64, seed, index))
        .isEqualTo(Long.parseUnsignedLong(hash, 16));
    assertThat(value("U(0,1)", seed, index)).isEqualTo(unit);
    assertThat(value("G", seed, index)).isEqualTo(gaussian);
    assertThat(value("Z(-2,2)", seed, index)).isEqualTo(integer);
    assertThat(value("byte", seed, index)).isEqualTo(Integer.parseInt(hash.substring(14), 16));
    assertThat(value("U(-1,1)", seed, index)).isEqualTo(-1 + 2 * unit);
    assertThat(value("bit(0.5)", seed, index)).isEqualTo(unit < 0.5 ? 1 : 0);
  }

  @Test
  void numbersAreRoundedOnceToTheElementType() {
    Tensor tensor = new Tensor("t", ElementType.F16, 2, 3);
    Generator.parse("U(-1,1)").fill(tensor, 5);
    for (int i = 0; i < 6; i++) {
      assertThat(tensor.bits(i))
          .isEqualTo(Float.floatToFloat16((float) value("U(-1,1)", 5, i)) & 0xFFFFL);
    }
  }

  @Test
  void unitRowsAreGaussianRowsOfLengthOne() {
    for (long row = 0; row < 3; row++) {
      double squares = 0;
      for (int i = 0; i < 8; i++) {
        double value = value("unit(8)", 4, row * 8 + i);
        squares += value * value;
        assertThat(value / value("unit(8)", 4, row * 8))
            .isCloseTo(value("G", 4, row * 8 + i) / value("G", 4, row * 8), within(1e-12));
      }
      assertThat(squares).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void sigmoidsAreOfTheGaussianNumbers() {
    double gaussian = value("G", 4, 17);
    assertThat(value("sigmoid", 4, 17)).isCloseTo(1 / (1 + Math.exp(-gaussian)), within(1e-15));
    assertThat(value("logsigmoid", 4, 17))
        .isCloseTo(Math.log(value("sigmoid", 4, 17)), within(1e-15));
  }

  @Test
  void sumsRunOverElementsThatLieApartAndBeginAnew() {
    String sums = "sums(3, 2, Z(-5, 5))";
    assertThat(Generator.parse(sums)).hasToString("sums(3,2,Z(-5,5))");
    assertThat(Generator.parse(sums).makesIntegers()).isTrue();
    assertThat(Generator.parse("sums(3,2,G)").makesIntegers()).isFalse();
    for (int i : new int[] {0, 1, 6, 7}) {
      double first = value("Z(-5,5)", 9, i);
      double second = first + value("Z(-5,5)", 9, i + 2);
      assertThat(value(sums, 9, i)).isEqualTo(first);
      assertThat(value(sums, 9, i + 2)).isEqualTo(second);
      assertThat(value(sums, 9, i + 4)).isEqualTo(second + value("Z(-5,5)", 9, i + 4));
    }
  }

  @Test
  void integersStayInTheirRangeAndReachItsEnds() {
    Tensor tensor = new Tensor("t", ElementType.I8, 1000);
    Generator.parse("Z(-3,4)").fill(tensor, 1);
    Set<Double> seen = new HashSet<>();
    for (int i = 0; i < tensor.count(); i++) {
      seen.add(tensor.value(i));
    }
    assertThat(seen).containsExactlyInAnyOrder(-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0);
  }

  @Test
  void permutationsAreSortedByHash() {
    Tensor tensor = new Tensor("t", ElementType.I32, 250);
    Generator.parse("perm(100)").fill(tensor, 3);
    Generator hash = Generator.parse("h");
    for (int run = 0; run < 200; run += 100) {
      Set<Double> seen = new HashSet<>();
      for (int i = 0; i < 100; i++) {
        seen.add(tensor.value(run + i));
        if (i > 0) {
          long before = hash.bits(ElementType.I64, 3, run + tensor.bits(run + i - 1));
          long after = hash.bits(ElementType.I64, 3, run + tensor.bits(run + i));
          assertThat(Long.compareUnsigned(before, after)).isNegative();
        }
      }
      assertThat(seen).hasSize(100);
    }
    Generator permutation = Generator.parse("perm(100)");
    for (int i : new int[] {0, 99, 100, 249}) {
      assertThat(permutation.bits(ElementType.I32, 3, i)).isEqualTo(tensor.bits(i));
    }
  }

  @Test
  void someGeneratorsKnowNoChance() {
    assertThat(value("const(-2.5)", 9, 9)).isEqualTo(-2.5);
    assertThat(value("const(nan)", 9, 9)).isNaN();
    assertThat(value("const(-inf)", 9, 9)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(value("iota", 9, 1234)).isEqualTo(1234);
    assertThat(value("list(3,-0.5,70)", 9, 1)).isEqualTo(-0.5);
    assertThat(value("list(3,-0.5,70)", 9, 5)).isEqualTo(70);
    assertThat(Generator.parse("iota").bits(ElementType.I8, 0, 257)).isEqualTo(1);
  }

  @Test
  void seedsCountOperandsWithinCases() {
    assertThat(Generator.seed(3, 2)).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "U(-1,1)",
        "U(0.5,1.0E-7)",
        "G",
        "Z(-2,2)",
        "bit(0.25)",
        "byte",
        "perm(16)",
        "h",
        "const(inf)",
        "const(nan)",
        "const(0)",
        "list(3,0,-0.5)",
        "iota",
        "unit(64)",
        "sigmoid",
        "logsigmoid",
        "sums(64,2,U(-0.5,0))"
      })
  void generatorsGiveTheirTextBack(String text) {
    assertThat(Generator.parse(text).toString()).isEqualTo(text);
    assertThat(Generator.parse(" " + text.replace(",", " , ").replace("(", " ( ")))
        .isEqualTo(Generator.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V(1)      | unknown generator 'V'; known are U(a,b), G, Z(lo,hi), bit(p), byte, perm(n), h, const(x), list(x,...), iota, unit(n), sigmoid, logsigmoid and sums(n,d,generator)",
        "''        | unknown generator ''; known are U(a,b), G, Z(lo,hi), bit(p), byte, perm(n), h, const(x), list(x,...), iota, unit(n), sigmoid, logsigmoid and sums(n,d,generator)",
        "U(1       | generator 'U(1' lacks its ')'",
        "U(1)      | generator 'U' takes 2 arguments, but got 1",
        "G()       | generator 'G' takes no arguments, but got 1",
        "perm      | generator 'perm' takes 1 argument, but got 0",
        "U(1,)     | '' in generator 'U' is not a number",
        "U(1,0x1p3) | '0x1p3' in generator 'U' is not a number",
        "U(1,inf)  | 'inf' in generator 'U' is not a finite number",
        "Z(1,1.5)  | '1.5' in generator 'Z' is not an integer",
        "Z(3,2)    | 2 in generator 'Z' must lie between 3 and 2147483650",
        "perm(0)   | 0 in generator 'perm' must lie between 1 and 268435456",
        "sums(4,1) | generator 'sums' takes 3 arguments, but got 2",
        "sums(0,1,G) | 0 in generator 'sums' must lie between 1 and 1048576",
        "sums(4,1,Q) | unknown generator 'Q'; known are U(a,b), G, Z(lo,hi), bit(p), byte, perm(n), h, const(x), list(x,...), iota, unit(n), sigmoid, logsigmoid and sums(n,d,generator)",
        "bit(1-2)  | '1-2' in generator 'bit' is not a number",
      })
  void whatIsWrongIsSaid(String text, String message) {
    assertThatThrownBy(() -> Generator.parse(text))
        .isInstanceOf(DataSyntaxException.class)
        .hasMessage(message);
  }
}
