// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import java.time.Duration;

/**
 * How one test ended.
 *
 * @param output what there is to show of it: what was executed, or why nothing was
 * @param attempts how often it ran
 */
public record TestResult(
    TestFile test, Outcome outcome, String output, Duration elapsed, int attempts) {

  static TestResult notRun(TestFile test, Outcome outcome, String why) {
    return new TestResult(test, outcome, why, Duration.ZERO, 0);
  }
}
