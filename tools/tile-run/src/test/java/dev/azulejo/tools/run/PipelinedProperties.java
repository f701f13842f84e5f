// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** The law of schedules: a program gives the same results pipelined and in a plain loop. */
final class PipelinedProperties {
  /** Trip counts around the number of stages. */
  private static int trips(int choice, int stages) {
    return Math.max(
        0,
        switch (choice) {
          case 0 -> 0;
          case 1 -> 1;
          case 2 -> 2;
          case 3 -> stages - 1;
          case 4 -> stages;
          case 5 -> stages + 1;
          default -> 2 * stages + 1;
        });
  }

  @Property(seed = "20261128", tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aPipelinedLoopDoesWhatThePlainOneDoes(
      @ForAll @IntRange(max = 4) int stages,
      @ForAll @IntRange(max = 6) int choice,
      @ForAll long seed,
      @ForAll @IntRange(max = 1000) int schedule) {
    String text = new PipelinedProgram(trips(choice, stages), seed).text(stages);
    check(text, schedule);
  }

  private static void check(String text, int schedule) {
    Ran passes = Ran.pipelining(text);
    Statistics.label("refused").collect(passes.status() != 0);
    if (passes.status() != 0) {
      // A loop may be refused, with its place; it may not be done wrong.
      assertThat(passes.err()).as("%s", text).contains("<stdin>:").contains(": error: ");
      return;
    }
    String pipelined = passes.out();
    Ran ran = Ran.of(pipelined, "-", "--compare=bits", "--schedule-seed=" + schedule, "--repeat=3");
    assertThat(ran.status()).as("%s\n%s", pipelined, ran.err()).isZero();
    assertThat(ran.out()).contains("arg5: bit-exact with @plain").contains("arg6: bit-exact with");
    Statistics.label("overlapped")
        .collect(pipelined.contains("versions("))
        .coverage(coverage -> coverage.check(true).percentage(percent -> percent > 30));
    Statistics.label("asynchronous")
        .collect(pipelined.contains("tile.async_copy"))
        .coverage(coverage -> coverage.check(true).percentage(percent -> percent > 30));
  }

  @Property(seed = "20261128", tries = 600, edgeCases = EdgeCasesMode.NONE)
  void aScheduleThatIsGivenIsRefusedOrRight(
      @ForAll @IntRange(max = 4) int stages,
      @ForAll @IntRange(max = 6) int choice,
      @ForAll long seed,
      @ForAll long drawn,
      @ForAll @IntRange(max = 1000) int schedule) {
    String text = new PipelinedProgram(trips(choice, stages), seed).scheduled(stages, drawn);
    check(text, schedule);
  }

  @Property(seed = "20261128", tries = 100)
  void aMatrixProductIsBitExactWhateverItsStages(
      @ForAll @IntRange(max = 4) int stages,
      @ForAll @IntRange(max = 6) int choice,
      @ForAll @IntRange(min = 1, max = 20) int rows,
      @ForAll @IntRange(min = 1, max = 20) int columns,
      @ForAll @IntRange(max = 7) int missing,
      @ForAll boolean brain,
      @ForAll @IntRange(max = 1000) int schedule) {
    String type = brain ? "bf16" : "f16";
    int depth = Math.max(1, trips(choice, stages) * 8 - missing);
    String text =
        GemmText.small()
            .withTypes(type, type)
            .withSizes(rows, columns, depth)
            .withStages(stages)
            .text();
    for (String program : new String[] {text, Ran.pipelined(text)}) {
      Ran ran = Ran.of(program, "-", "--schedule-seed=" + schedule, "--repeat=2");
      assertThat(ran.status()).as("%s\n%s", program, ran.err()).isZero();
      assertThat(ran.out()).contains(": bit-exact with @gemm_reference (exact, ");
    }
  }
}
