// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.memory.BankUse;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What instructions do when warps execute them, each fault beside its repair. */
final class KernelInstructionsTest {
  private static final String GIVE = "ptx.st global %mine, %r : i64, i32";

  private static void check(long[] results, LongUnaryOperator expected) {
    for (int t = 0; t < results.length; t++) {
      assertThat(results[t]).as("thread %d", t).isEqualTo(expected.applyAsLong(t));
    }
  }

  // --- Memory -----------------------------------------------------------------------------------

  @Test
  void loadsAndStoresVectors() {
    long[] out =
        KernelProgram.warp(
            "%from = ptx.mad.wide %t, %c16, %in : i32",
            "%a, %b, %c, %d = ptx.ld global %from : i64 -> i32, i32, i32, i32",
            "ptx.st shared %my, %d, %c, %b, %a : i32, i32, i32, i32, i32",
            "%e, %f = ptx.ld shared %my + 8 : i32 -> i32, i32",
            "%g = ptx.mul %e, %c128 : i32",
            "%r = ptx.add %g, %f : i32",
            GIVE);
    check(out, t -> (4 * t + 1) * 128 + 4 * t);
  }

  @Test
  void guardsLoadsAndStores() {
    long[] out =
        KernelProgram.warp(
            "%p = ptx.setp lt %t, %c5 : i32",
            "%from = ptx.mad.wide %t, %c4, %in : i32",
            "%v = ptx.ld global %from if %p else %c128 : i32 : i64 -> i32",
            "ptx.st shared %my, %v : i32, i32",
            "ptx.st shared %my, %c7 if %p {negated} : i32, i32",
            "%r = ptx.ld shared %my : i32 -> i32",
            GIVE);
    check(out, t -> t < 5 ? t : 7);
  }

  @ParameterizedTest
  @CsvSource({"s8, -1", "u8, 255", "s16, -1", "u16, 65535"})
  void loadsNarrowNumbers(String as, long expected) {
    long[] out =
        KernelProgram.warp(
            "ptx.st shared %my, %all : i32, i32",
            "%r = ptx.ld shared %my {as = \"" + as + "\"} : i32 -> i32", GIVE);
    check(out, _ -> expected);
  }

  @Test
  void storesNarrowNumbers() {
    long[] out =
        KernelProgram.warp(
            "ptx.st shared %my, %all : i32, i32",
            "ptx.st shared %my + 1, %t {as = \"u8\"} : i32, i32",
            "%r = ptx.ld shared %my : i32 -> i32",
            GIVE);
    check(out, t -> (int) (0xffff_00ffL | t << 8));
  }

  @Test
  void refusesWhatIsMisalignedOrOutside() {
    assertThat(KernelProgram.failure(32, "%r = ptx.ld shared %s + 2 : i32 -> i32", GIVE))
        .contains("at the shared address")
        .contains("which is no multiple of 4");
    assertThat(KernelProgram.failure(32, "%r = ptx.ld shared %s + 1024 : i32 -> i32", GIVE))
        .contains("where no buffer is");
    assertThat(KernelProgram.failure(32, "%r = ptx.ld global %in + 1024 : i64 -> i32", GIVE))
        .contains("byte 1024 of argument 1");
    assertThat(KernelProgram.failure(32, "%r = ptx.ld shared %s : i32 -> i32", GIVE))
        .contains("was never written");
  }

  @Test
  void updatesMemoryAtOnce() {
    long[] out =
        KernelProgram.run(
            64,
            "%first = ptx.setp eq %t, %c0 : i32",
            "ptx.st shared %s, %c0 if %first : i32, i32",
            "ptx.bar.sync %c0",
            "%old = ptx.atom add shared %s, %c2 : i32, i32",
            "ptx.red max shared %s, %c0 if %first : i32, i32",
            "ptx.bar.sync %c0",
            "%r = ptx.ld shared %s : i32 -> i32",
            GIVE);
    check(out, _ -> 128);
  }

  @Test
  void exchangesWhereMemoryHoldsWhatIsExpected() {
    long[] out =
        KernelProgram.warp(
            "ptx.st shared %my, %t : i32, i32",
            "%old = ptx.atom.cas shared %my, %c5, %c128 : i32, i32",
            "%new = ptx.ld shared %my : i32 -> i32",
            "%r = ptx.mad %old, %c16, %new : i32",
            GIVE);
    check(out, t -> 16 * t + (t == 5 ? 128 : t));
  }

  @Test
  void plainStoresToOneWordAreARace() {
    assertThat(
            KernelProgram.failure(
                32, "ptx.st shared %s, %t : i32, i32", "%r = ptx.mov %t : i32", GIVE))
        .contains("race");
  }

  // --- Asynchronous copies
  // ------------------------------------------------------------------------

  private static String[] copying(String copy, String wait) {
    return new String[] {
      "%from = ptx.mad.wide %t, %c16, %in : i32",
      copy,
      "ptx.cp.async.commit_group",
      wait,
      "%a, %b, %c, %d = ptx.ld shared %my : i32 -> i32, i32, i32, i32",
      "%e = ptx.mad %a, %c16, %b : i32",
      "%f = ptx.mad %c, %c16, %d : i32",
      "%r = ptx.mad %f, %c128, %e : i32",
      GIVE
    };
  }

  private static long of(long a, long b, long c, long d) {
    return (16 * c + d) * 128 + 16 * a + b;
  }

  @Test
  void copiesWhileThreadsGoOn() {
    String[] right = copying("ptx.cp.async 16, %my, %from", "ptx.cp.async.wait_group 0");
    check(KernelProgram.warp(right), t -> of(4 * t, 4 * t + 1, 4 * t + 2, 4 * t + 3));
    String[] early = copying("ptx.cp.async 16, %my, %from", "ptx.cp.async.wait_group 1");
    assertThat(KernelProgram.failure(32, early)).contains("race");
  }

  @Test
  void copiesZerosBehindWhatIsRead() {
    String[] some = copying("ptx.cp.async 16, %my, %from size %c8", "ptx.cp.async.wait_group 0");
    check(KernelProgram.warp(some), t -> of(4 * t, 4 * t + 1, 0, 0));
    // Nothing is read, so the address may lie anywhere.
    String[] none =
        copying("ptx.cp.async 16, %my, %from + 65536 size %c0", "ptx.cp.async.wait_group 0");
    check(KernelProgram.warp(none), _ -> 0);
    String[] far = copying("ptx.cp.async 16, %my, %from + 65536", "ptx.cp.async.wait_group 0");
    assertThat(KernelProgram.failure(32, far)).contains("at the global address");
  }

  // --- What lanes do together
  // ---------------------------------------------------------------------

  @Test
  void exchangesBetweenLanes() {
    check(
        KernelProgram.run(64, "%r = ptx.shfl.sync bfly %t, %c5, %c31, %all : i32", GIVE),
        t -> t ^ 5);
    check(
        KernelProgram.run(64, "%r = ptx.shfl.sync down %t, %c3, %c31, %all : i32", GIVE),
        t -> t % 32 + 3 < 32 ? t + 3 : t);
  }

  @Test
  void refusesLanesThatAreElsewhere() {
    assertThat(KernelProgram.failure(32, "%r = ptx.shfl.sync idx %t, %c5, %c31, %c15 : i32", GIVE))
        .contains("executes an instruction whose mask 0x0000000f leaves it out");
    String[] divided = {
      "%p = ptx.setp lt %t, %c5 : i32",
      "ptx.bra_if %p, ^in, ^out(%c7 : i32)",
      "^in:",
      "%v = ptx.shfl.sync idx %t, %c0, %c31, MASK : i32",
      "ptx.bra ^out(%v : i32)",
      "^out(%r: i32):",
      GIVE
    };
    String[] right = divided.clone();
    right[3] = divided[3].replace("MASK", "%c31");
    check(KernelProgram.warp(right), t -> t < 5 ? 0 : 7);
    divided[3] = divided[3].replace("MASK", "%all");
    assertThat(KernelProgram.failure(32, divided))
        .contains("is named by the mask 0xffffffff of an instruction that it does not execute");
  }

  @Test
  void asksAllLanes() {
    String some = "%p = ptx.setp lt %lane, %c5 : i32";
    check(KernelProgram.warp(some, "%r = ptx.vote.ballot %p, %all", GIVE), _ -> 31);
    for (String mode : List.of("any", "all", "uni")) {
      check(
          KernelProgram.warp(
              some,
              "%q = ptx.vote.sync " + mode + " %p, %all",
              "%r = ptx.selp %c1, %c0, %q : i32",
              GIVE),
          _ -> mode.equals("any") ? 1 : 0);
    }
    check(
        KernelProgram.warp("%q = ptx.elect.sync %all", "%r = ptx.selp %c1, %c0, %q : i32", GIVE),
        t -> t == 0 ? 1 : 0);
    check(KernelProgram.warp("%r = ptx.activemask", GIVE), _ -> -1);
  }

  @ParameterizedTest
  @CsvSource({"add, 496", "min, 0", "max, 31", "or, 31", "and, 0", "xor, 0"})
  void combinesAllLanes(String kind, long expected) {
    check(
        KernelProgram.run(64, "%r = ptx.redux.sync " + kind + " %lane, %all", GIVE), _ -> expected);
  }

  @Test
  void meetsAtBarriersOfSomeWarps() {
    long[] out =
        KernelProgram.run(
            64,
            "ptx.st shared %my, %t : i32, i32",
            "ptx.bar.sync %c3, %c64",
            "%other = ptx.xor %t, %c32 : i32",
            "%at = ptx.mad %other, %c16, %s : i32",
            "%r = ptx.ld shared %at : i32 -> i32",
            GIVE);
    check(out, t -> t ^ 32);
    assertThat(
            KernelProgram.failure(
                64, "%w = ptx.special warpid", "ptx.bar.sync %w", "%r = ptx.mov %t : i32", GIVE))
        .contains("deadlock");
    assertThat(KernelProgram.failure(32, "ptx.bar.sync %lane", "%r = ptx.mov %t : i32", GIVE))
        .contains("comes to a barrier with 1 as its number, others with 0");
  }

  // --- Matrices
  // -----------------------------------------------------------------------------------

  /** A matrix of 8 by 8 numbers of 16 bits: row and column in a byte each. */
  private static final String[] MATRIX = {
    "%row = ptx.shr %lane, %c2 {unsigned} : i32",
    "%q = ptx.and %lane, %c3 : i32",
    "%column = ptx.mul %q, %c2 : i32",
    "%high = ptx.shl %row, %c8 : i32",
    "%low = ptx.or %high, %column : i32",
    "%next = ptx.add %low, %c1 : i32",
    "%up = ptx.shl %next, %c16 : i32",
    "%pair = ptx.or %up, %low : i32",
    "%to = ptx.mad %lane, %c4, %s : i32",
    "ptx.st shared %to, %pair : i32, i32",
    "%regs = ptx.regs : !ptx.regs<4 x i32>",
    "%which = ptx.and %lane, %c7 : i32",
    "%address = ptx.mad %which, %c16, %s : i32"
  };

  private static String[] with(String... more) {
    String[] all = java.util.Arrays.copyOf(MATRIX, MATRIX.length + more.length);
    System.arraycopy(more, 0, all, MATRIX.length, more.length);
    return all;
  }

  private static long pair(long row, long column, boolean transposed) {
    return transposed
        ? (column << 8 | row) | ((column + 1) << 8 | row) << 16
        : (row << 8 | column) | (row << 8 | column + 1) << 16;
  }

  @Test
  void loadsMatrices() {
    for (boolean transposed : new boolean[] {false, true}) {
      long[] out =
          KernelProgram.warp(
              with(
                  "ptx.ldmatrix x1 %regs[2], %address"
                      + (transposed ? " {trans}" : "")
                      + " : !ptx.regs<4 x i32>",
                  "%r = ptx.regs.read %regs[2] : !ptx.regs<4 x i32>",
                  GIVE));
      check(out, lane -> pair(lane / 4, 2 * (lane % 4), transposed));
    }
  }

  @Test
  void storesWhatItLoads() {
    for (String trans : List.of("", " {trans}")) {
      long[] out =
          KernelProgram.warp(
              with(
                  "ptx.ldmatrix x1 %regs[0], %address" + trans + " : !ptx.regs<4 x i32>",
                  "ptx.stmatrix x1 %address + 512, %regs[0]" + trans + " : !ptx.regs<4 x i32>",
                  "%r = ptx.ld shared %to + 512 : i32 -> i32",
                  GIVE));
      check(out, lane -> pair(lane / 4, 2 * (lane % 4), false));
    }
  }

  @Test
  void registersThatNobodyWroteAreFoundOut() {
    assertThat(
            KernelProgram.failure(
                32, with("%r = ptx.regs.read %regs[1] : !ptx.regs<4 x i32>", GIVE)))
        .contains("reads register 1 of ")
        .contains("which it has never written");
  }

  @Test
  void matricesNeedTheWholeWarp() {
    String[] divided =
        with(
            "%p = ptx.setp lt %lane, %c5 : i32",
            "ptx.bra_if %p, ^in, ^out",
            "^in:",
            "ptx.ldmatrix x1 %regs[0], %address : !ptx.regs<4 x i32>",
            "ptx.bra ^out",
            "^out:",
            "%r = ptx.mov %t : i32",
            GIVE);
    assertThat(KernelProgram.failure(32, divided))
        .contains("does not execute an ldmatrix that all lanes of a warp execute together");
  }

  // --- Banks
  // --------------------------------------------------------------------------------------

  @Test
  void countsWhatBanksAreAskedFor() {
    List<BankUse> uses =
        KernelProgram.banks(
            "%near = ptx.mad %t, %c4, %s : i32",
            "%far = ptx.mad %t, %c32, %s : i32",
            "ptx.st shared %near, %t : i32, i32",
            "ptx.st shared %far, %t : i32, i32",
            "%a, %b, %c, %d = ptx.ld shared %s : i32 -> i32, i32, i32, i32",
            "%r = ptx.mov %t : i32",
            GIVE);
    assertThat(uses).extracting(BankUse::operation).containsExactly("ptx.st", "ptx.st", "ptx.ld");
    assertThat(uses).extracting(BankUse::executions).containsExactly(1L, 1L, 1L);
    assertThat(uses).extracting(BankUse::turns).containsExactly(1L, 8L, 4L);
    assertThat(uses).extracting(BankUse::conflicts).containsExactly(0L, 7L, 0L);
  }
}
