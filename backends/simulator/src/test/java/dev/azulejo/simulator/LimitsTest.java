// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that would never end, or need more than there is, come to a diagnostic. */
@Timeout(20)
final class LimitsTest {
  private static String limit(int line) {
    return line
        + ": error: the run takes more than 1000 steps\n"
        + line
        + ": note: the limit is there for programs that never end; a higher one can be asked for";
  }

  @Test
  void anEndlessLoopIsGivenUp() {
    Simulation simulation =
        Simulation.limited(
            """
            func.func @f() {
              %true = arith.constant true
              scf.while : () -> () {
                scf.condition(%true)
              } do {
                scf.yield
              }
              return
            }
            """,
            1000);
    assertThat(simulation.failure()).isEqualTo(limit(3));
  }

  @Test
  void endlessJumpsAreGivenUp() {
    Simulation simulation =
        Simulation.limited(
            """
            func.func @f() {
              cf.br ^a
            ^a:
              cf.br ^b
            ^b:
              cf.br ^a
            }
            """,
            1000);
    assertThat(simulation.failure()).isEqualTo(limit(1));
  }

  @Test
  void endlessRecursionIsGivenUp() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f() {
              call @f() : () -> ()
              return
            }
            """);
    assertThat(simulation.failure()).isEqualTo("2: error: calls are nested more than 200 deep");
  }

  @Test
  void callsWithoutEndAreGivenUp() {
    // A tree of calls that is 150 deep and never ends in practice.
    Simulation simulation =
        Simulation.limited(
            """
            func.func @f() {
              %n = arith.constant 150 : i32
              call @g(%n) : (i32) -> ()
              return
            }
            func.func private @g(%n: i32) {
              %c1 = arith.constant 1 : i32
              %go = arith.cmpi sgt, %n, %c1 : i32
              scf.if %go {
                %m = arith.subi %n, %c1 : i32
                func.call @g(%m) : (i32) -> ()
                func.call @g(%m) : (i32) -> ()
              }
              return
            }
            """,
            1000);
    assertThat(simulation.failure()).contains("the run takes more than 1000 steps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile.launch grid(%x = 2147483647) threads(32) { }",
        "tile.launch grid(%x = 100000, %y = 1000, %z = 20) threads(32) { }",
        "tile.parallel (%i, %j) to (40000, 40000) { }",
        "pipeline.for %k = 0 to 9000000000000000000 stages(2) { }",
        "%c = arith.constant 0 : i32 tile.fill %m[0][4000000000000], %c : memref<?xi32>"
      })
  void longWorkIsGivenUp(String work) {
    Simulation simulation =
        Simulation.limited(
            """
            func.func @f(%%m: memref<?xi32>) {
              %s
              return
            }
            """
                .formatted(work),
            1_000_000);
    long start = System.nanoTime();
    assertThat(simulation.failure(ints(4))).contains("the run takes more than 1000000 steps");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  private static Buffer ints(long size) {
    return Buffer.poisoned(ElementType.I32, new long[] {size});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile.launch grid(%x = 2147483647, %y = 2147483647) threads(32) { }",
        "%c = arith.constant -1 : index tile.launch grid(%x = %c) threads(32) { }"
      })
  void impossibleGridsAreRefused(String work) {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f() {
              %s
              return
            }
            """
                .formatted(work));
    assertThat(simulation.failure())
        .contains("none may be negative, and all together have 2^31 points");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%b = memref.alloc() : memref<100000x100000xf32>",
        "%b = tile.alloc : memref<1000000x1000000x1000000x1000000xf32, \"shared\">",
        "%n = arith.constant -3 : index %b = memref.alloc(%n) : memref<?xf32>",
      })
  void impossibleBuffersAreRefused(String work) {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f() {
              %s
              return
            }
            """
                .formatted(work));
    assertThat(simulation.failure())
        .startsWith("2: error: allocates a buffer of shape ")
        .endsWith("the simulator has none with negative sizes or of more than 1073741824 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%v = arith.constant dense<1.0> : vector<4xf32>",
        "%a = arith.constant 1 : i128",
        "%a = memref.alloc() : memref<4xi7>",
        "%a = memref.alloc() : memref<4xf32, strided<[2]>>",
        "%c = func.constant @f : () -> ()"
      })
  void whatIsNotHereIsRefusedWithItsPlace(String work) {
    String text =
        """
        func.func @f() {
          %s
          return
        }
        """
            .formatted(work);
    assertThat(Simulation.of(text).failure()).startsWith("2: error: the simulator ");
  }

  @Test
  void aCallOfNothingIsRefused() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f() {
              call @g() : () -> ()
              return
            }
            func.func private @g()
            """);
    assertThat(simulation.failure()).isEqualTo("2: error: calls 'g', which has no body");
  }
}
