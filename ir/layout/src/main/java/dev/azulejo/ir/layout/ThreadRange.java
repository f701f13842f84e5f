// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

/**
 * The threads of a block that a fragment is meant for: {@code begin} to below {@code end}. A
 * fragment's thread 0 is thread {@code begin} of the block.
 */
public record ThreadRange(long begin, long end) {

  /**
   * Threads {@code begin} to below {@code end}.
   *
   * @throws IllegalArgumentException if there are none, or {@code begin} is negative
   */
  public ThreadRange {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException("no threads are in " + begin + " to " + end);
    }
  }

  /** How many threads there are. */
  public long length() {
    return end - begin;
  }

  /** As fragments print it: {@code 0 to 128}. */
  @Override
  public String toString() {
    return begin + " to " + end;
  }
}
