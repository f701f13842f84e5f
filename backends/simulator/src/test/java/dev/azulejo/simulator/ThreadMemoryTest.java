// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import org.junit.jupiter.api.Test;

/** What threads do to memory that they share, each fault beside its repair. */
final class ThreadMemoryTest {
  private static final String[] NEIGHBOUR = {
    "%n = arith.index_cast %t : index to i32",
    "memref.store %n, %s[%t] : memref<64xi32, \"shared\">",
    "gpu.barrier",
    "%o = arith.subi %c63, %t : index",
    "%v = memref.load %s[%o] : memref<64xi32, \"shared\">",
    "memref.store %v, %out[%t] : memref<64xi32>"
  };

  private static String[] without(String[] body, int line) {
    String[] changed = body.clone();
    changed[line] = "";
    return changed;
  }

  @Test
  void aBarrierOrdersWarps() {
    double[] out = ThreadProgram.run(NEIGHBOUR);
    for (int t = 0; t < 64; t++) {
      assertThat(out[t]).isEqualTo(63 - t);
    }
  }

  @Test
  void withoutTheBarrierWarpsRace() {
    String failure = ThreadProgram.failure(without(NEIGHBOUR, 2));
    assertThat(failure)
        .matches(
            "(?s)20: error: thread \\d+ \\(warp \\d, lane \\d+\\) "
                + "(is in a race: it reads 4 bytes at the shared address 0x[0-9a-f]+, which warp \\d"
                + " has written\n17: note: the other access is here, and nothing orders the two"
                + "|reads 4 bytes at the shared address 0x[0-9a-f]+, of which byte 0 was never"
                + " written)");
  }

  @Test
  void everyScheduleWithoutTheBarrierFails() {
    for (long seed = 0; seed < 16; seed++) {
      Simulation run = Simulation.of(ThreadProgram.text(64, 1, without(NEIGHBOUR, 2)), seed);
      assertThat(run.fail(ThreadProgram.room()).message()).contains("thread");
    }
  }

  @Test
  void readsOfTheSameByteAreNoRace() {
    double[] out =
        ThreadProgram.run(
            "%p = arith.cmpi eq, %t, %c0 : index",
            "scf.if %p {",
            "  memref.store %n7, %s[%c0] : memref<64xi32, \"shared\">",
            "}",
            "gpu.barrier",
            "%v = memref.load %s[%c0] : memref<64xi32, \"shared\">",
            "memref.store %v, %out[%t] : memref<64xi32>");
    assertThat(out).containsOnly(7);
  }

  @Test
  void neighboursInOneCellAreNoRace() {
    // Warps 0 and 1 write words that lie in the same 16 bytes.
    double[] out =
        ThreadProgram.run(
            "%lane = gpu.lane_id",
            "%warp = gpu.subgroup_id : index",
            "%p = arith.cmpi eq, %lane, %c0 : index",
            "scf.if %p {",
            "  memref.store %n5, %s[%warp] : memref<64xi32, \"shared\">",
            "}",
            "gpu.barrier",
            "%v = memref.load %s[%warp] : memref<64xi32, \"shared\">",
            "memref.store %v, %out[%t] : memref<64xi32>");
    assertThat(out).containsOnly(5);
  }

  @Test
  void lanesOfAWarpRaceInOneInstruction() {
    assertThat(ThreadProgram.failure("memref.store %n5, %s[%c0] : memref<64xi32, \"shared\">"))
        .contains("is in a race: it writes 4 bytes", "which the same warp has written");
  }

  @Test
  void overwritingWhatOthersStillReadIsARace() {
    assertThat(
            ThreadProgram.failure(
                "%n = arith.index_cast %t : index to i32",
                "memref.store %n, %s[%t] : memref<64xi32, \"shared\">",
                "gpu.barrier",
                "%o = arith.subi %c63, %t : index",
                "%v = memref.load %s[%o] : memref<64xi32, \"shared\">",
                "memref.store %v, %s[%t] : memref<64xi32, \"shared\">"))
        .contains("is in a race");
  }

  @Test
  void aWarpReadsWhatItWrote() {
    double[] out =
        ThreadProgram.run(
            "%n = arith.index_cast %t : index to i32",
            "memref.store %n, %s[%t] : memref<64xi32, \"shared\">",
            "%o = arith.xori %t, %c1 : index",
            "%v = memref.load %s[%o] : memref<64xi32, \"shared\">",
            "memref.store %v, %out[%t] : memref<64xi32>");
    assertThat(out[6]).isEqualTo(7);
  }

  @Test
  void sharedMemoryBeginsUnwritten() {
    assertThat(
            ThreadProgram.failure(
                "%v = memref.load %s[%t] : memref<64xi32, \"shared\">",
                "memref.store %v, %out[%t] : memref<64xi32>"))
        .contains("of which byte 0 was never written");
  }

  @Test
  void registersBeginUnwritten() {
    assertThat(
            ThreadProgram.failure(
                "%r = memref.alloca() : memref<4xi32, \"local\">",
                "%p = arith.cmpi ult, %t, %c63 : index",
                "scf.if %p {",
                "  memref.store %n5, %r[%c2] : memref<4xi32, \"local\">",
                "}",
                "%v = memref.load %r[%c2] : memref<4xi32, \"local\">",
                "memref.store %v, %out[%t] : memref<64xi32>"))
        .isEqualTo(
            "21: error: thread 63 (warp 1, lane 31) reads register 2 of 'registers memref<4xi32,"
                + " \"local\">', which it has never written");
  }

  @Test
  void registersAreEachLanesOwn() {
    double[] out =
        ThreadProgram.run(
            "%r = memref.alloca() : memref<4xi32, \"local\">",
            "%n = arith.index_cast %t : index to i32",
            "memref.store %n, %r[%c2] : memref<4xi32, \"local\">",
            "%v = memref.load %r[%c2] : memref<4xi32, \"local\">",
            "memref.store %v, %out[%t] : memref<64xi32>");
    assertThat(out[41]).isEqualTo(41);
  }

  @Test
  void indicesMayNotLeaveABuffer() {
    assertThat(
            ThreadProgram.failure(
                "%i = arith.addi %t, %c1 : index", "memref.store %n5, %out[%i] : memref<64xi32>"))
        .isEqualTo(
            "17: error: thread 63 (warp 1, lane 31) accesses index 64 in dimension 0 of a buffer,"
                + " which has 64 there");
  }

  @Test
  void aVectorBeginsAtAMultipleOfItsSize() {
    assertThat(
            ThreadProgram.failure(
                "%p = arith.cmpi eq, %t, %c0 : index",
                "scf.if %p {",
                "  %v = vector.from_elements %n5, %n7 : vector<2xi32>",
                "  vector.store %v, %out[%c3] : memref<64xi32>, vector<2xi32>",
                "}"))
        .contains("writes 8 bytes at the global address", "which is no multiple of 8");
  }

  @Test
  void aVectorMayNotStickOut() {
    Buffer out = Buffer.poisoned(ElementType.I32, new long[] {66});
    String text =
        ThreadProgram.text(
                64,
                1,
                "%p = arith.cmpi eq, %t, %c0 : index",
                "scf.if %p {",
                "  %v = vector.from_elements %n5, %n7, %n5, %n7 : vector<4xi32>",
                "  vector.store %v, %out[%c64] : memref<66xi32>, vector<4xi32>",
                "}")
            .replace("%out: memref<64xi32>", "%out: memref<66xi32>");
    assertThat(Simulation.of(text).failure(out)).contains("byte 256 of argument 0, which has 264");
  }

  @Test
  void blocksAreNotOrdered() {
    String body = "memref.store %n5, %out[%t] : memref<128xi32>";
    Buffer out = Buffer.poisoned(ElementType.I32, new long[] {128});
    assertThat(Simulation.of(ThreadProgram.text(64, 2, body)).failure(out))
        .contains("is in a race: it writes 4 bytes at the global address", "which block ")
        .containsPattern("13: note: block [01] was running, at [01], 0, 0 of the grid");
  }

  @Test
  void atomicUpdatesOfBlocksAreNoRace() {
    Buffer out = Data.buffer(ElementType.I32, new long[] {128}, new double[128]);
    String body = "%o = memref.atomic_rmw addi %n5, %out[%c3] : (i32, memref<128xi32>) -> i32";
    Simulation.of(ThreadProgram.text(64, 2, body)).run(out);
    assertThat(Data.values(out)[3]).isEqualTo(5 * 128);
  }

  @Test
  void blocksMayReadTheSame() {
    Buffer out = Data.buffer(ElementType.I32, new long[] {128}, new double[128]);
    Simulation.of(ThreadProgram.text(64, 2, "%v = memref.load %out[%c3] : memref<128xi32>"))
        .run(out);
    assertThat(
            Simulation.of(
                    ThreadProgram.text(
                        64,
                        2,
                        "%v = memref.load %out[%c3] : memref<128xi32>",
                        "%p = arith.cmpi eq, %t, %c0 : index",
                        "%q = arith.cmpi eq, %bx, %c0 : index",
                        "%r = arith.andi %p, %q : i1",
                        "scf.if %r {",
                        "  memref.store %v, %out[%c3] : memref<128xi32>",
                        "}"))
                .failure(out))
        .contains("is in a race");
  }
}
