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

/** The law of schedules of roles: one that is not refused computes what the launch does. */
final class ScheduledProperties {

  @Property(seed = "20261129", tries = 150, edgeCases = EdgeCasesMode.NONE)
  void aScheduleOfRolesIsRefusedOrRight(
      @ForAll @IntRange(max = 6) int trips,
      @ForAll long seed,
      @ForAll @IntRange(max = 1000) int order) {
    String text = new ScheduledProgram(trips, seed).text();
    Ran pass =
        Ran.call(
            new TileOpt(),
            Path.of(""),
            text,
            "--target=sm_90a",
            "--pass=materialize-ws-schedule",
            "--remarks=hide");
    boolean isRefused = pass.status() != 0;
    Statistics.label("carried out")
        .collect(!isRefused)
        .coverage(coverage -> coverage.check(true).percentage(percent -> percent > 40));
    Statistics.label("would hang")
        .collect(pass.err().contains("waits for ever"))
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
    if (isRefused) {
      assertThat(pass.err()).as("%s", text).contains("<stdin>:").contains(": error: ");
      assertThat(pass.err()).as("%s", text).doesNotContain("bug of the compiler");
      return;
    }
    Statistics.label("late")
        .collect(text.contains("stage("))
        .coverage(coverage -> coverage.check(true).percentage(percent -> percent > 20));
    Ran ran = Ran.of(pass.out(), "-", "--compare=bits", "--schedule-seed=" + order, "--repeat=3");
    assertThat(ran.status()).as("%s\n%s", pass.out(), ran.err()).isZero();
    assertThat(ran.out()).contains("arg2: bit-exact with @plain").contains("arg3: bit-exact with");
  }
}
