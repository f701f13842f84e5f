// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

/** Where a regular expression and its groups matched: offsets into the searched text. */
public final class PosixMatch {
  private final int[] bounds;

  /** Takes ownership of {@code bounds}: start and end of the match, then of each group. */
  PosixMatch(int[] bounds) {
    this.bounds = bounds;
  }

  /** Offset of the first character of the match. */
  public int start() {
    return bounds[0];
  }

  /** Offset behind the last character of the match. */
  public int end() {
    return bounds[1];
  }

  /** Offset of the first character of a group (0 is the match), or -1 if it took no part. */
  public int start(int group) {
    return bounds[2 * group];
  }

  /** Offset behind the last character of a group (0 is the match), or -1 if it took no part. */
  public int end(int group) {
    return bounds[2 * group + 1];
  }
}
