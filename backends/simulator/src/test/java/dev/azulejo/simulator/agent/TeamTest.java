// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Agents run one at a time, in an order that a seed fixes, and are gone behind the run. */
final class TeamTest {
  private final List<String> said = new ArrayList<>();
  private final List<Agent> agents = new ArrayList<>();

  private record Until(BooleanSupplier condition) implements Wait {
    @Override
    public boolean isOver() {
      return condition.getAsBoolean();
    }

    @Override
    public Location place() {
      return Location.unknown();
    }

    @Override
    public String describe() {
      return "waits for nothing";
    }
  }

  private void agent(Team team, Runnable body) {
    agents.add(
        team.addBlock(" of block " + agents.size(), agents.size())
            .begin(
                32,
                _ -> {
                  try {
                    body.run();
                  } finally {
                    said.add("gone");
                  }
                }));
  }

  private List<String> counting(long seed) {
    said.clear();
    agents.clear();
    Team team = new Team(new SplittableRandom(seed), false);
    for (int i = 0; i < 3; i++) {
      int number = i;
      agent(
          team,
          () -> {
            for (int k = 0; k < 20; k++) {
              said.add(number + "." + k);
              agents.get(number).mayPause();
            }
          });
    }
    team.run();
    return List.copyOf(said);
  }

  @Test
  void aSeedFixesTheOrder() {
    assertThat(counting(1)).hasSize(63).isEqualTo(counting(1)).isNotEqualTo(counting(2));
  }

  @Test
  void agentsWaitForWhatOthersDo() {
    Team team = new Team(new SplittableRandom(3), false);
    agent(team, () -> agents.get(0).await(new Until(() -> said.contains("done"))));
    agent(team, () -> said.add("done"));
    team.run();
    assertThat(said).containsExactly("done", "gone", "gone");
  }

  @Test
  void enginesWorkWhereNobodyElseCan() {
    Team team = new Team(new SplittableRandom(3), false);
    agent(
        team,
        () -> {
          team.land(() -> said.add("landed"));
          agents.get(0).await(new Until(() -> said.contains("landed")));
        });
    team.run();
    assertThat(said).containsExactly("landed", "gone");
  }

  @Test
  void allAreGoneBehindAFailure() {
    Team team = new Team(new SplittableRandom(3), false);
    for (int i = 0; i < 3; i++) {
      int number = i;
      agent(team, () -> agents.get(number).await(new Until(() -> false)));
    }
    assertThatThrownBy(team::run)
        .isInstanceOf(SimulationFailure.class)
        .hasMessage("deadlock: the block of block 0 waits for nothing, and nothing else runs");
    // Whoever had begun has come to its end; the others never begin.
    assertThat(said).hasSize(3).containsOnly("gone");
  }

  @Test
  void errorsOfAgentsAreErrorsOfTheRun() {
    Team team = new Team(new SplittableRandom(3), false);
    agent(
        team,
        () -> {
          throw new StackOverflowError();
        });
    agent(team, () -> agents.get(1).await(new Until(() -> false)));
    assertThatThrownBy(team::run).isInstanceOf(StackOverflowError.class);
  }
}
