// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.memory.Buffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Random programs of threads compute the same under every schedule. */
class RandomThreadsProperties {
  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void computeWhatTheyShould(@ForAll long seed) {
    var program = new RandomThreads(seed);
    String text = ThreadProgram.text(64, 1, program.lines());
    for (long schedule = 0; schedule < 3; schedule++) {
      Buffer out = ThreadProgram.room();
      Simulation.of(text, seed + schedule).run(out);
      assertThat(Data.values(out)).as(text).isEqualTo(program.expected());
    }
  }

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void failWithoutABarrierUnderEverySchedule(@ForAll long seed) {
    var program = new RandomThreads(seed);
    for (int line : program.barriers()) {
      String[] lines = program.lines();
      lines[line] = "";
      String text = ThreadProgram.text(64, 1, lines);
      for (long schedule = 0; schedule < 3; schedule++) {
        assertThat(Simulation.of(text, seed + schedule).fail(ThreadProgram.room()).message())
            .as(text)
            .containsPattern("is in a race|was never written");
      }
    }
  }
}
