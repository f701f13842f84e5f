// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What guarded bodies become, and what planning and injection make of them. */
class BindingTest {
  private static final String GUARD = "%g = arith.cmpi sgt, %k, %c1 : index\n";
  private static final String IN = "tile.copy %A[%j, %k] -> %As : G to S\n";
  private static final String OUT = "tile.copy %As -> %C[%j, %k] : S to G\n";
  private static final String GATHER =
      """
      %i = memref.load %ids[%k] : memref<64xindex>
      tile.copy %A[%i, 0] -> %As : G to S
      """;
  private static final String COUNT =
      """
      %n = memref.load %cnt[%c0] : memref<64xi32>
      %m = arith.index_cast %n : i32 to index
      %g = arith.cmpi sgt, %m, %c1 : index
      """;

  private static String guarded(String body) {
    return "scf.if %g {\n" + body + "}\n";
  }

  /** The names of what stands in each condition of the loop, its end apart. */
  private static List<List<String>> guards(Kernel kernel) {
    List<List<String>> all = new ArrayList<>();
    for (IfOp guard : kernel.all(IfOp.class)) {
      List<String> names = new ArrayList<>();
      for (Operation op : guard.thenBlock()) {
        if (op != guard.thenYield()) {
          names.add(op.name());
        }
      }
      all.add(names);
    }
    return all;
  }

  @Test
  void aGuardedGatherIsOverlapped() {
    Kernel kernel = Kernel.loop(2, GUARD + guarded(GATHER + OUT)).bind();
    assertThat(guards(kernel))
        .containsExactly(List.of("memref.load", "tile.copy"), List.of("tile.copy"));
    assertThat(kernel.plan().quietly().schedule()).containsExactly("0/0", "1/1");
    assertThat(kernel.inject().quietly().all(ForOp.class)).isEmpty();
    assertThat(kernel.all(AllocOp.class)).anyMatch(alloc -> alloc.versions().isPresent());
  }

  @Test
  void withoutBindingTheGuardIsOneStatement() {
    Kernel kernel = Kernel.loop(2, GUARD + guarded(GATHER + OUT));
    assertThat(kernel.plan().quietly().schedule()).containsExactly("2/0");
  }

  @Test
  void bindingsThatAreNotRepeatedKeepWhatFollowsTogether() {
    Kernel kernel = Kernel.loop(2, GUARD + guarded(OUT + GATHER + OUT)).bind(false);
    assertThat(guards(kernel))
        .containsExactly(List.of("tile.copy"), List.of("memref.load", "tile.copy", "tile.copy"));
    String once = kernel.text();
    assertThat(kernel.bind(false).text()).isEqualTo(once);
  }

  @Test
  void aConditionThatIsLoadedFromWhatTheLoopLeavesAloneIsRepeatedInEachStage() {
    Kernel kernel = Kernel.loop(2, COUNT + guarded(IN + OUT)).bind().plan().quietly();
    assertThat(kernel.schedule()).containsExactly("0/0", "1/1");
    assertThat(kernel.all(LoadOp.class)).hasSize(1);
    // Once in front of the loop, twice in it, once behind it.
    assertThat(kernel.inject().quietly().all(LoadOp.class)).hasSize(4);
  }

  @Test
  void aConditionThatTheGuardedWriteIsEvaluatedOnceAndKeepsTheirStage() {
    String write = "memref.store %n, %cnt[%c0] : memref<64xi32>\n";
    Kernel kernel = Kernel.loop(2, COUNT + guarded(IN + OUT + write)).bind().quietly();
    assertThat(kernel.all(LoadOp.class)).hasSize(1);
    assertThat(kernel.all(IfOp.class)).hasSize(3);
    assertThat(kernel.plan().schedule()).containsExactly("2/0", "2/1", "2/2", "2/3");
    assertThat(kernel.messages(Severity.REMARK))
        .containsExactly(
            "not ahead of other iterations: its condition can't be evaluated again where the others"
                + " that share it run");
    assertThat(kernel.messages(Severity.ERROR)).isEmpty();
    assertThat(kernel.inject().all(LoadOp.class)).hasSize(1);
  }

  @Test
  void whatDoesNotShareTheConditionStillRunsAhead() {
    String write = "memref.store %n, %cnt[%c0] : memref<64xi32>\n";
    String other = "tile.copy %B[%j, %k] -> %Bs : G to S\ntile.copy %Bs -> %C[%k, %j] : S to G\n";
    Kernel kernel = Kernel.loop(2, COUNT + guarded(IN + OUT + write) + other).bind().plan();
    assertThat(kernel.schedule()).containsExactly("1/1", "1/2", "1/3", "1/4", "0/0 async 0", "1/5");
    assertThat(kernel.inject().messages(Severity.ERROR)).isEmpty();
  }

  @Test
  void conditionsWithinConditionsAreOverlapped() {
    String inner = "%d = arith.cmpi sgt, %k, %c2 : index\nscf.if %d {\n" + IN + OUT + "}\n";
    Kernel kernel = Kernel.loop(2, GUARD + guarded(inner)).bind().plan().quietly();
    assertThat(kernel.schedule()).containsExactly("0/0", "1/1");
    assertThat(kernel.inject().quietly().all(AllocOp.class))
        .anyMatch(alloc -> alloc.versions().isPresent());
  }

  @Test
  void aReaderOutsideOfTheInnerConditionMayReadWhatIsOlder() {
    String inner = "%d = arith.cmpi sgt, %k, %c2 : index\nscf.if %d {\n" + IN + "}\n" + OUT;
    Kernel kernel = Kernel.loop(2, GUARD + guarded(inner)).bind().plan();
    assertThat(kernel.all(ForOp.class)).isEmpty();
    assertThat(kernel.notes())
        .contains(
            "it has 1 version under this schedule: an iteration may read what an earlier one has"
                + " written");
  }

  @Test
  void aSecondTimeChangesNothing() {
    Kernel kernel = Kernel.loop(2, GUARD + guarded(GATHER + OUT)).bind().quietly();
    String once = kernel.text();
    assertThat(kernel.bind().quietly().text()).isEqualTo(once);
  }

  @Test
  void aGuardedStatementIsFoundWhereItWas() {
    Kernel kernel = Kernel.loop(2, GUARD + guarded(IN + OUT)).bind();
    for (IfOp guard : kernel.all(IfOp.class)) {
      Operation first = guard.thenBlock().first();
      assertThat(first).isNotNull();
      assertThat(guard.location()).isEqualTo(first.location());
    }
  }
}
