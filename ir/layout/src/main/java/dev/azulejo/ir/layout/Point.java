// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import java.util.Arrays;

/** The coordinates of one element. */
public final class Point {
  private final long[] coordinates;

  private Point(long[] coordinates) {
    this.coordinates = coordinates;
  }

  /** A point of these coordinates. */
  public static Point of(long... coordinates) {
    return new Point(coordinates.clone());
  }

  /** How many coordinates there are. */
  public int rank() {
    return coordinates.length;
  }

  /** One coordinate. */
  public long at(int dimension) {
    return coordinates[dimension];
  }

  /** The coordinates. */
  public long[] toArray() {
    return coordinates.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Point point && Arrays.equals(coordinates, point.coordinates);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coordinates);
  }

  /** As it stands in messages: {@code (3, 4)}. */
  @Override
  public String toString() {
    String list = Arrays.toString(coordinates);
    return "(" + list.substring(1, list.length() - 1) + ")";
  }
}
