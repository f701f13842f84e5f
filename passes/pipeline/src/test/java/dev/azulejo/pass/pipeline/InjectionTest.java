// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What carrying out a schedule gives: versions, commits, waits, and code before and behind. */
class InjectionTest {
  private static final String A = "tile.copy %A[%j, %k] -> %As : G to S\n";
  private static final String B = "tile.copy %B[%j, %k] -> %Bs : G to S\n";
  private static final String GEMM =
      "tile.gemm %As, %Bs, %acc {transpose_b} : S, S, memref<128x128xf32, \"fragment\">\n";
  private static final String OUT = "tile.copy %As -> %C[%j, %k] : S to G\n";

  private static List<Long> waits(Kernel kernel) {
    return kernel.all(WaitGroupOp.class).stream().map(w -> w.pending().longValue()).toList();
  }

  /** The numbers of versions of the buffers that have several. */
  private static List<Long> versions(Kernel kernel) {
    return kernel.all(AllocOp.class).stream()
        .flatMap(alloc -> alloc.versions().stream())
        .map(IntegerAttr::longValue)
        .toList();
  }

  @Test
  void theProductOfThreeStagesInFull() {
    Kernel kernel = Kernel.loop(3, A + B + GEMM).plan().inject().quietly();
    List<String> lines = kernel.lines();
    int begin = lines.indexOf("%c0_5 = arith.constant 0 : index");
    assertThat(lines.subList(begin, lines.size()))
        .containsExactly(
            """
            %c0_5 = arith.constant 0 : index
            %c6 = arith.constant 6 : index
            %c2_6 = arith.constant 2 : index
            %c1_7 = arith.constant 1 : index
            tile.async_copy %arg0[%arg8, %c0_5] -> %shared[0, 0, 0][1, 128, 32] : G to V
            tile.async_copy %arg1[%arg8, %c0_5] -> %shared_1[0, 0, 0][1, 128, 32] : G to V
            pipeline.commit_group
            tile.async_copy %arg0[%arg8, %c1_7] -> %shared[1, 0, 0][1, 128, 32] : G to V
            tile.async_copy %arg1[%arg8, %c1_7] -> %shared_1[1, 0, 0][1, 128, 32] : G to V
            pipeline.commit_group
            scf.for %arg11 = %c0_5 to %c6 step %c1_7 {
            %0 = arith.addi %arg11, %c2_6 : index
            %slot = pipeline.slot %0 {depth = 3 : i64}
            tile.async_copy %arg0[%arg8, %0] -> %shared[%slot, 0, 0][1, 128, 32] : G to V
            tile.async_copy %arg1[%arg8, %0] -> %shared_1[%slot, 0, 0][1, 128, 32] : G to V
            pipeline.commit_group
            pipeline.wait_group 2
            %slot_8 = pipeline.slot %arg11 {depth = 3 : i64}
            tile.gemm %shared[%slot_8, 0, 0][1, 128, 32], %shared_1[%slot_8, 0, 0][1, 128, 32], \
            %fragment {transpose_b} : V, V, memref<128x128xf32, "fragment">
            } {pipeline.depth = 3 : i64}
            pipeline.wait_group 1
            tile.gemm %shared[0, 0, 0][1, 128, 32], %shared_1[0, 0, 0][1, 128, 32], \
            %fragment {transpose_b} : V, V, memref<128x128xf32, "fragment">
            pipeline.wait_group 0
            tile.gemm %shared[1, 0, 0][1, 128, 32], %shared_1[1, 0, 0][1, 128, 32], \
            %fragment {transpose_b} : V, V, memref<128x128xf32, "fragment">
            }
            return
            }
            }
            """
                .replaceAll("\\bG\\b", Kernel.G)
                .replaceAll("\\bV\\b", "memref<3x128x32xf16, \"shared\">")
                .lines()
                .toArray(String[]::new));
    assertThat(versions(kernel)).containsExactly(3L, 3L);
    assertThat(kernel.all(ForOp.class)).isEmpty();
    assertThat(kernel.text()).doesNotContain("pipeline.stage", "pipeline.order", "pipeline.group");
  }

  @ParameterizedTest
  @CsvSource({
    // Steady waits leave one less than the depth, and the drain counts down to none.
    "1, 8, 0 0",
    "2, 8, 1 0",
    "3, 8, 2 1 0",
    "4, 8, 3 2 1 0",
    "5, 8, 4 3 2 1 0",
    // As many iterations as stages, one less, one more, one, and none.
    "3, 3, 2 1 0",
    "3, 2, 1 0",
    "3, 4, 2 1 0",
    "3, 1, 0",
    "3, 0, ''",
    "4, 2, 1 0",
  })
  void waitsOfOneGroup(int stages, int trips, String expected) {
    Kernel kernel =
        Kernel.of(
                "pipeline.for %k = 5 to "
                    + (5 + trips)
                    + " stages("
                    + stages
                    + ") {"
                    + A
                    + B
                    + GEMM
                    + "}")
            .plan()
            .inject()
            .quietly();
    assertThat(waits(kernel).toString().replaceAll("[\\[\\],]", "")).isEqualTo(expected);
    int ahead = Math.max(1, stages - 1);
    int copies = stages == 1 ? 2 : Math.min(trips, ahead) + (trips > ahead ? 1 : 0);
    assertThat(kernel.all(CommitGroupOp.class)).hasSize(copies);
  }

  @Test
  void threeGroupsBetweenTheirReaders() {
    // Orders 1, 3, 5 for copies of stage 0, orders 0, 2, 4 for their readers of stage 3.
    StringBuilder loop = new StringBuilder();
    List<String> buffers = List.of("%As", "%Bs", "%Cs");
    for (int i = 0; i < 3; i++) {
      loop.append(
          """
          tile.copy %%A[%%j, %%k] -> %s {pipeline.stage = 0, pipeline.order = %d,
              pipeline.group = %d} : G to S
          """
              .formatted(buffers.get(i), 2 * i + 1, i));
    }
    for (int i = 0; i < 3; i++) {
      loop.append(
          """
          tile.copy %s -> %%acc[0, 0] {pipeline.stage = 3, pipeline.order = %d}
              : S to memref<128x128xf32, "fragment">
          """
              .formatted(buffers.get(i), 2 * i));
    }
    Kernel kernel = Kernel.loop(3, loop.toString()).inject().quietly();
    assertThat(waits(kernel)).containsExactly(8L, 8L, 8L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L, 0L);
    assertThat(versions(kernel)).containsExactly(3L, 3L, 3L);
  }

  @Test
  void groupsThatAreAllCommittedFirst() {
    // (S - 1) * G + (G - 1 - g) in front of the reader of group g.
    Kernel kernel =
        Kernel.loop(
                3,
                """
                tile.copy %A[%j, %k] -> %As {pipeline.stage = 0, pipeline.order = 0,
                    pipeline.group = 0} : G to S
                tile.copy %B[%j, %k] -> %Bs {pipeline.stage = 0, pipeline.order = 1,
                    pipeline.group = 1} : G to S
                tile.copy %As -> %Cs {pipeline.stage = 2, pipeline.order = 2} : S to S
                tile.copy %Bs -> %Cs {pipeline.stage = 2, pipeline.order = 3} : S to S
                """)
            .inject()
            .quietly();
    assertThat(waits(kernel)).containsExactly(5L, 4L, 3L, 2L, 1L, 0L);
  }

  @Test
  void aFillStaysOutsideOfTheGroup() {
    Kernel kernel =
        Kernel.of(
                """
                pipeline.for %k = 0 to 4 stages(2) {
                  tile.fill %Cs, %hzero {pipeline.stage = 0, pipeline.order = 0} : S
                  tile.copy %A[%j, %k] -> %As {pipeline.stage = 0, pipeline.order = 1,
                      pipeline.group = 0} : G to S
                  tile.copy %B[%j, %k] -> %Bs {pipeline.stage = 0, pipeline.order = 2,
                      pipeline.group = 0} : G to S
                  tile.gemm %As, %Bs, %acc {pipeline.stage = 1, pipeline.order = 3, transpose_b}
                      : S, S, memref<128x128xf32, "fragment">
                }
                """)
            .inject()
            .quietly();
    assertThat(kernel.all(CommitGroupOp.class)).hasSize(2);
    assertThat(waits(kernel)).containsExactly(1L, 0L);
  }

  @Test
  void copiesThatConvertStaySynchronousAndSaySo() {
    Kernel kernel =
        Kernel.loop(
                2,
                "tile.copy %A[%j, %k] -> %ws : G to memref<128x32xf32, \"shared\">\n"
                    + B
                    + "tile.copy %ws -> %C[%j, %k] : memref<128x32xf32, \"shared\"> to G\n"
                    + "tile.copy %Bs -> %Cs : S to S")
            .plan()
            .inject();
    assertThat(kernel.all(AsyncCopyOp.class))
        .hasSize(3)
        .allMatch(copy -> copy.sourceRegion().buffer().equals(kernel.argument(1)));
    assertThat(kernel.all(CopyOp.class))
        .filteredOn(copy -> copy.source().equals(kernel.argument(0)))
        .hasSize(3);
    assertThat(kernel.messages(Severity.REMARK))
        .containsExactly(
            "planned as an asynchronous copy, but stays synchronous: only what copies from"
                + " global to shared memory, between equal element types, can be asynchronous on this rung");
  }

  @Test
  void fiveIterationsThreeStagesApart() {
    Kernel kernel =
        Kernel.of(
                """
                pipeline.for %k = 0 to 5 stages(3) {
                  tile.copy %A[%j, %k] -> %As {pipeline.stage = 0, pipeline.order = 0,
                      pipeline.group = 0} : G to S
                  tile.copy %As -> %Cs {pipeline.stage = 3, pipeline.order = 1} : S to S
                }
                """)
            .inject()
            .quietly();
    assertThat(waits(kernel)).containsExactly(3L, 2L, 1L, 0L);
    assertThat(versions(kernel)).containsExactly(4L);
  }

  @Test
  void oneStageForAllIsThePlainLoop() {
    Kernel kernel =
        Kernel.loop(
                2,
                """
                tile.copy %A[%j, %k] -> %As {pipeline.stage = 2, pipeline.order = 0} : G to S
                tile.copy %As -> %C[%j, %k] {pipeline.stage = 2, pipeline.order = 1} : S to G
                """)
            .inject()
            .quietly();
    assertThat(kernel.text()).doesNotContain("pipeline.");
    assertThat(kernel.lines())
        .containsSequence(
            "tile.copy %arg0[%arg8, %arg11] -> %shared : G to S"
                .replaceAll("\\bG\\b", Kernel.G)
                .replaceAll("\\bS\\b", Kernel.S),
            "tile.copy %shared -> %arg2[%arg8, %arg11] : S to G"
                .replaceAll("\\bG\\b", Kernel.G)
                .replaceAll("\\bS\\b", Kernel.S));
  }

  @Test
  void bindingsAreRepeatedWithTheIterationOfTheirUser() {
    Kernel kernel =
        Kernel.loop(
                2,
                """
                %q = arith.muli %k, %c2 : index
                %i = memref.load %ids[%q] : memref<64xindex>
                tile.copy %A[%i, 0] -> %As : G to S
                tile.copy %As -> %C[%i, 0] : S to G
                """)
            .plan()
            .inject()
            .quietly();
    // The index is loaded in front of the copy and, an iteration behind, of the store.
    assertThat(kernel.lines())
        .containsSubsequence(
            "scf.for %arg11 = %c0_5 to %c7 step %c1_6 {",
            "%4 = arith.addi %arg11, %c1_6 : index",
            "%5 = arith.muli %4, %c2 : index",
            "%6 = memref.load %arg4[%5] : memref<64xindex>",
            "pipeline.commit_group",
            "pipeline.wait_group 1",
            "%7 = arith.muli %arg11, %c2 : index",
            "%8 = memref.load %arg4[%7] : memref<64xindex>");
  }

  @Test
  void whatCanNotBeRepeatedNeedsAPlace() {
    Kernel kernel =
        Kernel.loop(
                2,
                """
                %n = memref.load %cnt[%c0] : memref<64xi32>
                memref.store %n, %cnt[%c0] {pipeline.stage = 0, pipeline.order = 0} : memref<64xi32>
                tile.copy %A[%j, %k] -> %As {pipeline.stage = 0, pipeline.order = 1} : G to S
                tile.copy %As -> %C[%j, %k] {pipeline.stage = 1, pipeline.order = 2} : S to G
                """)
            .inject();
    assertThat(kernel.messages(Severity.ERROR))
        .containsExactly(
            "'memref.load' op lacks 'pipeline.stage' and 'pipeline.order', but other operations of"
                + " the loop are scheduled, and it cannot be replayed safely");
  }

  @Test
  void aPlaceOfABindingThatServesSeveralStagesSaysNothing() {
    Kernel kernel =
        Kernel.loop(
                2,
                """
                %i = memref.load %ids[%k] {pipeline.stage = 0, pipeline.order = 7} : memref<64xindex>
                tile.copy %A[%i, 0] -> %As {pipeline.stage = 0, pipeline.order = 0} : G to S
                tile.copy %As -> %C[%i, 0] {pipeline.stage = 1, pipeline.order = 1} : S to G
                """)
            .inject();
    assertThat(kernel.messages(Severity.ERROR)).isEmpty();
    assertThat(kernel.messages(Severity.WARNING))
        .containsExactly(
            "'memref.load' has a place in the schedule, but is repeated in stages [0, 1], where its"
                + " result is needed");
    assertThat(kernel.all(ForOp.class)).isEmpty();
  }

  @Test
  void slotsAreCountedFromTheFirstIndex() {
    Kernel kernel =
        Kernel.of("pipeline.for %k = 5 to 13 stages(3) {" + A + B + GEMM + "}")
            .plan()
            .inject()
            .quietly();
    assertThat(kernel.lines())
        .containsSubsequence(
            "%0 = arith.addi %arg11, %c2_5 : index",
            "%1 = arith.addi %0, %c-5 : index",
            "%slot = pipeline.slot %1 {depth = 3 : i64}",
            "%2 = arith.addi %arg11, %c-5 : index",
            "%slot_7 = pipeline.slot %2 {depth = 3 : i64}");
    // The last two: iterations 11 and 12 are the seventh and eighth.
    assertThat(kernel.all(GemmOp.class).stream().map(g -> g.aRegion().offsets().getFirst()))
        .map(offset -> offset.constant())
        .containsExactly(null, 0L, 1L);
  }

  @Test
  void anUnknownNumberOfIterationsIsGuarded() {
    Kernel kernel =
        Kernel.of("pipeline.for %k = %lo to %hi stages(3) {" + A + B + GEMM + "}")
            .plan()
            .inject()
            .quietly();
    assertThat(kernel.all(IfOp.class)).hasSize(4);
    assertThat(waits(kernel)).containsExactly(2L, 1L, 0L);
    assertThat(kernel.all(SlotOp.class)).hasSize(4);
  }

  @Test
  void aConditionIsEvaluatedInTheIterationOfItsStatement() {
    Kernel kernel =
        Kernel.loop(
                2,
                """
                %g = arith.cmpi sgt, %k, %c1 : index
                scf.if %g { tile.copy %A[%j, %k] -> %As : G to S }
                scf.if %g { tile.copy %As -> %C[%j, %k] : S to G }
                """)
            .plan()
            .inject()
            .quietly();
    assertThat(versions(kernel)).containsExactly(2L);
    assertThat(kernel.lines())
        .containsSubsequence(
            "%2 = arith.addi %arg11, %c1_6 : index",
            "%3 = arith.cmpi sgt, %2, %c1 : index",
            "scf.if %3 {",
            "%4 = arith.cmpi sgt, %arg11, %c1 : index",
            "scf.if %4 {");
  }

  @Test
  void aBarrierThatTheLoopArrivesAtGetsASlotForEachIteration() {
    Kernel kernel =
        Kernel.loop(
                2,
                A
                    + """
                    %p = pipeline.parity %k {depth = 1}
                    barrier.arrive %mb[%c1] : !barrier.array<2>
                    barrier.wait %mb[%c1], %p : !barrier.array<2>
                    """
                    + OUT)
            .plan()
            .inject()
            .quietly();
    assertThat(kernel.text()).contains("%barrier = barrier.alloc [1, 128, 1, 128]");
    assertThat(kernel.all(WaitOp.class)).hasSize(2);
    assertThat(kernel.lines())
        .containsSubsequence(
            "%slot_9 = pipeline.slot %arg11 {depth = 2 : i64}",
            "%1 = arith.muli %slot_9, %c2_6 : index",
            "%2 = arith.addi %1, %c1_8 : index",
            "barrier.arrive %barrier[%2] : !barrier.array<4>",
            "%parity_11 = pipeline.parity %arg11 {depth = 2 : i64}",
            "barrier.wait %barrier[%4], %parity_11 : !barrier.array<4>",
            // Iteration 7: slot 1, and the fourth turn.
            "barrier.arrive %barrier[%c3] : !barrier.array<4>",
            "barrier.wait %barrier[%c3], %true_7 : !barrier.array<4>");
  }

  @Test
  void aParityThatBeginsOddStaysSo() {
    String loop =
        """
        %p = pipeline.parity %k {depth = 1, flipped}
        barrier.arrive %one[%c0] : !barrier.array<1>
        barrier.wait %one[%c0], %p : !barrier.array<1>
        """;
    Kernel kernel = Kernel.loop(2, A + loop + OUT).plan().inject().quietly();
    assertThat(kernel.text()).contains("{depth = 2 : i64, flipped}");
  }

  @Test
  void aBarrierThatTheLoopOnlyWaitsForStaysAsItIs() {
    Kernel kernel =
        Kernel.loop(
                2,
                A
                    + """
                    barrier.expect_tx %one[%c0], 16 : !barrier.array<1>
                    barrier.wait %one[%c0], %yes : !barrier.array<1>
                    """
                    + OUT)
            .plan()
            .inject()
            .quietly();
    assertThat(kernel.text()).contains("barrier.alloc [1]\n").doesNotContain("pipeline.parity");
  }

  @Test
  void copiesThatNobodyInTheLoopReadsAreWaitedForBehindIt() {
    Kernel kernel =
        Kernel.of(
                """
                pipeline.for %k = 0 to 8 stages(2) {
                  tile.copy %A[%j, %k] -> %As {pipeline.stage = 0, pipeline.order = 0,
                      pipeline.group = 0} : G to S
                  tile.fill %Cs, %hzero {pipeline.stage = 1, pipeline.order = 1} : S
                }
                tile.copy %As -> %C[0, 0] : S to G
                """)
            .inject()
            .quietly();
    // Each copy fills the place of the one before, so that it waits for that first.
    assertThat(waits(kernel)).containsExactly(0L, 0L, 0L);
    List<String> lines = kernel.lines();
    int wait = lines.lastIndexOf("pipeline.wait_group 0");
    assertThat(lines.get(wait + 1)).startsWith("tile.copy %shared -> %arg2[0, 0]");
  }

  @Test
  void copiesInALoopOfTheirOwnStayInOrder() {
    // Asynchronous, the copies of the inner loop could arrive in any order.
    Kernel kernel =
        Kernel.loop(
                1,
                """
                tile.copy %A[%j, %k] -> %As : G to S
                scf.for %i = %c0 to %c2 step %c1 {
                  tile.copy %B[%i, %k] -> %Bs : G to S
                }
                tile.gemm %As, %Bs, %acc {transpose_b} : S, S, memref<128x128xf32, "fragment">
                """)
            .plan()
            .inject();
    assertThat(kernel.all(AsyncCopyOp.class)).hasSize(2);
    assertThat(kernel.messages(Severity.REMARK)).hasSize(1);
  }

  @Test
  void anAsynchronousCopyOfTheProgramsCanBelongToAGroup() {
    Kernel kernel =
        Kernel.of(
                """
                pipeline.for %k = 0 to 4 stages(2) {
                  tile.async_copy %A[%j, %k] -> %As {pipeline.stage = 0, pipeline.order = 0,
                      pipeline.group = 0} : G to S
                  tile.copy %As -> %Cs {pipeline.stage = 1, pipeline.order = 1} : S to S
                }
                """)
            .inject()
            .quietly();
    assertThat(waits(kernel)).containsExactly(1L, 0L);
    assertThat(kernel.all(AsyncCopyOp.class)).hasSize(2);
  }

  @Test
  void copiesOfOneGroupThatOverlapAreCommittedApart() {
    Kernel kernel =
        Kernel.of(
                """
                pipeline.for %k = 0 to 4 stages(2) {
                  tile.copy %A[%j, %k] -> %As {pipeline.stage = 0, pipeline.order = 0,
                      pipeline.group = 0} : G to S
                  tile.copy %B[%j, %k] -> %As[0, 0][64, 32] {pipeline.stage = 0,
                      pipeline.order = 1, pipeline.group = 0} : G to S
                  tile.copy %As -> %Cs {pipeline.stage = 1, pipeline.order = 2} : S to S
                }
                """)
            .inject()
            .quietly();
    // The second copy waits for the first one; the reader, an iteration behind, for the second.
    assertThat(waits(kernel)).containsExactly(0L, 0L, 2L, 0L);
    assertThat(kernel.all(CommitGroupOp.class)).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0/0 | 1/0 | 'tile.copy' op cannot have the same order as another operation of the loop: 0",
        "1/0 | 0/1 | 'tile.copy' op is scheduled before an operation of the loop that it must follow",
        "0/1 | 0/0 | 'tile.copy' op is scheduled before an operation of the loop that it must follow",
      })
  void refuses(String first, String second, String message) {
    String[] one = first.strip().split("/");
    String[] two = second.strip().split("/");
    Kernel kernel =
        Kernel.loop(
                2,
                """
                tile.copy %%A[%%j, %%k] -> %%As {pipeline.stage = %s, pipeline.order = %s} : G to S
                tile.copy %%As -> %%C[%%j, %%k] {pipeline.stage = %s, pipeline.order = %s} : S to G
                """
                    .formatted(one[0], one[1], two[0], two[1]))
            .inject();
    assertThat(kernel.messages(Severity.ERROR)).containsExactly(message.strip());
    assertThat(kernel.all(ForOp.class)).hasSize(1);
  }

  @Test
  void aStageNeedsAnOrder() {
    Kernel kernel =
        Kernel.loop(
                2,
                """
                tile.copy %A[%j, %k] -> %As {pipeline.stage = 0} : G to S
                tile.copy %As -> %C[%j, %k] {pipeline.stage = 1, pipeline.order = 1} : S to G
                """)
            .inject();
    assertThat(kernel.messages(Severity.ERROR))
        .containsExactly(
            "'tile.copy' op lacks 'pipeline.order', but other operations of the loop are scheduled");
  }

  @Test
  void copiesOfSeveralStagesHaveNoCommonSequence() {
    Kernel kernel =
        Kernel.loop(
                3,
                """
                tile.copy %A[%j, %k] -> %As {pipeline.stage = 0, pipeline.order = 0,
                    pipeline.group = 0} : G to S
                tile.copy %B[%j, %k] -> %Bs {pipeline.stage = 1, pipeline.order = 1,
                    pipeline.group = 1} : G to S
                tile.gemm %As, %Bs, %acc {pipeline.stage = 2, pipeline.order = 2, transpose_b}
                    : S, S, memref<128x128xf32, "fragment">
                """)
            .inject();
    assertThat(kernel.messages(Severity.ERROR))
        .containsExactly(
            "'tile.gemm' op reads what asynchronous copies of 2 stages bring; one is possible");
  }

  @Test
  void anUnscheduledLoopIsLeftAlone() {
    Kernel kernel = Kernel.loop(3, A + B + GEMM);
    String before = kernel.text();
    assertThat(kernel.inject().quietly().text()).isEqualTo(before);
  }

  @Test
  void elementWiseCopiesBecomeAsynchronousOnes() {
    Kernel kernel =
        Kernel.loop(
                2,
                """
                tile.parallel (%r, %s) to (128, 32) {
                  %x = memref.load %A[%r, %s] : G
                  memref.store %x, %As[%r, %s] : S
                }
                """
                    + OUT)
            .plan()
            .inject()
            .quietly();
    assertThat(versions(kernel)).containsExactly(2L);
    assertThat(kernel.all(AsyncCopyOp.class)).hasSize(2);
  }

  @Test
  void elementWiseLoadsAndStoresMoveToVersionsToo() {
    Kernel kernel =
        Kernel.loop(
                2,
                """
                tile.parallel (%r, %s) to (128, 32) {
                  %x = memref.load %F[%r, %s] : memref<256x256xf32>
                  %y = arith.truncf %x : f32 to f16
                  memref.store %y, %As[%r, %s] : S
                }
                """
                    + OUT)
            .plan()
            .inject();
    assertThat(versions(kernel)).containsExactly(2L);
    assertThat(kernel.lines())
        .containsSubsequence(
            "%c0_7 = arith.constant 0 : index",
            "memref.store %1, %shared[%c0_7, %arg11, %arg12] : memref<2x128x32xf16, \"shared\">",
            "memref.store %2, %shared[%slot, %arg12, %arg13] : memref<2x128x32xf16, \"shared\">");
    assertThat(kernel.messages(Severity.REMARK)).hasSize(1);
  }
}
