// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import dev.azulejo.simulator.data.ElementType;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A dense row-major array of elements. Elements are kept as their bits in a {@code long}. A buffer
 * may remember which elements have been written, so that reading another is found out.
 */
public final class Buffer {
  private final ElementType type;
  private final long[] shape;
  private final long[] strides;
  private final Store store;
  private final @Nullable BitSet written;

  private Buffer(ElementType type, long[] shape, Store store, @Nullable BitSet written) {
    this.type = type;
    this.shape = shape.clone();
    this.strides = rowMajor(shape);
    this.store = store;
    this.written = written;
  }

  /** A buffer in which everything has been written. */
  public static Buffer initialized(ElementType type, long[] shape) {
    return new Buffer(type, shape, Store.of(type, count(shape)), null);
  }

  /** A buffer in which nothing has been written: NaN, or bytes of 0x5A for integers. */
  public static Buffer poisoned(ElementType type, long[] shape) {
    Buffer buffer =
        new Buffer(type, shape, Store.of(type, count(shape)), new BitSet((int) count(shape)));
    buffer.store.fill(type.poison());
    return buffer;
  }

  /** The same memory in another shape, of elements as wide. */
  public Buffer reshaped(ElementType otherType, long[] otherShape) {
    return new Buffer(otherType, otherShape, store, written);
  }

  private static long count(long[] shape) {
    long count = 1;
    for (long size : shape) {
      count = Math.multiplyExact(count, size);
    }
    return count;
  }

  private static long[] rowMajor(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return strides;
  }

  /** The type of its elements. */
  public ElementType type() {
    return type;
  }

  /** How many dimensions it has. */
  public int rank() {
    return shape.length;
  }

  /** One dimension. */
  public long shape(int dimension) {
    return shape[dimension];
  }

  /** All dimensions. */
  public long[] shape() {
    return shape.clone();
  }

  /** The distance of neighbours in a dimension, in elements. */
  public long stride(int dimension) {
    return strides[dimension];
  }

  /** How many elements it has. */
  public int count() {
    return store.size();
  }

  boolean sharesMemoryWith(Buffer other) {
    return store == other.store;
  }

  boolean hasShapeOf(Buffer other) {
    return Arrays.equals(shape, other.shape);
  }

  /** The place of an element, or -1 where it lies outside. */
  public int place(long[] indices) {
    long place = 0;
    for (int i = 0; i < shape.length; i++) {
      long index = indices[i];
      if (index < 0 || index >= shape[i]) {
        return -1;
      }
      place += index * strides[i];
    }
    return (int) place;
  }

  /** The bits of an element. */
  public long bits(int place) {
    return store.get(place);
  }

  /** Sets the bits of an element. */
  public void setBits(int place, long bits) {
    store.set(place, bits);
    if (written != null) {
      written.set(place);
    }
  }

  /** Has an element been written? */
  public boolean isWritten(int place) {
    return written == null || written.get(place);
  }

  /** The first place in a run of elements that has not been written, or -1. */
  public int firstUnwritten(int place, int length) {
    if (written == null) {
      return -1;
    }
    int clear = written.nextClearBit(place);
    return clear < place + length ? clear : -1;
  }
}
