// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Barriers in shared memory, each fault beside its repair. */
final class MbarrierTest {
  private static final String GIVE = "ptx.st global %mine, %r : i64, i32";

  /** A barrier of so many arrivals, made by thread 0. */
  private static List<String> made(int arrivals) {
    return List.of(
        "ptx.bra_if %lead, ^make, ^made",
        "^make:",
        "ptx.mbarrier.init %b, %c" + arrivals,
        "ptx.fence.mbarrier_init",
        "ptx.bra ^made",
        "^made:",
        "ptx.bar.sync %c0");
  }

  /** Waits for a phase by its parity. */
  private static List<String> waits(int number, String parity) {
    return List.of(
        "ptx.bra ^wait" + number,
        "^wait" + number + ":",
        "%ended" + number + " = ptx.mbarrier.try_wait.parity %b, " + parity,
        "ptx.bra_if %ended" + number + ", ^on" + number + ", ^wait" + number,
        "^on" + number + ":");
  }

  private static String[] join(List<?>... parts) {
    List<String> all = new ArrayList<>();
    for (List<?> part : parts) {
      part.forEach(line -> all.add(line.toString()));
    }
    return all.toArray(String[]::new);
  }

  private static final List<String> HAND_OVER =
      List.of(
          "%first = ptx.setp lt %t, %c32 : i32",
          "%my = ptx.and %t, %c31 : i32",
          "%mys = ptx.mad %my, %c4, %s : i32",
          "ptx.st shared %mys, %t if %first : i32, i32");

  @Test
  void whoWaitsSeesWhatWasDoneBeforeTheArrivals() {
    long[] out =
        HopperProgram.of(
                64,
                join(
                    made(32),
                    HAND_OVER,
                    List.of("%state = ptx.mbarrier.arrive %b if %first"),
                    waits(0, "%c0"),
                    List.of("%r = ptx.ld shared %mys : i32 -> i32", GIVE)))
            .results();
    for (int t = 0; t < 64; t++) {
      assertThat(out[t]).isEqualTo(t % 32);
    }
  }

  @Test
  void whoDoesNotWaitIsInARace() {
    String said =
        HopperProgram.of(
                64,
                join(
                    made(32),
                    HAND_OVER,
                    List.of(
                        "%state = ptx.mbarrier.arrive %b if %first",
                        "%r = ptx.ld shared %mys : i32 -> i32", GIVE)))
            .failure();
    assertThat(said).containsAnyOf("is in a race: it ", "was never written");
  }

  @Test
  void whatIsDoneBehindAnArrivalIsNotSeen() {
    String said =
        HopperProgram.of(
                64,
                join(
                    made(32),
                    List.of(
                        "%first = ptx.setp lt %t, %c32 : i32",
                        "%my = ptx.and %t, %c31 : i32",
                        "%mys = ptx.mad %my, %c4, %s : i32",
                        "%state = ptx.mbarrier.arrive %b if %first",
                        "ptx.st shared %mys, %t if %first : i32, i32"),
                    waits(0, "%c0"),
                    List.of("%r = ptx.ld shared %mys : i32 -> i32", GIVE)))
            .failure();
    assertThat(said).containsAnyOf("is in a race: it ", "was never written");
  }

  @Test
  void statesNamePhases() {
    long[] out =
        HopperProgram.of(
                64,
                join(
                    made(64),
                    List.of(
                        "%state = ptx.mbarrier.arrive %b",
                        "ptx.bra ^wait",
                        "^wait:",
                        "%ended = ptx.mbarrier.try_wait %b, %state",
                        "ptx.bra_if %ended, ^on, ^wait",
                        "^on:",
                        "%next = ptx.mbarrier.arrive %b",
                        "%low, %high = ptx.unpack %next : i64 -> i32, i32",
                        "%r = ptx.add %low, %t : i32",
                        GIVE)))
            .results();
    for (int t = 0; t < 64; t++) {
      assertThat(out[t]).isEqualTo(t + 1);
    }
  }

  @Test
  void theParityOfThePhaseBeforeTheFirstHasEnded() {
    assertThat(
            HopperProgram.of(
                    32, join(made(1), waits(0, "%c1"), List.of("%r = ptx.mov %c5 : i32", GIVE)))
                .results())
        .containsOnly(5);
  }

  @Test
  void whoCannotGoOnSaysWhatIsMissing() {
    assertThat(
            HopperProgram.of(
                    64,
                    join(
                        made(2),
                        List.of("%state = ptx.mbarrier.arrive %b if %lead"),
                        waits(0, "%c0")))
                .failure())
        .startsWith(
            "deadlock: warps 0 to 1 wait for phase 0 (parity 0) of the barrier at the shared address"
                + " 0x4410, of which 1 of 2 arrivals have come")
        .contains("arrivals at this barrier have come from here");
  }

  @Test
  void bytesThatNeverComeAreMissing() {
    assertThat(
            HopperProgram.of(
                    32,
                    join(
                        made(1),
                        List.of("ptx.mbarrier.arrive.expect_tx %b, %c48 if %lead"),
                        waits(0, "%c0")))
                .failure())
        .contains("of which 1 of 1 arrivals have come and 48 bytes are missing");
  }

  @Test
  void tooManyArrivalsAreRefused() {
    assertThat(
            HopperProgram.of(
                    32,
                    join(
                        made(1),
                        List.of(
                            "ptx.mbarrier.arrive.expect_tx %b, %c48 if %lead",
                            "%state = ptx.mbarrier.arrive %b if %lead")))
                .failure())
        .startsWith(
            "thread 0 (warp 0, lane 0) arrives at the barrier at the shared address 0x4410, but of its"
                + " phase 0 all 1 arrivals have come: 1 of 1 arrivals have come and 48 bytes are"
                + " missing");
  }

  @Test
  void arrivalsCountInOnePhaseOnly() {
    assertThat(
            HopperProgram.of(
                    32,
                    join(
                        made(1),
                        List.of(
                            "%some = ptx.setp lt %t, %c3 : i32",
                            "%state = ptx.mbarrier.arrive %b if %some")))
                .failure())
        .startsWith(
            "thread 1 (warp 0, lane 1) counts in phase 1 of the barrier at the shared address 0x4410,"
                + " and nothing orders that behind the end of phase 0");
  }

  @Test
  void makingABarrierIsOrderedBeforeItsUse() {
    assertThat(
            HopperProgram.of(
                    64,
                    "ptx.bra_if %lead, ^make, ^made",
                    "^make:",
                    "ptx.mbarrier.init %b, %c64",
                    "ptx.bra ^made",
                    "^made:",
                    "%state = ptx.mbarrier.arrive %b")
                .failure())
        .containsAnyOf("which nothing orders behind its making", "where none was made");
  }

  @Test
  void barriersAreNoOrdinaryMemory() {
    assertThat(
            HopperProgram.of(
                    32, join(made(1), List.of("%r = ptx.ld shared %b + 4 : i32 -> i32", GIVE)))
                .failure())
        .startsWith(
            "thread 0 (warp 0, lane 0) reads 4 bytes at the shared address 0x4414, where a barrier"
                + " is; the barrier was made here");
  }

  @Test
  void memoryIsOrdinaryAgainBehindTheEndOfABarrier() {
    assertThat(
            HopperProgram.of(
                    32,
                    join(
                        made(1),
                        List.of(
                            "ptx.bra_if %lead, ^end, ^ended",
                            "^end:",
                            "ptx.mbarrier.inval %b",
                            "ptx.st shared %b, %c5 : i32, i32",
                            "ptx.bra ^ended",
                            "^ended:",
                            "ptx.bar.sync %c0",
                            "%r = ptx.ld shared %b : i32 -> i32",
                            GIVE)))
                .results())
        .containsOnly(5);
  }

  @Test
  void barriersAreNotMadeTwice() {
    assertThat(
            HopperProgram.of(
                    32,
                    join(
                        made(1),
                        List.of(
                            "ptx.bra_if %lead, ^again, ^done",
                            "^again:", "ptx.mbarrier.init %b, %c1", "ptx.bra ^done", "^done:")))
                .failure())
        .contains("makes a barrier at the shared address 0x4410, where there is one already");
  }

  @Test
  void barriersThatOthersUseDoNotEnd() {
    assertThat(
            HopperProgram.of(
                    64,
                    join(
                        made(32),
                        List.of(
                            "%first = ptx.setp lt %t, %c32 : i32",
                            "%state = ptx.mbarrier.arrive %b if %first {negated}",
                            "ptx.bra_if %lead, ^end, ^ended",
                            "^end:",
                            "ptx.mbarrier.inval %b",
                            "ptx.bra ^ended",
                            "^ended:")))
                .failure())
        .containsAnyOf("which others use, and nothing orders the two", "where none was made");
  }

  @Test
  void copiesOfLanesArriveWhenTheyAreThere() {
    long[] out =
        HopperProgram.of(
                64,
                join(
                    made(32),
                    List.of(
                        "%first = ptx.setp lt %t, %c32 : i32",
                        "%my = ptx.and %t, %c31 : i32",
                        "%mys = ptx.mad %my, %c4, %s : i32",
                        "ptx.st global %mine, %t : i64, i32",
                        "ptx.bra_if %first, ^copy, ^copied",
                        "^copy:",
                        "ptx.cp.async 4, %mys, %mine",
                        "ptx.cp.async.mbarrier.arrive %b {noinc}",
                        "ptx.bra ^copied",
                        "^copied:"),
                    waits(0, "%c0"),
                    List.of(
                        "%r0 = ptx.ld shared %mys : i32 -> i32",
                        "%r = ptx.add %r0, %c128 : i32",
                        "ptx.st global %mine, %r if %first {negated} : i64, i32")))
            .results();
    for (int t = 0; t < 64; t++) {
      assertThat(out[t]).isEqualTo(t < 32 ? t : t % 32 + 128);
    }
  }
}
