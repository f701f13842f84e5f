// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import java.util.Arrays;

/**
 * A rectangular piece of a buffer at run time.
 *
 * @param buffer the buffer
 * @param offsets where it begins, one a dimension
 * @param sizes how far it goes, one a dimension
 */
public record Box(Buffer buffer, long[] offsets, long[] sizes) {

  /** How many elements it has. */
  public long count() {
    long count = 1;
    for (long size : sizes) {
      count *= size;
    }
    return count;
  }

  /** Do this and the other share an element? */
  public boolean overlaps(Box other) {
    if (!buffer.sharesMemoryWith(other.buffer)) {
      return false;
    }
    if (offsets.length != other.offsets.length || !buffer.hasShapeOf(other.buffer)) {
      return true;
    }
    for (int i = 0; i < offsets.length; i++) {
      boolean apart =
          offsets[i] + sizes[i] <= other.offsets[i]
              || other.offsets[i] + other.sizes[i] <= offsets[i];
      if (apart) {
        return false;
      }
    }
    return true;
  }

  /** Does it lie inside of its buffer? */
  public boolean isInBounds() {
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] < 0 || offsets[i] + sizes[i] > buffer.shape(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first element that lies outside of the buffer, for a message. */
  public String describe() {
    return Arrays.toString(offsets) + Arrays.toString(sizes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Box box
        && buffer == box.buffer
        && Arrays.equals(offsets, box.offsets)
        && Arrays.equals(sizes, box.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(offsets) * 31 + Arrays.hashCode(sizes);
  }
}
