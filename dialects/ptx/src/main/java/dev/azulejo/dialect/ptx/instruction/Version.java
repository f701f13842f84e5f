// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.instruction;

import java.util.Comparator;

/** A version of the PTX language, such as 7.8. */
public record Version(int major, int minor) implements Comparable<Version> {
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major).thenComparingInt(Version::minor);

  /** The version of a number in tenths: 78 stands for 7.8. */
  public static Version of(int tenths) {
    return new Version(tenths / 10, tenths % 10);
  }

  /** The later of the two. */
  public Version max(Version other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
