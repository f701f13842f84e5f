// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.tools.opt.TileOpt;
import java.nio.file.Path;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Inference gives every buffer a layout or says where none fits, and changes no result. */
final class LaidOutProperties {
  private static Ran infer(String text) {
    return Ran.call(new TileOpt(), Path.of(""), text, "--pass=layout-inference", "--remarks=hide");
  }

  @Property(seed = "20261128", tries = 100, edgeCases = EdgeCasesMode.NONE)
  void programsWithLayoutsDoWhatTheyDidWithout(
      @ForAll @IntRange(max = 4) int stages,
      @ForAll @IntRange(max = 5) int trips,
      @ForAll long seed,
      @ForAll @IntRange(max = 1000) int schedule) {
    String text = new PipelinedProgram(trips, seed).text(stages);
    Ran pipelined = Ran.pipelining(text);
    Statistics.label("refused by pipelining").collect(pipelined.status() != 0);
    if (pipelined.status() != 0) {
      return;
    }
    Ran passes = infer(pipelined.out());
    assertThat(passes.status()).as("%s\n%s", pipelined.out(), passes.err()).isZero();
    assertThat(passes.out().lines().filter(LaidOutProperties::wantsLayout))
        .as("%s", passes.out())
        .isNotEmpty()
        .allMatch(line -> line.contains("layout = #layout"));
    Ran ran =
        Ran.of(passes.out(), "-", "--compare=bits", "--schedule-seed=" + schedule, "--repeat=2");
    assertThat(ran.status()).as("%s\n%s", passes.out(), ran.err()).isZero();
    assertThat(ran.out()).contains("arg5: bit-exact with @plain").contains("arg6: bit-exact with");
    Statistics.label("refused by pipelining")
        .coverage(coverage -> coverage.check(false).percentage(percent -> percent > 80));
  }

  private static boolean wantsLayout(String line) {
    return line.contains("tile.alloc") && !line.contains("\"local\"");
  }

  /** Sizes that matrix instructions take, and some that they don't. */
  @Property(seed = "20261128", tries = 100, edgeCases = EdgeCasesMode.NONE)
  void matrixProductsStayBitExact(
      @ForAll @IntRange(min = 1, max = 3) int stages,
      @ForAll @IntRange(min = 1, max = 3) int rows,
      @ForAll @IntRange(min = 1, max = 3) int columns,
      @ForAll boolean brain) {
    String type = brain ? "bf16" : "f16";
    String text =
        GemmText.small()
            .withTypes(type, type)
            .withSizes(16 * rows, 16 * columns, 32)
            .withStages(stages)
            .text();
    Ran passes = infer(Ran.pipelined(text));
    assertThat(passes.status()).as("%s", passes.err()).isZero();
    Ran ran = Ran.of(passes.out(), "-");
    assertThat(ran.status()).as("%s\n%s", passes.out(), ran.err()).isZero();
    assertThat(ran.out()).contains(": bit-exact with @gemm_reference (exact, ");
  }
}
