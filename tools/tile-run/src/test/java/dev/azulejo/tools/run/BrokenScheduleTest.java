// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipelined loops that are right are run; one mistake in them is found, whatever the seed. */
final class BrokenScheduleTest {
  private static final int SEEDS = 5;

  /** Four iterations of three stages: waits for 2 groups, 1 and 0. */
  private static final String GEMM = Ran.pipelined(GemmText.small().text());

  private static final String RACE =
      """
      <stdin>:[0-9]+:[0-9]+: error: race: (reads what an asynchronous copy is still bringing\
      |writes what an asynchronous copy is still using)
      .*(tile\\.gemm|tile\\.async_copy).*
       +\\^
      <stdin>:[0-9]+:[0-9]+: note: the copy began here, and no wait covers it yet
      .*tile\\.async_copy.*
       +\\^
      """;

  private static void assertRace(String program) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Ran ran = Ran.of(program, "-", "--schedule-seed=" + seed);
      assertThat(ran.status()).as(program).isEqualTo(1);
      assertThat(ran.err()).as(program).matches(RACE);
    }
  }

  @Test
  void theScheduleAsItIsIsRight() {
    assertThat(GEMM).contains("pipeline.wait_group 2", "versions(3)", "depth = 3 : i64}");
    assertThat(Ran.of(GEMM, "-", "--repeat=5").out()).contains("bit-exact");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aWaitForOneGroupLessIsARace(int count) {
    String wait = "pipeline.wait_group " + count + "\n";
    assertThat(GEMM).containsOnlyOnce(wait);
    assertRace(GEMM.replace(wait, "pipeline.wait_group " + (count + 1) + "\n"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aMissingWaitIsARace(int count) {
    String wait = "pipeline.wait_group " + count + "\n";
    assertRace(GEMM.replace(wait, "\n"));
  }

  @Test
  void aWaitForMoreThanIsNeededIsRight() {
    String program = GEMM.replaceAll("wait_group [0-9]+", "wait_group 0");
    assertThat(Ran.of(program, "-", "--repeat=5").out()).contains("bit-exact");
  }

  @Test
  void aDroppedVersionIsARace() {
    String program =
        GEMM.replace("versions(3)", "versions(2)")
            .replace("memref<3x16x8x", "memref<2x16x8x")
            .replace("depth = 3 : i64}\n", "depth = 2 : i64}\n")
            .replace("[2, 0, 0]", "[0, 0, 0]");
    assertRace(program);
  }

  @Test
  void aCommitTooFewIsARace() {
    Matcher commit = Pattern.compile("pipeline\\.commit_group\n").matcher(GEMM);
    StringBuilder without = new StringBuilder();
    assertThat(commit.find()).isTrue();
    commit.appendReplacement(without, "\n");
    commit.appendTail(without);
    assertRace(without.toString());
  }

  @Test
  void aSlotTooEarlyIsAWrongAnswer() {
    // The product takes the slot of the iteration before: its data are there, but of no use.
    Pattern use =
        Pattern.compile(
            "(%slot_[0-9]+) = pipeline\\.slot (%[a-z0-9]+) \\{depth = 3 : i64}\n *tile");
    Matcher matcher = use.matcher(GEMM);
    assertThat(matcher.find()).isTrue();
    String program =
        GEMM.substring(0, matcher.start())
            + "%two = arith.constant 2 : index\n%late = arith.addi "
            + matcher.group(2)
            + ", %two : index\n"
            + matcher.group().replace(matcher.group(2) + " {", "%late {")
            + GEMM.substring(matcher.end());
    Ran ran = Ran.of(program, "-");
    assertThat(ran.status()).as(program).isEqualTo(1);
    assertThat(ran.err()).containsAnyOf("error: race: ", "differs from @gemm_reference");
  }
}
