// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

/**
 * A point of time in an overlapped loop, {@code base + offset}: at it, the statement of stage
 * {@code s} runs iteration {@code base + offset - s}.
 *
 * @param part which part of the emitted code it belongs to
 * @param offset the distance from the part's base
 */
record Moment(Part part, long offset) {
  /** The three parts of the emitted code, by what their moments are measured from. */
  enum Part {
    /** From the loop's first index. */
    PROLOGUE,
    /** From the index of the steady loop. */
    STEADY,
    /** From behind the loop's last index. */
    EPILOGUE
  }

  /** The distance of the iteration that a statement of a stage runs now from the part's base. */
  long iteration(long stage) {
    return offset - stage;
  }
}
