// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Kernels of rung 4: jumps, and how they are launched. */
final class KernelTest {
  private static final String TEXT =
      """
      ptx.kernel @k(%p: !ptx.param<ptr, 16>, %q: !ptx.param<i32>) attributes {
          maxntid = array<i32: 64>,
          ptx.launch = {
            arguments = [memref<128xi32>, i32],
            grid = ["ceildiv(dim(arg0, 0), 64)", "1", "1"],
            parameters = ["arg0", "arg1 + 1"]}} {
        %out = ptx.ld.param %p : !ptx.param<ptr, 16>
        %n = ptx.ld.param %q : !ptx.param<i32>
        %t = ptx.special tid.x
        %b = ptx.special ctaid.x
        %c0 = ptx.constant 0 : i32
        %c1 = ptx.constant 1 : i32
        %c4 = ptx.constant 4 : i32
        %c64 = ptx.constant 64 : i32
        %c31 = ptx.constant 31 : i32
        %g = ptx.mad %b, %c64, %t : i32
        %at = ptx.mad.wide %g, %c4, %out : i32
      BODY
      }
      """;

  private static String text(String... body) {
    return TEXT.replace("BODY", String.join("\n", body));
  }

  private static double[] run(String... body) {
    Buffer out = Buffer.poisoned(ElementType.I32, new long[] {128});
    for (long seed = 0; seed < 4; seed++) {
      Simulation.of(text(body), seed).launch(6, out);
    }
    return Data.values(out);
  }

  private static String failure(String... body) {
    Buffer out = Buffer.poisoned(ElementType.I32, new long[] {128});
    return Simulation.of(text(body)).launchFailure(6, out);
  }

  private static double[] numbers(java.util.function.IntUnaryOperator number) {
    return IntStream.range(0, 128).map(number).asDoubleStream().toArray();
  }

  @Test
  void parametersAreWorkedOut() {
    assertThat(run("ptx.st global %at, %n : i64, i32", "ptx.ret")).containsOnly(7);
  }

  @Test
  void lanesLeaveALoopAtDifferentTimesAndMeetBehindIt() {
    assertThat(
            run(
                "ptx.bra ^head(%c0, %t : i32, i32)",
                "^head(%sum: i32, %left: i32):",
                "%go = ptx.setp gt %left, %c0 : i32",
                "ptx.bra_if %go, ^body, ^end",
                "^end:",
                // All lanes of the warp come to the barrier together.
                "ptx.bar.sync %c0",
                "ptx.st global %at, %sum : i64, i32",
                "ptx.ret",
                "^body:",
                "%more = ptx.add %sum, %left : i32",
                "%less = ptx.sub %left, %c1 : i32",
                "ptx.bra ^head(%more, %less : i32, i32)"))
        .isEqualTo(numbers(g -> g % 64 * (g % 64 + 1) / 2));
  }

  @Test
  void blocksThatSwapTheirArguments() {
    assertThat(
            run(
                "ptx.bra ^head(%c0, %c1, %t : i32, i32, i32)",
                "^head(%a: i32, %b2: i32, %left: i32):",
                "%less = ptx.sub %left, %c1 : i32",
                "%go = ptx.setp ge %less, %c0 : i32",
                "ptx.bra_if %go, ^head(%b2, %a, %less : i32, i32, i32), ^end(%a : i32)",
                "^end(%r: i32):",
                "ptx.st global %at, %r : i64, i32",
                "ptx.ret"))
        .isEqualTo(numbers(g -> g % 2));
  }

  @Test
  void lanesThatHaveEndedAreNotWaitedFor() {
    double[] out =
        run(
            "%odd = ptx.and %t, %c1 : i32",
            "%p1 = ptx.setp ne %odd, %c0 : i32",
            "ptx.exit if %p1",
            "ptx.bar.sync %c0",
            "ptx.st global %at, %n : i64, i32",
            "ptx.ret");
    assertThat(out[4]).isEqualTo(7);
    assertThat(out[5]).isNaN();
  }

  @Test
  void aWarpThatHasEndedIsADeadlock() {
    assertThat(
            failure(
                "%p1 = ptx.setp gt %t, %c31 : i32",
                "ptx.exit if %p1", "ptx.bar.sync %c0", "ptx.ret"))
        .contains(
            "deadlock: warp 0 waits at barrier 0, to which 32 of 64 threads have come",
            "warp 1 has ended and never comes");
  }

  @Test
  void aUniformJumpGoesOneWay() {
    assertThat(
            failure(
                "%p1 = ptx.setp gt %t, %c1 : i32",
                "ptx.bra_if %p1, ^a, ^b {uniform}", "^a:", "ptx.bra ^b", "^b:", "ptx.ret"))
        .contains("goes another way than others of its warp, though the jump says that none does");
  }

  @Test
  void barriersMayBeForSomeWarps() {
    assertThat(
            run(
                "%c32 = ptx.constant 32 : i32",
                "ptx.bar.sync %c1, %c32", "ptx.st global %at, %n : i64, i32", "ptx.ret"))
        .containsOnly(7);
  }

  @Test
  void arrivalsCountAtBarriers() {
    assertThat(
            failure(
                "%p1 = ptx.setp gt %t, %c31 : i32",
                "ptx.bra_if %p1, ^a, ^b",
                "^a:",
                "ptx.bar.arrive %c1, %c64",
                "ptx.ret",
                "^b:",
                "ptx.bar.sync %c1, %c64",
                "ptx.bar.sync %c1, %c64",
                "ptx.ret"))
        .contains("deadlock: warp 0 waits at barrier 1, to which 32 of 64 threads have come");
  }

  @Test
  void threadsHaveMemoryOfTheirOwn() {
    String[] body = {
      "%m = ptx.local : memref<16xi8, \"local\">",
      "%a = ptx.address %m[0] : memref<16xi8, \"local\">",
      "ptx.st local %a + 4, %t : i64, i32",
      "%v = ptx.ld local %a + 4 : i64 -> i32",
      "ptx.st global %at, %v : i64, i32",
      "ptx.ret"
    };
    assertThat(run(body)).isEqualTo(numbers(g -> g % 64));
    body[3] = "%v = ptx.ld local %a : i64 -> i32";
    assertThat(failure(body)).contains("local address 0x100, of which byte 0 was never written");
    body[3] = "%v = ptx.ld local %a + 16 : i64 -> i32";
    assertThat(failure(body)).contains("local address 0x110; the thread has 16 bytes from 0x100");
  }

  @Test
  void loopsInLoopsMeetAgain() {
    assertThat(
            run(
                "%c3 = ptx.constant 3 : i32",
                "%limit = ptx.and %t, %c3 : i32",
                "ptx.bra ^outer(%c0, %c0 : i32, i32)",
                "^outer(%i: i32, %sum: i32):",
                "%more = ptx.setp lt %i, %limit : i32",
                "ptx.bra_if %more, ^inner(%c0, %sum : i32, i32), ^end",
                "^end:",
                "ptx.bar.sync %c0",
                "ptx.st global %at, %sum : i64, i32",
                "ptx.ret",
                "^inner(%j: i32, %part: i32):",
                "%added = ptx.add %part, %c1 : i32",
                "%next = ptx.add %j, %c1 : i32",
                "%again = ptx.setp le %next, %i : i32",
                "ptx.bra_if %again, ^inner(%next, %added : i32, i32), ^latch",
                "^latch:",
                "%after = ptx.add %i, %c1 : i32",
                "ptx.bra ^outer(%after, %added : i32, i32)"))
        .isEqualTo(numbers(g -> g % 4 * (g % 4 + 1) / 2));
  }

  @Test
  void aLaunchThatIsNotDescribedIsRefused() {
    String text = text("ptx.ret").replaceAll("(?s),\\s*ptx.launch = .*?\\}\\}", "}");
    Buffer out = Buffer.poisoned(ElementType.I32, new long[] {128});
    assertThat(Simulation.of(text).launchFailure(6, out))
        .contains("has no 'ptx.launch' that says how it is launched");
  }
}
