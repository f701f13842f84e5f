// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

import java.util.List;

/**
 * What one test file asks for.
 *
 * @param steps lines for the shell and definitions, in the order of the file
 * @param requires conditions that must all hold, or the test is unsupported
 * @param unsupported conditions of which none may hold, or the test is unsupported
 * @param expectedFailures conditions of which any makes failure the expected outcome
 * @param retries how often a failing test is run again
 */
public record TestScript(
    List<Step> steps,
    List<Condition> requires,
    List<Condition> unsupported,
    List<Condition> expectedFailures,
    int retries) {

  /** Copies the lists. */
  public TestScript {
    steps = List.copyOf(steps);
    requires = List.copyOf(requires);
    unsupported = List.copyOf(unsupported);
    expectedFailures = List.copyOf(expectedFailures);
  }

  /** True where there is anything to run. */
  public boolean hasRunLines() {
    return steps.stream().anyMatch(Step.Run.class::isInstance);
  }
}
