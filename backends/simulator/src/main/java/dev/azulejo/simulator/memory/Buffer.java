// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A dense row-major array of elements. Elements are kept as their bits in a {@code long}. A buffer
 * may remember which elements have been written, so that reading another is found out.
 */
public final class Buffer {
  /** The most bytes that a buffer may have. */
  public static final long MAX_BYTES = 1L << 30;

  private final ElementType type;
  private final int elementSize;
  private final long[] shape;
  private final long[] strides;
  private final int count;
  private final Store store;

  private Buffer(ElementType type, long[] shape, Store store) {
    this.type = type;
    this.elementSize = type.byteSize();
    this.shape = shape.clone();
    this.strides = rowMajor(shape);
    this.count = store.byteCount() / elementSize;
    this.store = store;
  }

  /** Can there be a buffer of a type and shape: no dimension negative, and not too large? */
  public static boolean isPossible(ElementType type, long[] shape) {
    long most = MAX_BYTES / type.byteSize();
    long count = 1;
    for (long size : shape) {
      if (size < 0 || size > most) {
        return false;
      }
      count = size == 0 ? 0 : count > most / size ? most + 1 : count * size;
      if (count > most) {
        return false;
      }
    }
    return true;
  }

  /** A buffer with the elements of a tensor, all of them written. */
  public static Buffer of(Tensor tensor) {
    return new Buffer(tensor.type(), tensor.shape(), Store.of(tensor.toBytes()));
  }

  /** A buffer in which nothing has been written: NaN, or bytes of 0x5A for integers. */
  public static Buffer poisoned(ElementType type, long[] shape) {
    Store store = Store.poisoned(Math.toIntExact(count(shape)), type.byteSize(), type.poison());
    return new Buffer(type, shape, store);
  }

  /** Can the same memory be seen as elements of a type in a shape? */
  public boolean canBecome(ElementType otherType, long[] otherShape) {
    return isPossible(otherType, otherShape)
        && count(otherShape) * otherType.byteSize() == store.byteCount();
  }

  /** The same memory in another shape or of other elements; {@link #canBecome} holds. */
  public Buffer reshaped(ElementType otherType, long[] otherShape) {
    return new Buffer(otherType, otherShape, store);
  }

  /** The elements as a tensor. */
  public Tensor toTensor(String name) {
    Tensor tensor = new Tensor(name, type, shape);
    tensor.setBytes(store.toBytes());
    return tensor;
  }

  private static long count(long[] shape) {
    long count = 1;
    for (long size : shape) {
      count *= size;
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
    return count;
  }

  /** The accesses to the memory that are kept, or null where none are. */
  public @Nullable History history() {
    return store.history();
  }

  /** Keeps the accesses to the memory from here on. */
  public void watch(History history) {
    store.watch(history);
  }

  /** Is it the same memory? */
  public boolean sharesMemoryWith(Buffer other) {
    return store == other.store;
  }

  boolean hasShapeOf(Buffer other) {
    return type.byteSize() == other.type.byteSize() && Arrays.equals(shape, other.shape);
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

  /** The indices of the element at a place. */
  public long[] indices(int place) {
    long[] indices = new long[shape.length];
    long rest = place;
    for (int i = 0; i < indices.length; i++) {
      indices[i] = rest / strides[i];
      rest %= strides[i];
    }
    return indices;
  }

  /** The bits of an element. */
  public long bits(int place) {
    return store.get(place, elementSize);
  }

  /** Sets the bits of an element; those above its width are ignored. */
  public void setBits(int place, long bits) {
    store.set(place, elementSize, type.truncated(bits));
  }

  /** Has an element been written? */
  public boolean isWritten(int place) {
    return firstUnwritten(place, 1) < 0;
  }

  /** The first place in a run of elements that has not been written, or -1. */
  public int firstUnwritten(int place, int length) {
    return store.firstUnwritten(place, length, elementSize);
  }

  /** How many bytes its elements take. */
  public int byteCount() {
    return store.byteCount();
  }

  /** The bits of 1, 2, 4 or 8 bytes at a multiple of their number, whatever the elements are. */
  public long bytesAt(int offset, int size) {
    return store.get(offset / size, size);
  }

  /** Sets 1, 2, 4 or 8 bytes at a multiple of their number, whatever the elements are. */
  public void setBytesAt(int offset, int size, long bits) {
    store.set(offset / size, size, bits);
  }

  /** The offset of the first element of 1 byte in a run that has not been written, or -1. */
  public int firstUnwrittenByte(int offset, int length) {
    return store.firstUnwritten(offset, length, 1);
  }
}
