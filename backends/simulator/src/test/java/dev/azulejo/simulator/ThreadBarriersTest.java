// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Threads wait for each other, and what never comes is named. */
final class ThreadBarriersTest {
  @Test
  void aWarpThatNeverComesIsADeadlock() {
    assertThat(
            ThreadProgram.failure(
                "%p = arith.cmpi ult, %t, %c32 : index", "scf.if %p {", "  gpu.barrier", "}"))
        .isEqualTo(
            """
            18: error: deadlock: warp 0 waits at barrier 0, to which 32 of 64 threads have come
            13: note: warp 1 has ended and never comes\
            """);
  }

  @Test
  void allComeToBarriersInLoops() {
    double[] out =
        ThreadProgram.run(
            "scf.for %i = %c0 to %c8 step %c1 {",
            "  gpu.barrier", "}", "memref.store %n5, %out[%t] : memref<64xi32>");
    assertThat(out).containsOnly(5);
  }

  @Test
  void lanesOfAWarpComeTogether() {
    assertThat(
            ThreadProgram.failure(
                "%p = arith.cmpi ult, %t, %c16 : index", "scf.if %p {", "  gpu.barrier", "}"))
        .startsWith(
            "18: error: barrier 0 is executed by lanes 0 to 15 of warp 0, but lanes 16 to 31 went"
                + " another way");
  }

  @Test
  void blocksWithAPartOfAWarpSynchronise() {
    String text =
        ThreadProgram.text(40, 1, "gpu.barrier", "memref.store %n5, %out[%t] : memref<64xi32>");
    var out = ThreadProgram.room();
    Simulation.of(text).run(out);
    assertThat(Data.values(out)[39]).isEqualTo(5);
    assertThat(Data.values(out)[40]).isNaN();
  }

  // --- Arrays of barriers -----------------------------------------------------------------------

  private static final String[] HAND_OVER = {
    "%full = barrier.alloc [32, 1]",
    "%false = arith.constant false",
    "%p = arith.cmpi ult, %t, %c32 : index",
    "%lane = arith.remui %t, %c32 : index",
    "scf.if %p {",
    "  memref.store %n5, %s[%lane] : memref<64xi32, \"shared\">",
    "  barrier.arrive %full[%c0] : !barrier.array<2>",
    "}",
    "barrier.wait %full[%c0], %false : !barrier.array<2>",
    "%v = memref.load %s[%lane] : memref<64xi32, \"shared\">",
    "memref.store %v, %out[%t] : memref<64xi32>"
  };

  private static String[] without(String part) {
    return Arrays.stream(HAND_OVER).filter(line -> !line.contains(part)).toArray(String[]::new);
  }

  @Test
  void whoWaitsForAPhaseSeesWhatWasDoneBefore() {
    assertThat(ThreadProgram.run(HAND_OVER)).containsOnly(5);
  }

  @Test
  void whoDoesNotWaitForAPhaseIsInARace() {
    assertThat(ThreadProgram.failure(without("barrier.wait")))
        .containsAnyOf("is in a race: it ", "was never written");
  }

  @Test
  void aPhaseThatNeverEndsIsADeadlock() {
    assertThat(ThreadProgram.failure(without("barrier.arrive")))
        .contains("error: deadlock: warps 0 to 1 wait for phase 0 (parity 0) of the barrier at")
        .contains("of which 0 of 32 arrivals have come");
  }

  @Test
  void barriersHaveTheirNumbers() {
    assertThat(
            ThreadProgram.failure(
                "%full = barrier.alloc [1]",
                "%i = gpu.lane_id", "barrier.arrive %full[%c8] : !barrier.array<1>"))
        .contains("uses barrier 8 of 1");
  }

  @Test
  void oneArrivalForSeveralThreadsIsNothingThatOneThreadDoes() {
    assertThat(
            ThreadProgram.failure(
                "%full = barrier.alloc [1]",
                "barrier.arrive %full[%c0] {by = \"warp\"} : !barrier.array<1>"))
        .contains("can't execute 'barrier.arrive' with one arrival for several threads yet");
  }
}
