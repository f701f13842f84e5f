// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.Buffer;

/**
 * Walks over a piece of a buffer row by row. Of a row that sticks out, the part inside is between
 * {@link #firstInside} and {@link #endInside}.
 */
final class Rows {
  private final Buffer buffer;
  private final long[] offsets;
  private final long[] sizes;
  private final long[] indices;
  private final int last;
  private boolean started;
  private long place;
  private boolean inside;

  Rows(Box box) {
    buffer = box.buffer();
    offsets = new long[box.rank()];
    sizes = new long[box.rank()];
    for (int i = 0; i < sizes.length; i++) {
      offsets[i] = box.offset(i);
      sizes[i] = box.size(i);
    }
    last = sizes.length - 1;
    indices = new long[Math.max(last, 0)];
  }

  /** Goes to the next row, if there is one. */
  boolean next() {
    if (!started) {
      started = true;
      if (hasNoElements()) {
        return false;
      }
    } else if (!advance()) {
      return false;
    }
    locate();
    return true;
  }

  private boolean hasNoElements() {
    for (long size : sizes) {
      if (size <= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean advance() {
    for (int i = indices.length - 1; i >= 0; i--) {
      if (++indices[i] < sizes[i]) {
        return true;
      }
      indices[i] = 0;
    }
    return false;
  }

  private void locate() {
    place = 0;
    inside = true;
    for (int i = 0; i < indices.length; i++) {
      long index = offsets[i] + indices[i];
      inside &= index >= 0 && index < buffer.shape(i);
      place += index * buffer.stride(i);
    }
    if (last >= 0) {
      place += offsets[last];
    }
  }

  /** Where the row begins; meaningful for its elements inside. */
  int place() {
    return (int) place;
  }

  /** How many elements the row has. */
  int length() {
    return last < 0 ? 1 : (int) sizes[last];
  }

  /** The first of its elements that lies inside of the buffer. */
  int firstInside() {
    if (last < 0) {
      return 0;
    }
    return (int) Math.clamp(-offsets[last], 0L, sizes[last]);
  }

  /** The element behind the last that lies inside of the buffer. */
  int endInside() {
    if (!inside) {
      return firstInside();
    }
    if (last < 0) {
      return 1;
    }
    long end = Math.min(sizes[last], buffer.shape(last) - offsets[last]);
    return (int) Math.max(end, firstInside());
  }
}
