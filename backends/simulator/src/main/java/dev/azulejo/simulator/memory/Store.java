// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that buffers see as elements, the least significant byte of each first, and which of them
 * have been written. Elements are addressed by their number and their size in bytes: 1, 2, 4 or 8.
 */
final class Store {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;

  /** A bit a byte; null where everything counts as written. */
  private final long @Nullable [] written;

  private @Nullable History history;

  private Store(byte[] bytes, long @Nullable [] written) {
    this.bytes = bytes;
    this.written = written;
  }

  /** Bytes that count as written. */
  static Store of(byte[] bytes) {
    return new Store(bytes, null);
  }

  /** So many elements that hold a sentinel and have not been written. */
  static Store poisoned(int count, int size, long sentinel) {
    Store store = new Store(new byte[Math.multiplyExact(count, size)], null);
    for (int i = 0; i < count; i++) {
      store.put(i, size, sentinel);
    }
    return new Store(store.bytes, new long[(store.bytes.length + Long.SIZE - 1) / Long.SIZE]);
  }

  @Nullable History history() {
    return history;
  }

  void watch(History accesses) {
    history = accesses;
  }

  int byteCount() {
    return bytes.length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, bytes.length);
  }

  /** The bits of an element, the upper ones zero. */
  long get(int place, int size) {
    return switch (size) {
      case 1 -> bytes[place] & 0xffL;
      case 2 -> (short) SHORT.get(bytes, place * 2) & 0xffffL;
      case 4 -> (int) INT.get(bytes, place * 4) & 0xffff_ffffL;
      default -> (long) LONG.get(bytes, place * 8);
    };
  }

  /** Writes an element. */
  void set(int place, int size, long bits) {
    put(place, size, bits);
    if (written != null) {
      // The bits of an element never cross words: they start at a multiple of its size.
      int first = place * size;
      written[first >> 6] |= ((1L << size) - 1) << first;
    }
  }

  private void put(int place, int size, long bits) {
    switch (size) {
      case 1 -> bytes[place] = (byte) bits;
      case 2 -> SHORT.set(bytes, place * 2, (short) bits);
      case 4 -> INT.set(bytes, place * 4, (int) bits);
      default -> LONG.set(bytes, place * 8, bits);
    }
  }

  /** The first of a run of elements of which some byte has not been written, or -1. */
  int firstUnwritten(int place, int length, int size) {
    if (written == null) {
      return -1;
    }
    long first = (long) place * size;
    long end = first + (long) length * size;
    long at = first;
    while (at < end) {
      long missing = ~written[(int) (at >> 6)] >>> at;
      if (missing != 0) {
        at += Long.numberOfTrailingZeros(missing);
        return at < end ? (int) (at / size) : -1;
      }
      at = (at | 63) + 1;
    }
    return -1;
  }
}
