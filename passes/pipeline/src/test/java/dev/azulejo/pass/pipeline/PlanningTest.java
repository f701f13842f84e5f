// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.ir.diag.Severity;
import org.junit.jupiter.api.Test;

/** The schedules that planning gives: each shape of body with its stages, order and groups. */
class PlanningTest {
  private static final String A = "tile.copy %A[%j, %k] -> %As : G to S\n";
  private static final String B = "tile.copy %B[%j, %k] -> %Bs : G to S\n";
  private static final String GEMM =
      "tile.gemm %As, %Bs, %acc {transpose_b} : S, S, memref<128x128xf32, \"fragment\">\n";
  private static final String OUT = "tile.copy %As -> %C[%j, %k] : S to G\n";

  @Test
  void aProductOfThreeStages() {
    assertThat(Kernel.loop(3, A + B + GEMM).plan().quietly().schedule())
        .containsExactly("0/0 async 0", "0/1 async 0", "2/2");
  }

  @Test
  void aProductOfTwoStages() {
    assertThat(Kernel.loop(2, A + B + GEMM).plan().quietly().schedule())
        .containsExactly("0/0 async 0", "0/1 async 0", "1/2");
  }

  @Test
  void aProductOfOneStageComputesBeforeItRefills() {
    assertThat(Kernel.loop(1, A + B + GEMM).plan().quietly().schedule())
        .containsExactly("0/1 async 0", "0/2 async 0", "1/0");
  }

  @Test
  void aCopyInAndACopyOut() {
    assertThat(Kernel.loop(2, A + OUT).plan().quietly().schedule())
        .containsExactly("0/0 async 0", "1/1");
  }

  @Test
  void copiesGoRightBehindTheirLastReaderWhereOthersFollowIt() {
    String rest = "tile.fill %acc, %zero : memref<128x128xf32, \"fragment\">\n";
    assertThat(
            Kernel.loop(
                    3,
                    A
                        + B
                        + GEMM
                        + rest
                        + "tile.fill %ws, %zero : memref<128x32xf32,"
                        + " \"shared\">\n")
                .plan()
                .quietly()
                .schedule())
        .containsExactly("0/1 async 0", "0/2 async 0", "3/0", "3/3", "3/4");
  }

  @Test
  void copiesWithDifferentLastReadersAreCommittedApart() {
    assertThat(
            Kernel.loop(
                    2,
                    A
                        + B
                        + OUT
                        + "tile.copy %Bs -> %C[%k, %j] : S to G\n"
                        + "tile.copy %As -> %C[0, 0] : S to G")
                .plan()
                .quietly()
                .schedule())
        .containsExactly("0/4 async 1", "0/2 async 0", "2/0", "2/1", "2/3");
    assertThat(
            Kernel.loop(3, A + B + OUT + "tile.copy %Bs -> %F[%k, %j] : S to memref<256x256xf32>")
                .plan()
                .quietly()
                .schedule())
        .containsExactly("0/1 async 0", "0/3 async 1", "3/0", "3/2");
  }

  @Test
  void anAllocationInTheLoopHasNoPlace() {
    String local = "%L = tile.alloc : S\n" + A.replace("%As", "%L") + OUT.replace("%As", "%L");
    assertThat(Kernel.loop(2, local).plan().quietly().schedule())
        .containsExactly("0/0 async 0", "1/1");
    assertThat(Kernel.loop(2, local).plan().inject().quietly().all(ForOp.class)).isEmpty();
  }

  @Test
  void aGuardedGatherIsACopyButNotAsynchronous() {
    Kernel kernel =
        Kernel.loop(
                2,
                """
                %g = arith.cmpi sgt, %k, %c1 : index
                %i = memref.load %ids[%k] : memref<64xindex>
                scf.if %g { tile.copy %A[%i, 0] -> %As : G to S }
                scf.if %g { tile.copy %As -> %C[%j, %k] : S to G }
                """)
            .plan()
            .quietly();
    assertThat(kernel.schedule()).containsExactly("0/0", "1/1");
    assertThat(kernel.inject().quietly().all(ForOp.class)).isEmpty();
  }

  @Test
  void barriersOfTheUsersRunWithTheConsumer() {
    assertThat(
            Kernel.loop(
                    2,
                    A
                        + """
                        %r = arith.remui %k, %c2 : index
                        %p = arith.cmpi eq, %r, %c1 : index
                        barrier.arrive %one[%c0] : !barrier.array<1>
                        barrier.wait %one[%c0], %p : !barrier.array<1>
                        """
                        + OUT)
                .plan()
                .quietly()
                .schedule())
        .containsExactly("0/0 async 0", "1/1", "1/2", "1/3");
  }

  @Test
  void aScheduleOfTheUsersIsKeptAndGetsGroups() {
    assertThat(
            Kernel.loop(
                    2,
                    """
                    %i = memref.load %ids[%k] : memref<64xindex>
                    tile.copy %A[%i, 0] -> %As {pipeline.stage = 0, pipeline.order = 1} : G to S
                    tile.copy %As -> %C[%i, 0] {pipeline.stage = 1, pipeline.order = 0} : S to G
                    """)
                .plan()
                .quietly()
                .schedule())
        .containsExactly("0/1 async 0", "1/0");
  }

  @Test
  void aLoadOfWhatTheLoopWritesKeepsItsPlace() {
    assertThat(
            Kernel.loop(
                    2,
                    """
                    %i = memref.load %ids[%k] : memref<64xindex>
                    tile.copy %A[%i, 0] -> %As {pipeline.stage = 0, pipeline.order = 0} : G to S
                    %x = memref.load %As[%c0, %c1] {pipeline.stage = 1, pipeline.order = 1} : S
                    memref.store %x, %Cs[%c0, %c1] {pipeline.stage = 1, pipeline.order = 2} : S
                    """)
                .plan()
                .quietly()
                .schedule())
        .containsExactly("0/0 async 0", "1/1", "1/2");
  }

  @Test
  void theResultOfAnAtomicUpdateAndALoadOfItsTargetKeepTheirPlaces() {
    assertThat(
            Kernel.loop(
                    2,
                    """
                    %ki = arith.index_cast %k : index to i32
                    %old = memref.atomic_rmw addi %ki, %cnt[%c0] : (i32, memref<64xi32>) -> i32
                    """
                        + A
                        + OUT
                        + """
                        %n = memref.load %cnt[%c0] : memref<64xi32>
                        memref.store %n, %v[%c0] : memref<1xi32, "local">
                        """)
                .plan()
                .quietly()
                .schedule())
        .containsExactly("2/0", "0/2 async 0", "2/1", "2/3", "2/4");
  }

  @Test
  void elementWiseCopiesAreCopies() {
    String load =
        """
        tile.parallel (%r, %s) to (128, 32) {
          %x = memref.load %A[%r, %s] : G
          memref.store %x, %As[%r, %s] : S
        }
        """;
    assertThat(Kernel.loop(2, load + OUT).plan().quietly().schedule())
        .containsExactly("0/0 async 0", "1/1");
  }

  @Test
  void arithmeticOnTheWayMakesItNoCopy() {
    String load =
        """
        tile.parallel (%r, %s) to (128, 32) {
          %x = memref.load %A[%r, %s] : G
          %y = arith.addf %x, %x : f16
          memref.store %y, %As[%r, %s] : S
        }
        """;
    assertThat(Kernel.loop(2, load + OUT).plan().quietly().schedule())
        .containsExactly("2/0", "2/1");
  }

  @Test
  void aConditionIsNoLoad() {
    // The condition of a select reads global memory; its values don't.
    String load =
        """
        tile.parallel (%r, %s) to (128, 32) {
          %x = memref.load %ids[%r] : memref<64xindex>
          %b = arith.cmpi slt, %x, %j : index
          %y = arith.select %b, %hzero, %hzero : f16
          memref.store %y, %As[%r, %s] : S
        }
        """;
    assertThat(Kernel.loop(2, load + OUT).plan().quietly().schedule())
        .containsExactly("2/0", "2/1");
    // Values that come from global memory do bring it, but are then no pure copy.
    Kernel chosen =
        Kernel.loop(
            2,
            """
            tile.parallel (%r, %s) to (128, 32) {
              %x = memref.load %A[%r, %s] : G
              %y = memref.load %B[%r, %s] : G
              %z = arith.select %c, %x, %y : f16
              memref.store %z, %As[%r, %s] : S
            }
            """
                + OUT);
    assertThat(CopyPatterns.bringsGlobalToShared(chosen.all(ForOp.class).getFirst().body().first()))
        .isTrue();
    assertThat(chosen.plan().quietly().schedule()).containsExactly("2/0", "2/1");
  }

  @Test
  void hopperCopiesArePlannedTheSame() {
    assertThat(
            Kernel.of("sm_90", "pipeline.for %k = 0 to 8 stages(3) {" + A + B + GEMM + "}")
                .plan()
                .quietly()
                .schedule())
        .containsExactly("0/0 async 0", "0/1 async 0", "2/2");
  }

  @Test
  void withoutAsynchronousCopiesThereAreNoGroups() {
    assertThat(
            Kernel.of("sm_75", "pipeline.for %k = 0 to 8 stages(3) {" + A + B + GEMM + "}")
                .plan()
                .quietly()
                .schedule())
        .containsExactly("0/0", "0/1", "2/2");
    assertThat(Kernel.loop(3, A + B + GEMM).plan(false).quietly().schedule())
        .containsExactly("0/0", "0/1", "2/2");
    assertThat(
            Kernel.of("gfx950", "pipeline.for %k = 0 to 8 stages(3) {" + A + B + GEMM + "}")
                .plan()
                .quietly()
                .schedule())
        .containsExactly("0/0 async 0", "0/1 async 0", "2/2");
  }

  @Test
  void whereNothingCanOverlapTheLoopBecomesPlainAndThatIsSaid() {
    Kernel kernel =
        Kernel.of("gfx942", "pipeline.for %k = 0 to 8 stages(3) {" + A + B + GEMM + "}").plan();
    assertThat(kernel.all(ForOp.class)).isEmpty();
    assertThat(kernel.all(dev.azulejo.dialect.scf.ForOp.class)).hasSize(1);
    assertThat(kernel.text()).doesNotContain("pipeline.");
    assertThat(kernel.messages(Severity.REMARK))
        .containsExactly("not pipelined: gfx942 has no asynchronous copies to shared memory");
  }

  @Test
  void twoCopiesIntoOverlappingRegionsAreRefused() {
    Kernel kernel =
        Kernel.loop(
                2,
                "tile.copy %A[%j, %k] -> %As[0, 0][64, 32] : G to S\n"
                    + "tile.copy %B[%j, %k] -> %As[32, 0][64, 32] : G to S\n"
                    + OUT)
            .plan();
    assertThat(kernel.messages(Severity.ERROR))
        .containsExactly(
            "'tile.copy' op writes a region that is written again in the same" + " iteration");
    assertThat(kernel.notes())
        .containsExactly(
            "written again here",
            "the buffer is allocated here; give each copy a buffer of its own");
    assertThat(kernel.schedule()).isEmpty();
    assertThat(
            Kernel.loop(
                    2,
                    "tile.copy %A[%j, %k] -> %As[0, 0][64, 32] : G to S\n"
                        + "tile.copy %B[%j, %k] -> %As[64, 0][64, 32] : G to S\n"
                        + OUT)
                .plan()
                .quietly()
                .schedule())
        .containsExactly("0/0 async 0", "0/1 async 0", "1/2");
  }

  @Test
  void aCopyThatNobodyReadsIsLikeAnyOther() {
    assertThat(
            Kernel.loop(3, A + B + "tile.copy %Bs -> %C[%j, %k] : S to G")
                .plan()
                .quietly()
                .schedule())
        .containsExactly("3/0", "0/2 async 0", "3/1");
  }

  @Test
  void whatACopyNeedsRunsAheadWithIt() {
    // The fill writes what the copy reads; it has no group, for it is no copy.
    assertThat(
            Kernel.loop(
                    2,
                    """
                    tile.fill %F[%k, 0][1, 32], %zero : memref<256x256xf32>
                    tile.copy %F[%k, 0][1, 32] -> %ws[0, 0][1, 32]
                        : memref<256x256xf32> to memref<128x32xf32, "shared">
                    tile.copy %ws[0, 0][1, 32] -> %C[%k, 0][1, 32]
                        : memref<128x32xf32, "shared"> to G
                    """)
                .plan()
                .quietly()
                .schedule())
        .containsExactly("0/0", "0/1 async 0", "1/2");
  }

  @Test
  void whatComputesAnIndexForACopyRunsAheadWithIt() {
    // The counter is written in the loop, so its load can't be repeated.
    Kernel kernel =
        Kernel.loop(
                2,
                """
                %n = memref.load %cnt[%c0] : memref<64xi32>
                %i = arith.index_cast %n : i32 to index
                tile.copy %A[%i, 0] -> %As : G to S
                tile.copy %As -> %C[%j, %k] : S to G
                memref.store %n, %cnt[%c1] : memref<64xi32>
                """)
            .plan();
    assertThat(kernel.messages(Severity.ERROR))
        .containsExactly(
            "'memref.store' op uses a scalar that crosses pipeline stages: it is computed in"
                + " stage 0 and used in stage 2");
  }

  @Test
  void aLoopWithNothingToDoIsRefused() {
    assertThat(Kernel.loop(2, "%x = arith.addi %k, %k : index").plan().messages(Severity.ERROR))
        .containsExactly(
            "'pipeline.for' op has no schedulable statements: nothing in it has an effect");
  }

  @Test
  void aTargetIsNeeded() {
    Kernel kernel = Kernel.loop(3, A + B + GEMM);
    kernel.all(dev.azulejo.dialect.func.FuncOp.class).getFirst().removeAttribute("tile.target");
    assertThat(kernel.plan().messages(Severity.ERROR))
        .containsExactly("'pipeline.for' op can't be planned without a target");
  }

  @Test
  void nestedPipelinesAreRefusedAndPlainLoopsAreNot() {
    String inner = "pipeline.for %q = 0 to 4 stages(2) {" + A + OUT + "}\n";
    Kernel kernel = Kernel.loop(2, inner).plan();
    assertThat(kernel.messages(Severity.ERROR))
        .containsExactly("'pipeline.for' op is nested in another pipelined loop");
    Kernel plain = Kernel.loop(0, inner).plan().quietly();
    assertThat(plain.schedule()).containsExactly("0/0 async 0", "1/1");
    assertThat(plain.all(dev.azulejo.dialect.scf.ForOp.class)).hasSize(1);
    assertThat(Kernel.loop(0, A + OUT).plan().quietly().all(ForOp.class)).isEmpty();
  }

  @Test
  void whatWouldChangeAResultIsNotPipelinedAndThatIsSaid() {
    // The tile is used behind the loop too, so that it can't have versions.
    Kernel kernel =
        Kernel.of(
                "pipeline.for %k = 0 to 8 stages(3) {"
                    + A
                    + B
                    + GEMM
                    + "}\n tile.copy %As -> %C[0, 0] : S to G")
            .plan();
    assertThat(kernel.all(ForOp.class)).isEmpty();
    assertThat(kernel.messages(Severity.REMARK))
        .containsExactly("not pipelined: overlapped iterations would compute something else");
    assertThat(kernel.notes())
        .containsExactly(
            "'tile.copy' op is scheduled before an operation of the loop that it must follow",
            "the operation, which accesses the same place",
            "it has 1 version under this schedule: it is used outside of the loop too");
  }

  @Test
  void whatAnIterationLeavesToTheNextIsNotVersioned() {
    Kernel kernel =
        Kernel.loop(2, "tile.copy %A[%j, %k] -> %As[0, 0][64, 32] : G to S\n" + OUT).plan();
    assertThat(kernel.all(ForOp.class)).isEmpty();
    assertThat(kernel.notes())
        .contains(
            "it has 1 version under this schedule: an iteration may read what an earlier one has"
                + " written");
  }

  @Test
  void aSynchronisationOfTheWholeBlockKeepsEverythingInPlace() {
    Kernel kernel = Kernel.loop(2, A + "barrier.sync\n" + OUT).plan();
    assertThat(kernel.all(ForOp.class)).isEmpty();
    assertThat(kernel.messages(Severity.REMARK)).hasSize(1);
  }

  @Test
  void planningTwiceChangesNothing() {
    Kernel kernel = Kernel.loop(3, A + B + GEMM).plan().quietly();
    String once = kernel.text();
    assertThat(kernel.plan().quietly().text()).isEqualTo(once);
  }
}
