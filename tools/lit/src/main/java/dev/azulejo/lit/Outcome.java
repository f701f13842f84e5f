// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

/** How a test can end, in the order in which totals list them. */
public enum Outcome {
  /** Left out by a filter. */
  EXCLUDED("Excluded", false),
  /** Not run, for the run ended before. */
  SKIPPED("Skipped", false),
  /** Asks for what is not there. */
  UNSUPPORTED("Unsupported", false),
  /** All went well. */
  PASS("Passed", false),
  /** All went well, but not at the first attempt. */
  FLAKYPASS("Passed With Retry", false),
  /** Failed, as it said it would. */
  XFAIL("Expectedly Failed", false),
  /** Can not be understood. */
  UNRESOLVED("Unresolved", true),
  /** Did not end in time. */
  TIMEOUT("Timed Out", true),
  /** A command failed. */
  FAIL("Failed", true),
  /** All went well, though it said that it would fail. */
  XPASS("Unexpectedly Passed", true);

  private final String label;
  private final boolean failure;

  Outcome(String label, boolean failure) {
    this.label = label;
    this.failure = failure;
  }

  /** What totals call it. */
  public String label() {
    return label;
  }

  /** True where it makes the run fail. */
  public boolean isFailure() {
    return failure;
  }
}
