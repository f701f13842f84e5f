// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import java.util.Arrays;

/** A rectangular piece of a buffer at run time. */
public final class Box {
  private final Buffer buffer;
  private final long[] offsets;
  private final long[] sizes;

  /**
   * A piece.
   *
   * @param buffer the buffer
   * @param offsets where it begins, one a dimension; not copied
   * @param sizes how far it goes, one a dimension; not copied
   */
  public Box(Buffer buffer, long[] offsets, long[] sizes) {
    this.buffer = buffer;
    this.offsets = offsets;
    this.sizes = sizes;
  }

  /** All of a buffer. */
  public static Box whole(Buffer buffer) {
    return new Box(buffer, new long[buffer.rank()], buffer.shape());
  }

  /** The buffer. */
  public Buffer buffer() {
    return buffer;
  }

  /** How many dimensions it has. */
  public int rank() {
    return offsets.length;
  }

  /** Where it begins in a dimension. */
  public long offset(int dimension) {
    return offsets[dimension];
  }

  /** How far it goes in a dimension. */
  public long size(int dimension) {
    return sizes[dimension];
  }

  /** How many elements it has; the greatest {@code long} where there are more. */
  public long count() {
    long count = 1;
    for (long size : sizes) {
      if (size <= 0) {
        return 0;
      }
      count = count > Long.MAX_VALUE / size ? Long.MAX_VALUE : count * size;
    }
    return count;
  }

  /** Do this and the other share an element that lies inside of their buffer? */
  public boolean overlaps(Box other) {
    if (!buffer.sharesMemoryWith(other.buffer)) {
      return false;
    }
    boolean comparable = offsets.length == other.offsets.length && buffer.hasShapeOf(other.buffer);
    if (!comparable) {
      return !isOutside() && !other.isOutside();
    }
    for (int i = 0; i < offsets.length; i++) {
      if (Math.max(first(i), other.first(i)) >= Math.min(end(i), other.end(i))) {
        return false;
      }
    }
    return true;
  }

  /** Is it the same piece of the same memory? */
  boolean isSame(Box other) {
    return buffer.sharesMemoryWith(other.buffer)
        && buffer.hasShapeOf(other.buffer)
        && Arrays.equals(offsets, other.offsets)
        && Arrays.equals(sizes, other.sizes);
  }

  /** Does it hold all of a piece of a buffer of its shape? */
  boolean covers(Box other) {
    for (int i = 0; i < offsets.length; i++) {
      if (first(i) > other.first(i) || end(i) < other.end(i)) {
        return false;
      }
    }
    return true;
  }

  /** Does it hold the element at a place of its buffer? */
  boolean contains(int element) {
    long[] indices = buffer.indices(element);
    for (int i = 0; i < offsets.length; i++) {
      if (indices[i] < first(i) || indices[i] >= end(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOutside() {
    for (int i = 0; i < offsets.length; i++) {
      if (first(i) >= end(i)) {
        return true;
      }
    }
    return false;
  }

  private long first(int dimension) {
    return Math.max(0, offsets[dimension]);
  }

  /** Behind the last index that lies inside of the buffer. */
  private long end(int dimension) {
    long room = buffer.shape(dimension);
    long offset = offsets[dimension];
    return offset >= room ? 0 : sizes[dimension] > room - offset ? room : offset + sizes[dimension];
  }

  /** Does it lie inside of its buffer? */
  public boolean isInBounds() {
    for (int i = 0; i < offsets.length; i++) {
      boolean inside = offsets[i] >= 0 && offsets[i] <= buffer.shape(i) - sizes[i];
      if (!inside || sizes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Its offsets, for a message. */
  public String describeOffsets() {
    return Arrays.toString(offsets);
  }

  /** Its offsets and sizes, for a message. */
  public String describe() {
    return Arrays.toString(offsets) + Arrays.toString(sizes);
  }
}
