// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.access;

import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Value;
import java.util.Collections;
import java.util.List;

/**
 * A rectangular piece of a buffer: for each dimension an offset and a size. Without offsets and
 * sizes it is the whole buffer.
 *
 * @param buffer the memref, or the barrier array
 * @param offsets one a dimension, or none for the whole buffer
 * @param sizes one a dimension, {@link #UNKNOWN} where not known, or none for the whole buffer
 */
public record BufferRegion(Value buffer, List<Offset> offsets, List<Long> sizes)
    implements Access.Target {

  /** A size that is not known before the program runs. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  /** Copies the lists. */
  public BufferRegion {
    offsets = List.copyOf(offsets);
    sizes = List.copyOf(sizes);
    if (offsets.size() != sizes.size()) {
      throw new IllegalArgumentException("a region needs as many offsets as sizes");
    }
  }

  /** All of a buffer. */
  public static BufferRegion whole(Value buffer) {
    return new BufferRegion(buffer, List.of(), List.of());
  }

  /** One element of a buffer. */
  public static BufferRegion element(Value buffer, List<Offset> indices) {
    return new BufferRegion(buffer, indices, Collections.nCopies(indices.size(), 1L));
  }

  /** Is it all of its buffer? */
  public boolean isWhole() {
    return offsets.isEmpty();
  }

  /** The buffer itself, behind all views of it. */
  public Value root() {
    return rootOf(buffer);
  }

  /** The buffer behind all views that a value is. */
  public static Value rootOf(Value buffer) {
    Value root = buffer;
    while (root instanceof OpResult result && result.owner() instanceof ViewLike view) {
      root = view.viewSource(result);
    }
    return root;
  }

  /**
   * May this and the other region overlap? Only regions of the same buffer can, and only unless
   * some dimension's ranges are provably disjoint; bounds that can't be compared count as
   * overlapping, and so do different views of one buffer.
   */
  public boolean mayConflict(BufferRegion other) {
    if (root() != other.root()) {
      return false;
    }
    if (buffer != other.buffer
        || isWhole()
        || other.isWhole()
        || offsets.size() != other.offsets.size()) {
      return true;
    }
    for (int i = 0; i < offsets.size(); i++) {
      if (isDisjoint(i, other)) {
        return false;
      }
    }
    return true;
  }

  private boolean isDisjoint(int dimension, BufferRegion other) {
    Long begin = offsets.get(dimension).constant();
    Long otherBegin = other.offsets.get(dimension).constant();
    long size = sizes.get(dimension);
    long otherSize = other.sizes.get(dimension);
    if (size == 0 || otherSize == 0) {
      return true;
    }
    if (begin == null || otherBegin == null) {
      return false;
    }
    return (size != UNKNOWN && begin + size <= otherBegin)
        || (otherSize != UNKNOWN && otherBegin + otherSize <= begin);
  }
}
