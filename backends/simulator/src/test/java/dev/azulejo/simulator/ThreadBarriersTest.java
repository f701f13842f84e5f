// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

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
}
