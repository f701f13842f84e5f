// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads copy asynchronously and wait for groups; each fault stands beside its repair. */
final class ThreadCopiesTest {
  private static final String TEXT =
      """
      func.func @f(%in: memref<256xi32>, %out: memref<256xi32>) {
        %c1 = arith.constant 1 : index
        %c4 = arith.constant 4 : index
        %c255 = arith.constant 255 : index
        %n4 = arith.constant 4 : i32
        %n5 = arith.constant 5 : i32
        tile.launch grid(%bx = 1) threads(64) {
          %t = gpu.thread_id x
          %s = memref.alloca() : memref<256xi32, "shared">
          %i = arith.muli %t, %c4 : index
          %from = ptx.address %in[%i] : memref<256xi32>
          %to = ptx.address %s[%i] : memref<256xi32, "shared">
          BODY
        }
        return
      }
      """;

  private static final String COPY = "ptx.cp.async 16, %to, %from";
  private static final String COMMIT = "ptx.cp.async.commit_group";
  private static final String BARRIER = "gpu.barrier";
  private static final String FAR = "%far = arith.subi %c255, %i : index";
  private static final String READ_FAR = "%v = memref.load %s[%far] : memref<256xi32, \"shared\">";
  private static final String WRITE = "memref.store %v, %out[%i] : memref<256xi32>";

  private static String await(int groups) {
    return "ptx.cp.async.wait_group " + groups;
  }

  private static final List<String> RIGHT =
      List.of(COPY, COMMIT, await(0), BARRIER, FAR, READ_FAR, WRITE);

  private static String[] changed(int line, String other) {
    List<String> lines = new ArrayList<>(RIGHT);
    lines.set(line, other);
    return lines.toArray(String[]::new);
  }

  private static Buffer numbers() {
    double[] values = new double[256];
    Arrays.setAll(values, i -> i + 1);
    return Data.buffer(ElementType.I32, new long[] {256}, values);
  }

  private static double[] run(String... body) {
    double[] first = new double[0];
    for (long seed = 0; seed < 8; seed++) {
      Buffer out = Buffer.poisoned(ElementType.I32, new long[] {256});
      Simulation.of(TEXT.replace("BODY", String.join("\n    ", body)), seed).run(numbers(), out);
      double[] values = Data.values(out);
      assertThat(values).as("seed %d", seed).isEqualTo(seed == 0 ? values : first);
      first = values;
    }
    return first;
  }

  /** The error, which must come under any seed. */
  private static String failure(String... body) {
    String text = TEXT.replace("BODY", String.join("\n    ", body));
    String last = "";
    for (long seed = 0; seed < 8; seed++) {
      Buffer out = Buffer.poisoned(ElementType.I32, new long[] {256});
      last = Simulation.of(text, seed).failure(numbers(), out);
    }
    return last;
  }

  @Test
  void whatIsWaitedForIsThere() {
    double[] out = run(RIGHT.toArray(String[]::new));
    for (int t = 0; t < 64; t++) {
      assertThat(out[4 * t]).isEqualTo(256 - 4 * t);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Without the commit the copy belongs to a group that is still open.
    "1, ''",
    // Without the wait, and with one that leaves the latest group alone.
    "2, ''",
    "2, ptx.cp.async.wait_group 1",
  })
  void whatIsNotWaitedForIsStillComing(int line, String other) {
    assertThat(failure(changed(line, other)))
        .contains(
            "is in a race: it reads 4 bytes", "an asynchronous copy of ", " is still bringing")
        .contains("13: note: the copy began here, and no wait covers it yet");
  }

  @Test
  void othersSeeItBehindABarrier() {
    // A warp may read before the other has begun its copies at all.
    assertThat(failure(changed(3, "")))
        .containsPattern("is in a race: it (reads 4|writes 16) bytes|was never written");
  }

  @Test
  void aWaitCoversAllButTheLatestGroups() {
    double[] out =
        run(
            COPY,
            COMMIT,
            "%more = ptx.address %out[%i] : memref<256xi32>",
            COMMIT,
            COMMIT,
            await(2),
            BARRIER,
            FAR,
            READ_FAR,
            WRITE);
    assertThat(out[0]).isEqualTo(256);
  }

  @Test
  void whatIsNotReadBecomesZero() {
    double[] out =
        run(
            "ptx.cp.async 16, %to, %from size %n4",
            COMMIT,
            await(0),
            "%j = arith.addi %i, %c1 : index",
            "%v = memref.load %s[%i] : memref<256xi32, \"shared\">",
            "%w = memref.load %s[%j] : memref<256xi32, \"shared\">",
            "memref.store %v, %out[%i] : memref<256xi32>",
            "memref.store %w, %out[%j] : memref<256xi32>");
    assertThat(out[4]).isEqualTo(5);
    assertThat(out[5]).isZero();
  }

  @Test
  void aSourceStaysAsItIsUntilTheWait() {
    assertThat(failure(COPY, COMMIT, "memref.store %n5, %in[%i] : memref<256xi32>", await(0)))
        .contains(
            "is in a race: it writes 4 bytes", "an asynchronous copy of ", " is still reading");
    run(COPY, COMMIT, await(0), "memref.store %n5, %in[%i] : memref<256xi32>");
  }

  @Test
  void twoCopiesToOnePlaceAreARace() {
    assertThat(failure(COPY, COPY, COMMIT, await(0))).contains("is in a race: it writes 16 bytes");
    run(COPY, COMMIT, await(0), COPY, COMMIT, await(0));
  }

  @Test
  void aSlotIsOverwrittenWhenAllHaveReadIt() {
    assertThat(
            failure(COPY, COMMIT, await(0), BARRIER, FAR, READ_FAR, COPY, COMMIT, await(0), WRITE))
        .containsPattern("is in a race: it (reads 4|writes 16) bytes");
    double[] out =
        run(COPY, COMMIT, await(0), BARRIER, FAR, READ_FAR, BARRIER, COPY, COMMIT, await(0), WRITE);
    assertThat(out[0]).isEqualTo(256);
  }

  @Test
  void eachLaneWaitsForItsOwnGroups() {
    String[] body = {
      COPY,
      COMMIT,
      "%p = arith.cmpi ult, %t, %c4 : index",
      "scf.if %p {",
      "  " + await(0),
      "}",
      "%q = arith.cmpi ult, %t, %c4 : index",
      "scf.if %q {",
      "  %v = memref.load %s[%i] : memref<256xi32, \"shared\">",
      "  memref.store %v, %out[%i] : memref<256xi32>",
      "}"
    };
    assertThat(run(body)[12]).isEqualTo(13);
    body[6] = "%q = arith.cmpi ule, %t, %c4 : index";
    assertThat(failure(body)).contains("thread 4 (warp 0, lane 4) is in a race: it reads 4 bytes");
  }

  @Test
  void addressesAreMultiplesOfTheSize() {
    assertThat(failure("ptx.cp.async 16, %to + 4, %from"))
        .contains("writes 16 bytes at the shared address", "which is no multiple of 16");
    assertThat(failure("ptx.cp.async 16, %to, %from + 8"))
        .contains("reads 16 bytes at the global address", "which is no multiple of 16");
  }

  @Test
  void copiesStayInsideOfBuffers() {
    assertThat(failure("ptx.cp.async 16, %to, %from + 16"))
        .contains("byte 1024 of argument 0, which has 1024");
    assertThat(failure("ptx.cp.async 16, %to + 16, %from"))
        .contains("where no buffer is: memref<256xi32, \"shared\"> has 0x400 to 0x7ff");
  }

  @Test
  void unwrittenMemoryIsNotCopied() {
    assertThat(
            failure(
                "%empty = ptx.address %out[%i] : memref<256xi32>", "ptx.cp.async 16, %to, %empty"))
        .contains("of which byte 0 was never written");
  }
}
