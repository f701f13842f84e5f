// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks of a cluster together, each fault beside its repair. */
final class ClusterTest {
  private static final String GIVE = "ptx.st global %mine, %r : i64, i32";

  private static List<String> made(int arrivals) {
    return List.of(
        "ptx.bra_if %lead, ^make, ^made",
        "^make:",
        "ptx.mbarrier.init %b, %c" + arrivals,
        "ptx.fence.mbarrier_init",
        "ptx.bra ^made",
        "^made:");
  }

  private static final List<String> MET =
      List.of("ptx.barrier.cluster.arrive", "ptx.barrier.cluster.wait");

  private static final List<String> MET_RELAXED =
      List.of(
          "ptx.barrier.cluster.arrive {ordering = \"relaxed\"}",
          "ptx.barrier.cluster.wait",
          "ptx.bar.sync %c0");

  private static final List<String> WAITED =
      List.of(
          "ptx.bra ^wait",
          "^wait:",
          "%ended = ptx.mbarrier.try_wait.parity %b, %c0",
          "ptx.bra_if %ended, ^on, ^wait",
          "^on:");

  private static String[] join(List<?>... parts) {
    List<String> all = new ArrayList<>();
    for (List<?> part : parts) {
      part.forEach(line -> all.add(line.toString()));
    }
    return all.toArray(String[]::new);
  }

  private static final List<String> ARRIVE_AT_ALL =
      List.of(
          "%few = ptx.setp lt %t, %c2 : i32",
          "ptx.bra_if %few, ^arrive, ^arrived",
          "^arrive:",
          "%there = ptx.mapa %b, %t",
          "ptx.mbarrier.arrive.cluster %there",
          "ptx.bra ^arrived",
          "^arrived:");

  @Test
  void blocksArriveAtEachOthersBarriers() {
    long[] out =
        HopperProgram.cluster(
                2,
                64,
                join(
                    made(2),
                    MET,
                    ARRIVE_AT_ALL,
                    WAITED,
                    List.of("%r = ptx.add %rank, %c5 : i32", GIVE),
                    List.of("ptx.bar.sync %c0"),
                    MET_AGAIN))
            .results();
    for (int i = 0; i < 128; i++) {
      assertThat(out[i]).isEqualTo(i < 64 ? 5 : 6);
    }
  }

  private static final List<String> MET_AGAIN =
      List.of("ptx.barrier.cluster.arrive", "ptx.barrier.cluster.wait");

  @Test
  void whatIsAnnouncedIsSeenByAllWhoMeet() {
    HopperProgram.cluster(2, 64, join(made(2), MET_RELAXED, ARRIVE_AT_ALL, WAITED, MET_AGAIN))
        .results();
  }

  @Test
  void barriersAreMadeBeforeOthersArrive() {
    assertThat(
            HopperProgram.cluster(
                    2, 64, join(made(2), List.of("ptx.bar.sync %c0"), ARRIVE_AT_ALL, WAITED))
                .failure())
        .containsAnyOf(
            "which nothing orders behind its making",
            "where none was made",
            "uses a barrier of block ");
  }

  @Test
  void blocksStayUntilNobodyReachesThem() {
    String said =
        HopperProgram.cluster(
                2,
                64,
                join(
                    made(1),
                    MET,
                    List.of(
                        "%other = ptx.xor %rank, %c1 : i32",
                        "%isFirst = ptx.setp eq %rank, %c0 : i32",
                        "%sends = ptx.and %lead, %isFirst : i1",
                        "ptx.bra_if %sends, ^slow, ^done",
                        "^slow:",
                        "ptx.bra ^again(%c0 : i32)",
                        "^again(%i: i32):",
                        "%v = ptx.ld global %mine : i64 -> i32",
                        "%next = ptx.add %i, %c1 : i32",
                        "%more = ptx.setp lt %next, %c4096 : i32",
                        "ptx.bra_if %more, ^again(%next : i32), ^send",
                        "^send:",
                        "%there = ptx.mapa %b, %other",
                        "ptx.mbarrier.arrive.cluster %there",
                        "ptx.bra ^done",
                        "^done:")))
            .failure();
    assertThat(said).containsAnyOf("which has ended", "was never written");
  }

  private static final List<String> MULTICAST =
      List.of(
          "%both = ptx.constant 3 : i16",
          "%row = ptx.mul %rank, %c8 : i32",
          "ptx.mbarrier.arrive.expect_tx %b, %c4096 if %lead",
          "%far = ptx.mad %rank, %c2048, %s : i32",
          "%from = ptx.mul %rank, %c16 : i32",
          "ptx.cp.async.bulk.tensor.load %far, %x[%c0, %from], %b multicast %both if %lead");

  @Test
  void boxesComeToAllBlocksOfTheMask() {
    long[] out =
        HopperProgram.cluster(
                2,
                128,
                join(
                    made(1),
                    MET,
                    MULTICAST,
                    WAITED,
                    List.of(
                        "%at = ptx.mad %t, %c32, %s : i32",
                        "%r = ptx.ld shared %at : i32 -> i32", GIVE),
                    MET_AGAIN))
            .results();
    for (int block = 0; block < 2; block++) {
      for (int t = 0; t < 128; t++) {
        int row = t / 4;
        int piece = t % 4 * 2 ^ row % 8;
        assertThat(out[block * 128 + t]).isEqualTo(row * 32 + piece * 4);
      }
    }
  }

  @Test
  void masksNameBlocksThatAreThere() {
    assertThat(
            HopperProgram.cluster(
                    2,
                    64,
                    join(
                        made(1),
                        MET,
                        List.of(
                            "%many = ptx.constant 7 : i16",
                            "ptx.cp.async.bulk.tensor.load %s, %x[%c0, %c0], %b multicast %many if"
                                + " %lead")))
                .failure())
        .contains("copies to the blocks 0x7 of its cluster, which has 2 blocks");
  }

  @Test
  void comingTwiceIsRefused() {
    assertThat(
            HopperProgram.cluster(2, 32, "ptx.barrier.cluster.arrive", "ptx.barrier.cluster.arrive")
                .failure())
        .contains("comes to the cluster's barrier again, without waiting for it");
    assertThat(HopperProgram.cluster(2, 32, "ptx.barrier.cluster.wait").failure())
        .contains("waits for the cluster's barrier, to which it has not come");
  }

  @Test
  void aBlockThatEndsIsNotWaitedFor() {
    HopperProgram.cluster(
            2,
            32,
            "%isFirst = ptx.setp eq %rank, %c0 : i32",
            "ptx.bra_if %isFirst, ^meet, ^done",
            "^meet:",
            "ptx.barrier.cluster.arrive",
            "ptx.barrier.cluster.wait",
            "ptx.bra ^done",
            "^done:")
        .results();
  }
}
