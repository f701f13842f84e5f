// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A named dense row-major array of elements in bytes, the least significant first, between two runs
 * of {@value #GUARD} guard elements that nobody should touch. Elements are addressed by their
 * row-major number.
 */
public final class Tensor {
  /** How many guard elements stand on either side. */
  public static final int GUARD = 256;

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final String name;
  private final ElementType type;
  private final long[] shape;
  private final int count;
  private final byte[] bytes;

  /**
   * A tensor of zero bits.
   *
   * @throws IllegalArgumentException if a dimension is negative or the data exceed two gigabytes
   */
  public Tensor(String name, ElementType type, long... shape) {
    this.name = name;
    this.type = type;
    this.shape = shape.clone();
    this.count = count(type, shape);
    this.bytes = new byte[(count + 2 * GUARD) * type.byteSize()];
    fillRaw(0, GUARD, type.poison());
    fillRaw(GUARD + count, GUARD, type.poison());
  }

  private static int count(ElementType type, long[] shape) {
    long most = (long) Integer.MAX_VALUE / type.byteSize() - 3 * GUARD;
    long count = 1;
    boolean empty = false;
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("dimension " + size + " is negative");
      }
      empty |= size == 0;
      count = size == 0 || count > most / size ? most + 1 : count * size;
    }
    if (!empty && count > most) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape) + " of " + type.keyword() + " exceeds two gigabytes");
    }
    return empty ? 0 : (int) count;
  }

  /** The name, for messages. */
  public String name() {
    return name;
  }

  /** The type of the elements. */
  public ElementType type() {
    return type;
  }

  /** The dimensions. */
  public long[] shape() {
    return shape.clone();
  }

  /** The number of dimensions. */
  public int rank() {
    return shape.length;
  }

  /** The number of elements. */
  public int count() {
    return count;
  }

  /** Whether another tensor has the same dimensions. */
  public boolean hasShapeOf(Tensor other) {
    return Arrays.equals(shape, other.shape);
  }

  /** The bits of an element; those above its width are zero. */
  public long bits(int element) {
    return raw(GUARD + checked(element));
  }

  /** Sets the bits of an element; those above its width are ignored. */
  public void setBits(int element, long bits) {
    setRaw(GUARD + checked(element), type.truncated(bits));
  }

  /** The number that an element holds, see {@link ElementType#value(long)}. */
  public double value(int element) {
    return type.value(bits(element));
  }

  /** Sets an element to a number, rounded once. */
  public void setValue(int element, double value) {
    setBits(element, type.bits(value));
  }

  /** The indices of an element in all dimensions. */
  public long[] indices(int element) {
    long[] indices = new long[shape.length];
    long rest = checked(element);
    for (int i = shape.length - 1; i >= 0; i--) {
      indices[i] = rest % shape[i];
      rest /= shape[i];
    }
    return indices;
  }

  /** The row-major number of the element at some indices. */
  public int element(long... indices) {
    if (indices.length != shape.length) {
      throw new IndexOutOfBoundsException(indices.length + " indices of " + shape.length);
    }
    long element = 0;
    for (int i = 0; i < shape.length; i++) {
      if (indices[i] < 0 || indices[i] >= shape[i]) {
        throw new IndexOutOfBoundsException(
            Arrays.toString(indices) + " in " + Arrays.toString(shape));
      }
      element = element * shape[i] + indices[i];
    }
    return (int) element;
  }

  /** The elements' bytes in a new array, without guards. */
  public byte[] toBytes() {
    int size = type.byteSize();
    return Arrays.copyOfRange(bytes, GUARD * size, (GUARD + count) * size);
  }

  /**
   * Sets all elements from bytes, the least significant byte of each first.
   *
   * @throws IllegalArgumentException if there are more or fewer bytes than the elements have
   */
  public void setBytes(byte[] data) {
    int size = type.byteSize();
    if (data.length != count * size) {
      throw new IllegalArgumentException(data.length + " bytes for " + count * size);
    }
    System.arraycopy(data, 0, bytes, GUARD * size, data.length);
  }

  /** Fills the elements with a sentinel that is no plausible result. */
  public void poison() {
    fillRaw(GUARD, count, type.poison());
  }

  /** The number of elements that hold the sentinel. */
  public int poisoned() {
    int poisoned = 0;
    for (int i = 0; i < count; i++) {
      poisoned += bits(i) == type.poison() ? 1 : 0;
    }
    return poisoned;
  }

  /**
   * The first guard element that has been overwritten, as a distance from the elements: -1 stands
   * right before the first of them, {@code count()} right behind the last.
   */
  public OptionalInt brokenGuard() {
    for (int i = 0; i < GUARD; i++) {
      if (raw(i) != type.poison()) {
        return OptionalInt.of(i - GUARD);
      }
    }
    for (int i = count; i < count + GUARD; i++) {
      if (raw(GUARD + i) != type.poison()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The bits at a distance from the first element that may reach into the guards, for who models a
   * device's memory.
   *
   * @throws IndexOutOfBoundsException beyond the guards
   */
  public long bitsAround(int distance) {
    return raw(GUARD + distance);
  }

  /** Sets what {@link #bitsAround(int)} reads. */
  public void setBitsAround(int distance, long bits) {
    setRaw(GUARD + distance, type.truncated(bits));
  }

  /** A tensor of another type with this one's numbers, each rounded once. */
  public Tensor converted(ElementType to) {
    Tensor result = new Tensor(name, to, shape);
    for (int i = 0; i < count; i++) {
      long bits = bits(i);
      result.setBits(i, type.isFloat() ? to.bits(type.value(bits)) : to.bits(type.integer(bits)));
    }
    return result;
  }

  private int checked(int element) {
    if (element < 0 || element >= count) {
      throw new IndexOutOfBoundsException("element " + element + " of " + count);
    }
    return element;
  }

  private long raw(int place) {
    return switch (type.byteSize()) {
      case 1 -> bytes[place] & 0xFFL;
      case 2 -> (short) SHORT.get(bytes, place * 2) & 0xFFFFL;
      case 4 -> (int) INT.get(bytes, place * 4) & 0xFFFFFFFFL;
      default -> (long) LONG.get(bytes, place * 8);
    };
  }

  private void setRaw(int place, long bits) {
    switch (type.byteSize()) {
      case 1 -> bytes[place] = (byte) bits;
      case 2 -> SHORT.set(bytes, place * 2, (short) bits);
      case 4 -> INT.set(bytes, place * 4, (int) bits);
      default -> LONG.set(bytes, place * 8, bits);
    }
  }

  private void fillRaw(int place, int length, long bits) {
    for (int i = 0; i < length; i++) {
      setRaw(place + i, bits);
    }
  }
}
