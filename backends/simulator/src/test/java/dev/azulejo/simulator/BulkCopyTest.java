// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of boxes of tensors, each fault beside its repair. */
final class BulkCopyTest {
  private static final String GIVE = "ptx.st global %mine, %r : i64, i32";

  private static final List<String> MADE =
      List.of(
          "ptx.bra_if %lead, ^make, ^made",
          "^make:",
          "ptx.mbarrier.init %b, %c1",
          "ptx.fence.mbarrier_init",
          "ptx.bra ^made",
          "^made:",
          "ptx.bar.sync %c0");

  private static final List<String> WAITED =
      List.of(
          "ptx.bra ^wait",
          "^wait:",
          "%ended = ptx.mbarrier.try_wait.parity %b, %c0",
          "ptx.bra_if %ended, ^on, ^wait",
          "^on:");

  /** Loads a box of x, whose bytes are expected on the barrier. */
  private static List<String> load(String column, String row, String bytes) {
    return List.of(
        "ptx.mbarrier.arrive.expect_tx %b, " + bytes + " if %lead",
        "ptx.cp.async.bulk.tensor.load %s, %x[" + column + ", " + row + "], %b if %lead");
  }

  /** The thread's number, as rows of 32, from a box without swizzle. */
  private static final List<String> READ =
      List.of("%from = ptx.mad %t, %c4, %s : i32", "%r = ptx.ld shared %from : i32 -> i32", GIVE);

  private static String[] join(List<?>... parts) {
    List<String> all = new ArrayList<>();
    for (List<?> part : parts) {
      part.forEach(line -> all.add(line.toString()));
    }
    return all.toArray(String[]::new);
  }

  // --- Loads ------------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(ints = {0, 128})
  void piecesOfRowsChangePlaces(int swizzle) {
    long[] out =
        HopperProgram.swizzled(
                swizzle, 256, join(MADE, load("%c0", "%c16", "%c2048"), WAITED, READ))
            .results();
    for (int t = 0; t < 256; t++) {
      int row = t / 32;
      int piece = t % 32 / 4;
      int from = swizzle == 0 ? piece : piece ^ row % 8;
      assertThat(out[t]).isEqualTo((16 + row) * 32 + from * 4 + t % 4);
    }
  }

  @Test
  void whatLiesOutsideIsZero() {
    long[] out =
        HopperProgram.swizzled(
                0,
                256,
                join(
                    List.of("%before = ptx.constant -4 : i32", "%last = ptx.constant 59 : i32"),
                    MADE,
                    load("%before", "%last", "%c2048"),
                    WAITED,
                    READ))
            .results();
    for (int t = 0; t < 256; t++) {
      int row = 59 + t / 32;
      int column = t % 32 - 4;
      boolean inside = row < HopperProgram.ROWS && column >= 0;
      assertThat(out[t]).isEqualTo(inside ? row * 32 + column : 0);
    }
  }

  @Test
  void whoDoesNotWaitReadsWhatIsStillOnItsWay() {
    assertThat(
            HopperProgram.of(
                    64, join(MADE, load("%c0", "%c0", "%c2048"), List.of("ptx.bar.sync %c0"), READ))
                .failure())
        .contains("is in a race: it reads 4 bytes at the shared address 0x4")
        .contains("a bulk copy of ")
        .contains("the copy began here, and no wait covers it yet");
  }

  @Test
  void whatIsStillReadIsNotOverwritten() {
    assertThat(
            HopperProgram.of(
                    64,
                    join(
                        MADE,
                        List.of(
                            "%from = ptx.mad %t, %c4, %s : i32",
                            "ptx.st shared %from, %t : i32, i32",
                            "ptx.fence.proxy.async",
                            "ptx.bar.sync %c0",
                            "%r = ptx.ld shared %from : i32 -> i32",
                            GIVE),
                        load("%c0", "%c0", "%c2048"),
                        WAITED))
                .failure())
        .startsWith(
            "thread 0 (warp 0, lane 0) is in a race: it writes 16 bytes at the shared address 0x480,"
                + " which warp 1 has read")
        .doesNotContain("block");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%c1024", "%c4096"})
  void aWrongNumberOfBytesEndsNoPhase(String bytes) {
    String said =
        HopperProgram.of(64, join(MADE, load("%c0", "%c0", bytes), WAITED, READ)).failure();
    assertThat(said)
        .containsAnyOf(
            "1024 bytes came that nobody expected",
            "2048 bytes are missing",
            "a bulk copy of ",
            "was never written");
  }

  @Test
  void boxesAreAligned() {
    assertThat(
            HopperProgram.of(
                    32,
                    join(
                        MADE,
                        List.of(
                            "%to = ptx.add %s, %c128 : i32",
                            "ptx.cp.async.bulk.tensor.load %to, %x[%c0, %c0], %b if %lead")))
                .failure())
        .startsWith(
            "thread 0 (warp 0, lane 0) copies a box at the shared address 0x480, which is no multiple"
                + " of 1024");
  }

  @Test
  void boxesLieInOneBuffer() {
    assertThat(
            HopperProgram.of(
                    32,
                    join(
                        MADE,
                        List.of(
                            "%to0 = ptx.mad %c15, %c1024, %s : i32",
                            "ptx.cp.async.bulk.tensor.load %to0, %x[%c0, %c0], %b if %lead")))
                .failure())
        .startsWith(
            "thread 0 (warp 0, lane 0) copies a box of 2048 bytes at the shared address 0x4000, where"
                + " there is not as much");
  }

  @Test
  void whatCopiesCountOnIsAnnounced() {
    assertThat(
            HopperProgram.of(
                    32,
                    join(
                        List.of(
                            "ptx.bra_if %lead, ^make, ^made",
                            "^make:",
                            "ptx.mbarrier.init %b, %c1",
                            "ptx.bra ^made",
                            "^made:",
                            "ptx.bar.sync %c0"),
                        load("%c0", "%c0", "%c2048"),
                        WAITED))
                .failure())
        .contains("which may not be visible to copies yet")
        .contains("a fence.mbarrier_init or fence.proxy.async belongs behind");
  }

  @Test
  void mapsAreWhereTheyAre() {
    assertThat(
            HopperProgram.of(
                    32,
                    join(
                        MADE,
                        List.of(
                            "%wide = ptx.constant 8 : i64",
                            "%other = ptx.add %x, %wide : i64",
                            "ptx.cp.async.bulk.tensor.load %s, %other[%c0, %c0], %b if %lead")))
                .failure())
        .contains("uses the tensor map at 0x", "where none is");
  }

  // --- Stores -----------------------------------------------------------------------------------

  /** Each of 256 threads writes numbers into a box without swizzle. */
  private static final List<String> WRITTEN =
      List.of(
          "%to = ptx.mad %t, %c8, %s : i32",
          "%second = ptx.add %t, %c1024 : i32", "ptx.st shared %to, %t, %second : i32, i32, i32");

  private static final List<String> FENCED = List.of("ptx.fence.proxy.async", "ptx.bar.sync %c0");

  private static List<String> store(String column, String row) {
    return List.of(
        "ptx.cp.async.bulk.tensor.store %y[" + column + ", " + row + "], %s if %lead",
        "ptx.cp.async.bulk.commit_group");
  }

  private static final List<String> READ_OUT = List.of("ptx.cp.async.bulk.wait_group 0 {read}");

  @Test
  void storesOnlyWhatLiesInside() {
    HopperProgram program =
        HopperProgram.swizzled(
            0,
            256,
            join(
                List.of("%last = ptx.constant 60 : i32"),
                WRITTEN,
                FENCED,
                store("%c8", "%last"),
                READ_OUT));
    program.results();
    for (int row = 0; row < HopperProgram.ROWS; row++) {
      for (int column = 0; column < HopperProgram.COLUMNS; column++) {
        int place = (row - 60) * 32 + column - 8;
        boolean inside = row >= 60 && column >= 8;
        long number = place / 2 + place % 2 * 1024L;
        assertThat(program.stored(row, column)).isEqualTo(inside ? number : Long.MIN_VALUE);
      }
    }
  }

  @Test
  void storesNeedAFence() {
    assertThat(
            HopperProgram.swizzled(
                    0,
                    256,
                    join(WRITTEN, List.of("ptx.bar.sync %c0"), store("%c0", "%c0"), READ_OUT))
                .failure())
        .startsWith(
            "thread 0 (warp 0, lane 0) reads 16 bytes at the shared address 0x400 asynchronously,"
                + " which the same warp has written with no proxy fence behind")
        .contains("a fence.proxy.async belongs behind, in front of the barrier");
  }

  @Test
  void theFenceStandsInFrontOfTheBarrierOrInTheWayOfTheStore() {
    HopperProgram program =
        HopperProgram.swizzled(
            0,
            256,
            join(
                WRITTEN,
                List.of("ptx.bar.sync %c0", "ptx.fence.proxy.async"),
                store("%c0", "%c0"),
                READ_OUT));
    program.results();
    assertThat(program.stored(0, 0)).isZero();
  }

  @Test
  void aFenceOfOneThreadDoesNotStandForWhatOthersWroteSince() {
    assertThat(
            HopperProgram.swizzled(
                    0,
                    256,
                    join(
                        WRITTEN,
                        List.of(
                            "ptx.bra_if %lead, ^fence, ^fenced",
                            "^fence:",
                            "ptx.fence.proxy.async",
                            "ptx.bra ^fenced",
                            "^fenced:",
                            "ptx.bar.sync %c0"),
                        store("%c0", "%c0"),
                        READ_OUT))
                .failure())
        .contains("with no proxy fence behind");
  }

  @Test
  void storesNeedABarrier() {
    assertThat(
            HopperProgram.swizzled(
                    0,
                    256,
                    join(WRITTEN, List.of("ptx.fence.proxy.async"), store("%c0", "%c0"), READ_OUT))
                .failure())
        .containsAnyOf("is in a race: it ", "was never written");
  }

  @Test
  void whatIsStoredStaysUntilItHasBeenRead() {
    List<String> again =
        List.of("ptx.bar.sync %c0", "ptx.st shared %to, %second, %t : i32, i32, i32");
    assertThat(
            HopperProgram.swizzled(
                    0, 256, join(WRITTEN, FENCED, store("%c0", "%c0"), again, READ_OUT))
                .failure())
        .contains("is in a race: it ", "a bulk copy of ", " is still reading");
    HopperProgram.swizzled(0, 256, join(WRITTEN, FENCED, store("%c0", "%c0"), READ_OUT, again))
        .results();
  }

  @Test
  void blocksDoNotEndBeforeTheirStoresHaveRead() {
    assertThat(HopperProgram.swizzled(0, 256, join(WRITTEN, FENCED, store("%c0", "%c0"))).failure())
        .startsWith(
            "thread 0 (warp 0, lane 0) ends, but has not waited until this copy has read shared"
                + " memory");
  }
}
