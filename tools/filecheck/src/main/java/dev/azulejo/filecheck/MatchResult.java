// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.util.List;

/** How a search for a pattern ended. */
sealed interface MatchResult {
  /** It is there. */
  record Found(int start, int end, List<Capture> captures) implements MatchResult {}

  /** It is not there. */
  record NotFound() implements MatchResult {}

  /** The pattern can not be searched for. */
  record Invalid(List<Problem> problems) implements MatchResult {}

  /** The stretch of the input that a variable took. */
  record Capture(String name, int start, int end) {}

  /** What is wrong with a pattern, and where. */
  record Problem(Location location, String message) {}
}
