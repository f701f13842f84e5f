// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What warpgroups do wrong with matrix products and registers, each fault beside its repair. */
final class WarpgroupFaultsTest {
  /** Zeros in all shared memory. */
  private static final List<String> FILLED =
      List.of(
          "%zero = ptx.constant 0.0 : f32",
          "%to = ptx.mad %t, %c16, %s : i32",
          "ptx.bra ^fill(%c0 : i32)",
          "^fill(%i: i32):",
          "%at = ptx.mad %i, %c2048, %to : i32",
          "ptx.st shared %at, %zero, %zero, %zero, %zero : i32, f32, f32, f32, f32",
          "%next = ptx.add %i, %c1 : i32",
          "%more = ptx.setp lt %next, %c8 : i32",
          "ptx.bra_if %more, ^fill(%next : i32), ^filled",
          "^filled:");

  private static final List<String> FENCED = List.of("ptx.fence.proxy.async", "ptx.bar.sync %c0");

  /** A has 64 rows of 128 bytes from the beginning on, B the 8 rows behind. */
  private static final List<String> GIVEN =
      List.of(
          "%a = ptx.constant " + descriptor(1024) + " : i64",
          "%d = ptx.constant " + descriptor(1024 + 8192) + " : i64",
          "%true = ptx.constant true",
          "%false = ptx.constant false",
          "%acc = ptx.regs : !ptx.regs<8 x f32>");

  private static final String FENCE = "ptx.wgmma.fence";

  private static final String MULTIPLY =
      "ptx.wgmma 8 f16 %acc[0], %a, %d, %false : !ptx.regs<8 x f32>, i64";

  private static final String COMMIT = "ptx.wgmma.commit_group";

  private static final String WAIT = "ptx.wgmma.wait_group 0";

  private static final String READ = "%f = ptx.regs.read %acc[0] : !ptx.regs<8 x f32>";

  private static long descriptor(int address) {
    return address >> 4 | 1L << 16 | 64L << 32 | 1L << 62;
  }

  private static String[] join(List<?>... parts) {
    List<String> all = new ArrayList<>();
    for (List<?> part : parts) {
      part.forEach(line -> all.add(line.toString()));
    }
    return all.toArray(String[]::new);
  }

  private static HopperProgram program(String... body) {
    return HopperProgram.of(128, join(FILLED, FENCED, GIVEN, List.of(body)));
  }

  @Test
  void runs() {
    program(FENCE, MULTIPLY, COMMIT, WAIT, READ).results();
  }

  @Test
  void accumulatorsAreInUseUntilAWait() {
    assertThat(program(FENCE, MULTIPLY, COMMIT, READ, WAIT).failure())
        .contains(
            "accesses register 0 of 'registers !ptx.regs<8 x f32>' while a matrix product uses it; the"
                + " product began here, and no wait covers it yet");
    assertThat(
            program(
                    FENCE,
                    MULTIPLY,
                    COMMIT,
                    "ptx.regs.write %zero, %acc[3] : !ptx.regs<8 x f32>",
                    WAIT)
                .failure())
        .contains("accesses register 3 of ");
  }

  @Test
  void aWaitLeavesSomeGroupsUnderWay() {
    String second = "ptx.wgmma 8 f16 %acc[4], %a, %d, %false : !ptx.regs<8 x f32>, i64";
    String some = "ptx.wgmma.wait_group 1";
    program(FENCE, MULTIPLY, COMMIT, second, COMMIT, some, READ, WAIT).results();
    assertThat(program(FENCE, MULTIPLY, second, COMMIT, some, READ, WAIT).failure())
        .contains("accesses register 0 of ");
  }

  @Test
  void registersNeedAFence() {
    assertThat(program(MULTIPLY, COMMIT, WAIT).failure())
        .contains("begins a matrix product, but executes no wgmma.fence before");
    String write = "ptx.regs.write %zero, %acc[1] : !ptx.regs<8 x f32>";
    assertThat(program(FENCE, write, MULTIPLY, COMMIT, WAIT).failure())
        .contains("which it has accessed since its last wgmma.fence");
    program(write, FENCE, MULTIPLY, COMMIT, WAIT).results();
  }

  @Test
  void productsOfOneShapeMayFollowEachOther() {
    program(FENCE, MULTIPLY, MULTIPLY, COMMIT, MULTIPLY, COMMIT, WAIT).results();
    assertThat(
            program(
                    FENCE,
                    MULTIPLY,
                    "ptx.wgmma 8 f16 %acc[2], %a, %d, %false : !ptx.regs<8 x f32>, i64",
                    COMMIT,
                    WAIT)
                .failure())
        .contains("begins a matrix product on register 2 of ", "which another uses otherwise");
  }

  @Test
  void whatIsAddedToHasBeenWritten() {
    assertThat(program(FENCE, MULTIPLY.replace("%false", "%true"), COMMIT, WAIT).failure())
        .contains("reads register 0 of 'registers !ptx.regs<8 x f32>', which it has never written");
  }

  @Test
  void productsAreWaitedFor() {
    assertThat(program(FENCE, MULTIPLY, COMMIT).failure())
        .contains("ends, but has not waited for the matrix product that it began here");
  }

  @Test
  void ordinaryWritesNeedAProxyFence() {
    assertThat(
            HopperProgram.of(
                    128,
                    join(
                        FILLED,
                        List.of("ptx.bar.sync %c0"),
                        GIVEN,
                        List.of(FENCE, MULTIPLY, COMMIT, WAIT)))
                .failure())
        .contains(
            "reads 16 bytes of A at the shared address 0x400 asynchronously, which ",
            "has written with no proxy fence behind");
  }

  @Test
  void whatIsMultipliedStaysUntilTheWait() {
    String write = "ptx.st shared %to, %t : i32, i32";
    assertThat(program(FENCE, MULTIPLY, COMMIT, write, WAIT).failure())
        .contains("is in a race: it writes 4 bytes", "a matrix product of ", " is still reading");
    program(FENCE, MULTIPLY, COMMIT, WAIT, "ptx.bar.sync %c0", write).results();
  }

  @ParameterizedTest
  @CsvSource({
    "0x4000000000014000, has bits 0x0000000000004000 that mean nothing",
    "0x4002004000010040, 'has a base offset of 1, which is not simulated'",
    "0x40000040000103c0, 'which reads 16 bytes at the shared address 0x4400, where no buffer is'",
    "0x4000009000010040, 'which reads 16 bytes at the shared address 0x4400, where no buffer is'",
  })
  void descriptorsAreRight(String bits, String said) {
    String wrong = "%wrong = ptx.constant " + Long.decode(bits) + " : i64";
    assertThat(program(wrong, FENCE, MULTIPLY.replace("%a,", "%wrong,"), COMMIT, WAIT).failure())
        .contains("multiplies A by the descriptor ", said);
  }

  @Test
  void warpsMultiplyTheSame() {
    assertThat(
            program(
                    "%wide = ptx.cvt %t {as = \"u32\"} : i32 -> i64",
                    FENCE, MULTIPLY.replace("%d,", "%wide,"), COMMIT, WAIT)
                .failure())
        .contains("as its descriptor of B, lane 0 with ");
    assertThat(
            program(
                    FENCE,
                    "%some = ptx.setp lt %t, %c64 : i32",
                    "ptx.bra_if %some, ^one, ^other",
                    "^one:",
                    MULTIPLY,
                    "ptx.bra ^both",
                    "^other:",
                    MULTIPLY,
                    "ptx.bra ^both",
                    "^both:",
                    COMMIT,
                    WAIT)
                .failure())
        .contains("begins a matrix product here, but other warps of its warpgroup another one");
  }

  @Test
  void aWarpThatNeverComesIsWaitedFor() {
    assertThat(
            program(
                    "%some = ptx.setp lt %t, %c32 : i32",
                    "ptx.bra_if %some, ^multiply, ^done",
                    "^multiply:",
                    FENCE,
                    MULTIPLY,
                    COMMIT,
                    WAIT,
                    "ptx.bra ^done",
                    "^done:")
                .failure())
        .startsWith(
            "deadlock: warp 0 waits for a matrix product, to which not all warps of its warpgroup"
                + " have come");
  }

  // --- Registers --------------------------------------------------------------------------------

  /** Two warpgroups of which the first gives registers back, and the second asks for more. */
  private static HopperProgram shares(int fewer, int more) {
    return HopperProgram.of(
        256,
        "%some = ptx.setp lt %t, %c128 : i32",
        "ptx.bra_if %some, ^one, ^other",
        "^one:",
        "ptx.setmaxnreg dec " + fewer,
        "ptx.bra ^both",
        "^other:",
        "ptx.setmaxnreg inc " + more,
        "ptx.bra ^both",
        "^both:");
  }

  @Test
  void registersAreSharedOut() {
    shares(40, 256).results();
  }

  @Test
  void registersAreThere() {
    assertThat(
            HopperProgram.of(
                    256,
                    "%some = ptx.setp lt %t, %c128 : i32",
                    "ptx.bra_if %some, ^one, ^other",
                    "^one:",
                    "ptx.setmaxnreg dec 248",
                    "ptx.setmaxnreg inc 256",
                    "ptx.bra ^both",
                    "^other:",
                    "ptx.bra ^both",
                    "^both:")
                .results())
        .hasSize(256);
    assertThat(shares(256, 248).failure()).contains("asks for 248 registers, but has 256 already");
  }

  @Test
  void wholeWarpgroupsChangeTheirRegisters() {
    assertThat(
            HopperProgram.of(
                    128,
                    "%some = ptx.setp lt %t, %c32 : i32",
                    "ptx.bra_if %some, ^one, ^both",
                    "^one:",
                    "ptx.setmaxnreg dec 40",
                    "ptx.bra ^both",
                    "^both:")
                .failure())
        .startsWith("warp 0 changes its registers here, but warp 1 of its warpgroup never does");
    assertThat(
            HopperProgram.of(
                    128,
                    "ptx.bra_if %lead, ^one, ^both",
                    "^one:",
                    "ptx.setmaxnreg dec 40",
                    "ptx.bra ^both",
                    "^both:")
                .failure())
        .contains("changes its registers, which whole warpgroups do together");
  }

  // --- Numbered barriers ------------------------------------------------------------------------

  /** Two warpgroups that each meet at a barrier. */
  private static HopperProgram meet(String first, String second, String... behind) {
    return HopperProgram.of(
        256,
        join(
            List.of(
                "%some = ptx.setp lt %t, %c128 : i32",
                "ptx.bra_if %some, ^one, ^other",
                "^one:",
                "ptx.bar.sync " + first + ", %c128",
                "ptx.bra ^both",
                "^other:",
                "ptx.bar.sync " + second + ", %c128",
                "ptx.bra ^both",
                "^both:"),
            List.of(behind)));
  }

  @Test
  void warpgroupsHaveBarriersOfTheirOwn() {
    meet("%c1", "%c2").results();
    assertThat(meet("%c1", "%c1").failure())
        .containsAnyOf("and nothing orders the two", "deadlock: ");
  }

  @Test
  void barriersAreUsedAgainBehindOthers() {
    meet(
            "%c1",
            "%c2",
            "ptx.bar.sync %c0",
            "ptx.bra_if %some, ^again, ^against",
            "^again:",
            "ptx.bar.sync %c2, %c128",
            "ptx.bra ^end",
            "^against:",
            "ptx.bar.sync %c1, %c128",
            "ptx.bra ^end",
            "^end:")
        .results();
  }

  @Test
  void warpgroupsTakeTurns() {
    // Each syncs with what the other has arrived at.
    HopperProgram.of(
            256,
            "%some = ptx.setp lt %t, %c128 : i32",
            "ptx.bra_if %some, ^one, ^other",
            "^one:",
            "ptx.bra ^first(%c0 : i32)",
            "^first(%i: i32):",
            "ptx.bar.sync %c2, %threads",
            "ptx.bar.arrive %c3, %threads",
            "%i1 = ptx.add %i, %c1 : i32",
            "%p = ptx.setp lt %i1, %c8 : i32",
            "ptx.bra_if %p, ^first(%i1 : i32), ^end",
            "^other:",
            "ptx.bar.arrive %c2, %threads",
            "ptx.bra ^second(%c0 : i32)",
            "^second(%j: i32):",
            "ptx.bar.sync %c3, %threads",
            "ptx.bar.arrive %c2, %threads",
            "%j1 = ptx.add %j, %c1 : i32",
            "%q = ptx.setp lt %j1, %c8 : i32",
            "ptx.bra_if %q, ^second(%j1 : i32), ^end",
            "^end:")
        .results();
  }
}
