// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Barriers have phases, and a wait that never ends is a diagnostic. */
final class BarriersTest {
  private static final String PROGRAM =
      """
      func.func @f() {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %c2 = arith.constant 2 : index
        %even = arith.constant false
        %odd = arith.constant true
        tile.launch grid(%x = 1) threads(64) {
          %b = barrier.alloc [1, 2, 64]
          OPERATIONS
        }
        return
      }
      """;

  private static Simulation block(String... operations) {
    return Simulation.of(PROGRAM.replace("OPERATIONS", String.join("\n    ", operations)));
  }

  private static String wait(String index, String parity) {
    return "barrier.wait %b[%INDEX], %PARITY : !barrier.array<3>"
        .replace("INDEX", index)
        .replace("PARITY", parity);
  }

  private static String arrive(String index, String by) {
    return "barrier.arrive %b[%INDEX] {by = \"BY\"} : !barrier.array<3>"
        .replace("INDEX", index)
        .replace("BY", by);
  }

  @Test
  void theOddParityOfAFreshBarrierHasPassed() {
    block(wait("c0", "odd"), wait("c1", "odd")).run();
  }

  @Test
  void phasesFollowEachOther() {
    block(
            arrive("c0", "thread"),
            wait("c0", "even"),
            arrive("c0", "thread"),
            wait("c0", "odd"),
            arrive("c0", "thread"),
            wait("c0", "even"))
        .run();
  }

  @ParameterizedTest
  @CsvSource({"c1, warp, 1", "c2, threads, 1", "c0, warpgroup, 1", "c1, thread, 2"})
  void arrivalsAreCounted(String index, String by, int times) {
    String[] operations = new String[times + 1];
    Arrays.fill(operations, arrive(index, by));
    operations[times] = wait(index, "even");
    block(operations).run();
  }

  @Test
  void aWaitForNobodyIsADeadlock() {
    assertThat(block(wait("c1", "even")).failure())
        .isEqualTo(
            "9: error: deadlock: waits for parity 0 of barrier 1, whose phase 0 still needs 2 of 2"
                + " arrivals and 0 bytes, and nothing else runs\n"
                + "8: note: the barrier was allocated here");
  }

  @Test
  void aDeadlockSaysWhoCameAndWhoDidNot() {
    assertThat(block(arrive("c1", "thread"), wait("c1", "even")).failure())
        .isEqualTo(
            "10: error: deadlock: waits for parity 0 of barrier 1, whose phase 0 still needs 1 of 2"
                + " arrivals and 0 bytes, and nothing else runs\n"
                + "8: note: the barrier was allocated here\n"
                + "9: note: the latest arrival was here");
    assertThat(block(wait("c0", "even"), arrive("c0", "thread")).failure())
        .isEqualTo(
            "9: error: deadlock: waits for parity 0 of barrier 0, whose phase 0 still needs 1 of 1"
                + " arrivals and 0 bytes, and nothing else runs\n"
                + "8: note: the barrier was allocated here\n"
                + "10: note: this would arrive, but has not been executed for it");
  }

  @Test
  void aParityOfTheWrongPhaseIsADeadlock() {
    assertThat(block(arrive("c0", "thread"), wait("c0", "odd")).failure())
        .startsWith("10: error: deadlock: waits for parity 1 of barrier 0, whose phase 1 still");
  }

  @Test
  void bytesThatNobodyBringsAreADeadlock() {
    assertThat(
            block(
                    "barrier.arrive_expect_tx %b[%c0], 128 : !barrier.array<3>",
                    "barrier.expect_tx %b[%c0], 64 : !barrier.array<3>", wait("c0", "even"))
                .failure())
        .contains("still needs 0 of 1 arrivals and 192 bytes");
  }

  @Test
  void moreArrivalsThanThePhaseTakesAreRefused() {
    assertThat(block(arrive("c0", "threads")).failure())
        .isEqualTo(
            "9: error: arrives 64 times at barrier 0, whose phase 0 needs 1 more\n"
                + "8: note: the barrier was allocated here");
  }

  @Test
  void aBarrierOutsideOfTheArrayIsRefused() {
    assertThat(block("%c3 = arith.constant 3 : index", wait("c3", "even")).failure())
        .isEqualTo("10: error: accesses barrier 3 of 3");
  }

  private static final String RING =
      """
      func.func @f(%%A: memref<8x4xf32>, %%B: memref<8x4xf32>) {
        %%c0 = arith.constant 0 : index
        %%c1 = arith.constant 1 : index
        %%c8 = arith.constant 8 : index
        tile.launch grid(%%x = 2) threads(32) {
          %%s = tile.alloc : memref<2x1x4xf32, "shared">
          %%full = barrier.alloc [32, 32]
          %%empty = barrier.alloc [1, 1]
          scf.for %%k = %%c0 to %%c8 step %%c1 {
            %%o = pipeline.ordinal
            %%slot = pipeline.slot %%o {depth = 2}
            %%free = pipeline.parity %%o {depth = 2, flipped}
            %%here = pipeline.parity %%o {depth = %d}
            barrier.wait %%empty[%%slot], %%free : !barrier.array<2>
            tile.async_copy %%A[%%k, 0][1, 4] -> %%s[%%slot, 0, 0][1, 1, 4] : memref<8x4xf32> to memref<2x1x4xf32, "shared">
            barrier.arrive_noinc %%full[%%slot] : !barrier.array<2>
            %s
            tile.copy %%s[%%slot, 0, 0][1, 1, 4] -> %%B[%%k, 0][1, 4] : memref<2x1x4xf32, "shared"> to memref<8x4xf32>
            barrier.arrive %%empty[%%slot] {by = "warp"} : !barrier.array<2>
          }
        }
        return
      }
      """;

  private static final String WAIT = "barrier.wait %full[%slot], %here : !barrier.array<2>";

  @Test
  void aRingOfSlotsWorks() {
    for (int seed = 0; seed < 10; seed++) {
      Buffer a = Buffer.of(Data.of("iota", 0, ElementType.F32, 8, 4));
      Buffer b = Data.room(ElementType.F32, 8, 4);
      Simulation.of(RING.formatted(2, WAIT), seed).run(a, b);
      assertThat(Data.values(b)).isEqualTo(Data.values(a));
    }
  }

  @Test
  void aMissingOrWrongWaitIsFound() {
    Buffer a = Buffer.of(Data.of("iota", 0, ElementType.F32, 8, 4));
    assertThat(
            Simulation.of(RING.formatted(2, "barrier.sync"))
                .failure(a, Data.room(ElementType.F32, 8, 4)))
        .isEqualTo(
            "18: error: race: reads what an asynchronous copy is still bringing\n"
                + "15: note: the copy began here, and no wait covers it yet");
    // A wait for the wrong phase passes too early where the copy is slow, and never where it is
    // quick.
    for (int seed = 0; seed < 10; seed++) {
      assertThat(
              Simulation.of(RING.formatted(3, WAIT), seed)
                  .failure(a, Data.room(ElementType.F32, 8, 4)))
          .matches(said ->
              said.startsWith("18: error: race: reads what an asynchronous copy is still")
                  || said.startsWith("17: error: deadlock: waits for parity 0 of barrier 0"));
    }
  }
}
