// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.Simulator.Argument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops, choices, jumps and calls. */
final class ControlFlowTest {
  @ParameterizedTest
  @CsvSource({"0, 10, 1", "3, 10, 4", "5, 5, 1", "9, 2, 1", "-7, 8, 5"})
  void aLoopCarriesValues(long from, long to, long step) {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%lb: index, %ub: index, %s: index) -> index {
              %zero = arith.constant 0 : index
              %one = arith.constant 1 : index
              // The previous index and the sum change places, so that order matters.
              %r:2 = scf.for %i = %lb to %ub step %s iter_args(%sum = %zero, %last = %one)
                  -> (index, index) {
                %p = arith.muli %i, %last : index
                %n = arith.addi %sum, %p : index
                scf.yield %n, %i : index, index
              }
              %x = arith.addi %r#0, %r#1 : index
              return %x : index
            }
            """);
    long sum = 0;
    long last = 1;
    for (long i = from; i < to; i += step) {
      sum += i * last;
      last = i;
    }
    assertThat(simulation.scalar(from, to, step)).isEqualTo(sum + last);
  }

  @Test
  void aLoopExchangesWhatItCarries() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%n: index, %a: i32, %b: i32) -> i32 {
              %c0 = arith.constant 0 : index
              %c1 = arith.constant 1 : index
              %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a, %y = %b) -> (i32, i32) {
                scf.yield %y, %x : i32, i32
              }
              return %r#0 : i32
            }
            """);
    assertThat(simulation.scalar(4, 10, 20)).isEqualTo(10);
    assertThat(simulation.scalar(5, 10, 20)).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({
    "'', i32, 2147483640, 2147483647, 4, 2",
    "'', index, 9223372036854775800, 9223372036854775807, 5, 2",
    "'', i8, -128, 127, 100, 3",
    "unsigned, i8, 120, -56, 50, 2",
    "unsigned, i8, 0, -1, -1, 1",
    "unsigned, i8, -1, 1, 1, 0"
  })
  void aLoopEndsAtTheEdgeOfItsType(
      String sign, String type, long from, long to, long step, long trips) {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%%lb: %1$s, %%ub: %1$s, %%s: %1$s) -> i32 {
              %%c0 = arith.constant 0 : i32
              %%c1 = arith.constant 1 : i32
              %%r = scf.for %2$s %%i = %%lb to %%ub step %%s iter_args(%%n = %%c0) -> (i32) : %1$s {
                %%m = arith.addi %%n, %%c1 : i32
                scf.yield %%m : i32
              }
              return %%r : i32
            }
            """
                .formatted(type, sign));
    assertThat(simulation.scalar(from, to, step)).isEqualTo(trips);
  }

  @Test
  void aStepMustBePositive() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f() {
              %c0 = arith.constant 0 : index
              %c9 = arith.constant 9 : index
              scf.for %i = %c0 to %c9 step %c0 {
              }
              return
            }
            """);
    assertThat(simulation.failure())
        .isEqualTo("4: error: the step of the loop is 0; it must be positive");
  }

  @ParameterizedTest
  @CsvSource({"0, 300", "1, 100", "2, 200", "7, 300", "-1, 300"})
  void choicesTakeOneRegion(long selector, long expected) {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%i: index) -> i32 {
              %r = scf.index_switch %i -> i32
              case 1 {
                %x = arith.constant 100 : i32
                scf.yield %x : i32
              }
              case 2 {
                %x = arith.constant 200 : i32
                scf.yield %x : i32
              }
              default {
                %x = arith.constant 300 : i32
                scf.yield %x : i32
              }
              return %r : i32
            }
            """);
    assertThat(simulation.scalar(selector)).isEqualTo(expected);
  }

  @Test
  void conditionsAreObeyed() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%c: i1, %a: i32, %b: i32) -> i32 {
              %m = memref.alloc() : memref<i32>
              memref.store %a, %m[] : memref<i32>
              scf.if %c {
                memref.store %b, %m[] : memref<i32>
              }
              %x = memref.load %m[] : memref<i32>
              %r = scf.if %c -> (i32) {
                scf.yield %x : i32
              } else {
                %y = arith.addi %x, %x : i32
                scf.yield %y : i32
              }
              memref.dealloc %m : memref<i32>
              return %r : i32
            }
            """);
    assertThat(simulation.scalar(-1, 3, 5)).isEqualTo(5);
    assertThat(simulation.scalar(0, 3, 5)).isEqualTo(6);
  }

  @Test
  void whileLoopsRunUntilTheyMust() {
    // The number of steps of Collatz' sequence.
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%n: i64) -> i64 {
              %c0 = arith.constant 0 : i64
              %c1 = arith.constant 1 : i64
              %c2 = arith.constant 2 : i64
              %c3 = arith.constant 3 : i64
              %r:2 = scf.while (%x = %n, %k = %c0) : (i64, i64) -> (i64, i64) {
                %go = arith.cmpi ne, %x, %c1 : i64
                scf.condition(%go) %x, %k : i64, i64
              } do {
              ^bb0(%x: i64, %k: i64):
                %odd = arith.remsi %x, %c2 : i64
                %is = arith.cmpi ne, %odd, %c0 : i64
                %next = scf.if %is -> (i64) {
                  %t = arith.muli %x, %c3 : i64
                  %u = arith.addi %t, %c1 : i64
                  scf.yield %u : i64
                } else {
                  %h = arith.divsi %x, %c2 : i64
                  scf.yield %h : i64
                }
                %j = arith.addi %k, %c1 : i64
                scf.yield %next, %j : i64, i64
              }
              return %r#1 : i64
            }
            """);
    assertThat(simulation.scalar(27)).isEqualTo(111);
    assertThat(simulation.scalar(1)).isZero();
  }

  @Test
  void blocksJump() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%n: i32, %a: i32) -> i32 {
              %c0 = arith.constant 0 : i32
              %c1 = arith.constant 1 : i32
              cf.br ^head(%n, %c0, %a : i32, i32, i32)
            ^head(%i: i32, %x: i32, %y: i32):
              %more = arith.cmpi sgt, %i, %c0 : i32
              cf.cond_br %more, ^body, ^end(%x : i32)
            ^body:
              %j = arith.subi %i, %c1 : i32
              %z = arith.addi %x, %y : i32
              cf.br ^head(%j, %y, %z : i32, i32, i32)
            ^end(%r: i32):
              cf.switch %r : i32, [
                default: ^last(%r : i32),
                55: ^found
              ]
            ^found:
              %c = arith.constant 1000 : i32
              cf.br ^last(%c : i32)
            ^last(%s: i32):
              return %s : i32
            }
            """);
    // Fibonacci numbers, the tenth of which is replaced.
    assertThat(simulation.scalar(7, 1)).isEqualTo(13);
    assertThat(simulation.scalar(10, 1)).isEqualTo(1000);
  }

  @Test
  void regionsOfSeveralBlocksYield() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%c: i1) -> i32 {
              %r = scf.execute_region -> i32 {
                %a = arith.constant 1 : i32
                %b = arith.constant 2 : i32
                cf.cond_br %c, ^one, ^two
              ^one:
                scf.yield %a : i32
              ^two:
                scf.yield %b : i32
              }
              return %r : i32
            }
            """);
    assertThat(simulation.scalar(-1)).isEqualTo(1);
    assertThat(simulation.scalar(0)).isEqualTo(2);
  }

  @Test
  void callsNest() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%n: i64) -> i64 {
              %c0 = arith.constant 0 : i64
              %c1 = arith.constant 1 : i64
              %go = arith.cmpi sgt, %n, %c1 : i64
              %r = scf.if %go -> (i64) {
                %m = arith.subi %n, %c1 : i64
                %p, %q = func.call @twice(%m) : (i64) -> (i64, i64)
                %s = arith.muli %n, %p : i64
                scf.yield %s : i64
              } else {
                scf.yield %c1 : i64
              }
              return %r : i64
            }
            func.func private @twice(%n: i64) -> (i64, i64) {
              %r = call @f(%n) : (i64) -> i64
              return %r, %r : i64, i64
            }
            """);
    assertThat(simulation.scalar(10)).isEqualTo(3628800);
  }

  @Test
  void parallelLoopsReduce() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%n: index, %m: index) -> i64 {
              %c0 = arith.constant 0 : index
              %c2 = arith.constant 2 : index
              %c1 = arith.constant 1 : index
              %init = arith.constant 1000 : i64
              %r = scf.parallel (%i, %j) = (%c0, %c1) to (%n, %m) step (%c1, %c2) init (%init) -> i64 {
                %p = arith.muli %i, %j : index
                %x = arith.index_cast %p : index to i64
                scf.reduce(%x : i64) {
                ^bb0(%a: i64, %b: i64):
                  %s = arith.addi %a, %b : i64
                  scf.reduce.return %s : i64
                }
              }
              return %r : i64
            }
            """);
    long sum = 1000;
    for (long i = 0; i < 5; i++) {
      for (long j = 1; j < 8; j += 2) {
        sum += i * j;
      }
    }
    assertThat(simulation.scalar(5, 8)).isEqualTo(sum);
    assertThat(simulation.scalar(0, 8)).isEqualTo(1000);
  }

  @Test
  void assertionsHold() {
    String text =
        """
        func.func @f(%c: i1) {
          cf.assert %c, "must be"
          return
        }
        """;
    assertThat(Simulation.of(text).tryRun(List.of(new Argument.Scalar(-1)))).isPresent();
    Simulation failing = Simulation.of(text);
    assertThat(failing.tryRun(List.of(new Argument.Scalar(0)))).isEmpty();
    assertThat(failing.said()).containsExactly("2: error: assertion failed: must be");
  }
}
