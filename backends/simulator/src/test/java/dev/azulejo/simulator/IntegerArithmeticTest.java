// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.Simulator.Argument;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Integer operations against exact numbers: all pairs of eight bits, and edges of wider ones. */
final class IntegerArithmeticTest {
  private static final long[] EDGES = {
    0,
    1,
    2,
    3,
    7,
    -1,
    -2,
    -7,
    0x7f,
    0x80,
    0xff,
    0x7fff,
    0x7fff_ffffL,
    0x8000_0000L,
    0x1_0000_0000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    0x1234_5678_9abc_def0L
  };

  /**
   * An operation.
   *
   * @param name its name
   * @param unsigned whether its operands are taken as unsigned numbers
   * @param allowed the right operands for which it has a result
   * @param exact what it computes, before it wraps
   */
  record Case(
      String name, boolean unsigned, LongPredicate allowed, BinaryOperator<BigInteger> exact) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case signed(String name, BinaryOperator<BigInteger> exact) {
    return new Case("arith." + name, false, _ -> true, exact);
  }

  private static Case unsigned(String name, BinaryOperator<BigInteger> exact) {
    return new Case("arith." + name, true, _ -> true, exact);
  }

  private static Case dividing(String name, boolean unsigned, BinaryOperator<BigInteger> exact) {
    return new Case("arith." + name, unsigned, right -> right != 0, exact);
  }

  static Stream<Case> cases() {
    return Stream.of(
        signed("addi", BigInteger::add),
        signed("subi", BigInteger::subtract),
        signed("muli", BigInteger::multiply),
        signed("andi", BigInteger::and),
        signed("ori", BigInteger::or),
        signed("xori", BigInteger::xor),
        signed("maxsi", BigInteger::max),
        signed("minsi", BigInteger::min),
        unsigned("maxui", BigInteger::max),
        unsigned("minui", BigInteger::min),
        dividing("divsi", false, BigInteger::divide),
        dividing("remsi", false, BigInteger::remainder),
        dividing("divui", true, BigInteger::divide),
        dividing("remui", true, BigInteger::remainder),
        dividing("floordivsi", false, IntegerArithmeticTest::floorDivide),
        dividing("ceildivsi", false, (a, b) -> floorDivide(a.negate(), b).negate()),
        dividing("ceildivui", true, (a, b) -> floorDivide(a.negate(), b).negate()));
  }

  private static BigInteger floorDivide(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    boolean below = parts[1].signum() != 0 && parts[1].signum() != b.signum();
    return below ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static BigInteger exact(long slot, int width, boolean unsigned) {
    BigInteger number = BigInteger.valueOf(slot);
    return unsigned && slot < 0 ? number.add(BigInteger.ONE.shiftLeft(width)) : number;
  }

  /** What a slot holds for a number of some bits. */
  private static long slot(BigInteger number, int width) {
    int unused = Long.SIZE - width;
    return number.longValue() << unused >> unused;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void allPairsOfEightBitsAreRight(Case operation) {
    Simulation simulation =
        Simulation.ofOperation(operation.name() + " %a, %b : i8", "i8", "i8", "i8");
    for (long a = -128; a < 128; a++) {
      for (long b = -128; b < 128; b++) {
        check(operation, simulation, a, b, Byte.SIZE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void edgesOfWiderOnesAreRight(Case operation) {
    for (String type : List.of("i1", "i16", "i32", "i33", "i64", "index")) {
      int width = type.equals("index") ? Long.SIZE : Integer.parseInt(type.substring(1));
      Simulation simulation =
          Simulation.ofOperation(operation.name() + " %a, %b : " + type, type, type, type);
      for (long a : EDGES) {
        for (long b : EDGES) {
          long left = slot(BigInteger.valueOf(a), width);
          long right = slot(BigInteger.valueOf(b), width);
          check(operation, simulation, left, right, width);
        }
      }
    }
  }

  private static void check(Case operation, Simulation simulation, long a, long b, int width) {
    if (operation.allowed().test(b)) {
      BigInteger left = exact(a, width, operation.unsigned());
      BigInteger right = exact(b, width, operation.unsigned());
      assertThat(simulation.scalar(a, b))
          .as("%s %d %d of %d bits", operation, a, b, width)
          .isEqualTo(slot(operation.exact().apply(left, right), width));
    }
  }

  @Test
  void shiftsGoAsFarAsTheyMay() {
    Simulation left = Simulation.ofOperation("arith.shli %a, %b : i8", "i8", "i8", "i8");
    Simulation signed = Simulation.ofOperation("arith.shrsi %a, %b : i8", "i8", "i8", "i8");
    Simulation unsigned = Simulation.ofOperation("arith.shrui %a, %b : i8", "i8", "i8", "i8");
    for (int a = -128; a < 128; a++) {
      for (int b = 0; b < 8; b++) {
        assertThat(left.scalar(a, b)).isEqualTo((byte) (a << b));
        assertThat(signed.scalar(a, b)).isEqualTo(a >> b);
        assertThat(unsigned.scalar(a, b)).isEqualTo((byte) ((a & 0xff) >> b));
      }
    }
    // Further is poison, which must not pass for a number.
    assertThat(left.scalar(1, 8)).isEqualTo(0x5a);
    assertThat(unsigned.scalar(1, -1)).isEqualTo(0x5a);
  }

  @ParameterizedTest
  @CsvSource({"i8, 8", "i32, 32", "i64, 64"})
  void extendedProductsHaveBothHalves(String type, int width) {
    for (String name : List.of("mulsi_extended", "mului_extended")) {
      boolean unsigned = name.equals("mului_extended");
      Simulation simulation =
          Simulation.of(
              """
              func.func @f(%%a: %1$s, %%b: %1$s) -> (%1$s, %1$s) {
                %%l, %%h = arith.%2$s %%a, %%b : %1$s
                return %%l, %%h : %1$s, %1$s
              }
              """
                  .formatted(type, name));
      for (long a : EDGES) {
        for (long b : EDGES) {
          long left = slot(BigInteger.valueOf(a), width);
          long right = slot(BigInteger.valueOf(b), width);
          BigInteger product = exact(left, width, unsigned).multiply(exact(right, width, unsigned));
          assertThat(simulation.run(List.of(new Argument.Scalar(left), new Argument.Scalar(right))))
              .as("%s %d %d", name, left, right)
              .containsExactly(
                  new Argument.Scalar(slot(product, width)),
                  new Argument.Scalar(slot(product.shiftRight(width), width)));
        }
      }
    }
  }

  @Test
  void extendedSumsCarry() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%a: i8, %b: i8) -> (i8, i1) {
              %s, %o = arith.addui_extended %a, %b : i8, i1
              return %s, %o : i8, i1
            }
            """);
    for (int a = -128; a < 128; a++) {
      for (int b = -128; b < 128; b++) {
        int sum = (a & 0xff) + (b & 0xff);
        assertThat(simulation.run(List.of(new Argument.Scalar(a), new Argument.Scalar(b))))
            .containsExactly(new Argument.Scalar((byte) sum), new Argument.Scalar(-(sum >> 8)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"divsi", "divui", "remsi", "remui", "floordivsi", "ceildivsi", "ceildivui"})
  void divisionsByZeroAreFaults(String name) {
    String text =
        """
        func.func @f() {
          %%a = arith.constant 5 : i32
          %%b = arith.constant 0 : i32
          %%r = arith.%s %%a, %%b : i32
          return
        }
        """
            .formatted(name);
    assertThat(Simulation.of(text).failure()).isEqualTo("4: error: divides by zero");
  }

  @ParameterizedTest
  @CsvSource({
    "eq, 1, 1, true",
    "eq, 1, 2, false",
    "ne, 1, 2, true",
    "slt, -1, 0, true",
    "slt, 0, -1, false",
    "sle, 3, 3, true",
    "sgt, 3, -3, true",
    "sge, -3, 3, false",
    "ult, -1, 0, false",
    "ult, 0, -1, true",
    "ule, 5, 5, true",
    "ugt, -128, 127, true",
    "uge, 127, -128, false"
  })
  void comparisonsFollowTheirPredicate(String predicate, long a, long b, boolean holds) {
    for (String type : List.of("i8", "i32", "index")) {
      Simulation simulation =
          Simulation.ofOperation(
              "arith.cmpi %s, %%a, %%b : %s".formatted(predicate, type), "i1", type, type);
      assertThat(simulation.scalar(a, b)).isEqualTo(holds ? -1 : 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "extsi, i8, i32, -5, -5",
    "extui, i8, i32, -5, 251",
    "extui, i1, i32, -1, 1",
    "extsi, i1, i32, -1, -1",
    "trunci, i32, i8, 300, 44",
    "trunci, i32, i1, 3, -1",
    "index_cast, i32, index, -7, -7",
    "index_cast, index, i8, 200, -56",
    "index_castui, i8, index, -1, 255",
    "index_castui, index, i8, 255, -1",
    "bitcast, i16, i16, -2, -2"
  })
  void conversionsKeepWhatTheyMay(String name, String from, String to, long value, long expected) {
    Simulation simulation =
        Simulation.ofOperation("arith.%s %%a : %s to %s".formatted(name, from, to), to, from);
    assertThat(simulation.scalar(value)).isEqualTo(expected);
  }

  @Test
  void aSelectionTakesOne() {
    Simulation simulation =
        Simulation.ofOperation("arith.select %a, %b, %c : i32", "i32", "i1", "i32", "i32");
    assertThat(simulation.scalar(-1, 7, 9)).isEqualTo(7);
    assertThat(simulation.scalar(0, 7, 9)).isEqualTo(9);
  }
}
