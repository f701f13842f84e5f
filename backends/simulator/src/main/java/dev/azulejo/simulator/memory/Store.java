// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import dev.azulejo.simulator.data.ElementType;
import java.util.Arrays;

/** The bits of elements, in arrays as narrow as they allow. */
abstract sealed class Store {

  static Store of(ElementType type, long count) {
    int size = Math.toIntExact(count);
    return switch (type.byteSize()) {
      case 1 -> new Bytes(new byte[size]);
      case 2 -> new Shorts(new short[size]);
      case 4 -> new Ints(new int[size]);
      default -> new Longs(new long[size]);
    };
  }

  abstract int size();

  /** The bits, the upper ones zero. */
  abstract long get(int place);

  abstract void set(int place, long bits);

  abstract void fill(long bits);

  private static final class Bytes extends Store {
    private final byte[] data;

    Bytes(byte[] data) {
      this.data = data;
    }

    @Override
    int size() {
      return data.length;
    }

    @Override
    long get(int place) {
      return data[place] & 0xffL;
    }

    @Override
    void set(int place, long bits) {
      data[place] = (byte) bits;
    }

    @Override
    void fill(long bits) {
      Arrays.fill(data, (byte) bits);
    }
  }

  private static final class Shorts extends Store {
    private final short[] data;

    Shorts(short[] data) {
      this.data = data;
    }

    @Override
    int size() {
      return data.length;
    }

    @Override
    long get(int place) {
      return data[place] & 0xffffL;
    }

    @Override
    void set(int place, long bits) {
      data[place] = (short) bits;
    }

    @Override
    void fill(long bits) {
      Arrays.fill(data, (short) bits);
    }
  }

  private static final class Ints extends Store {
    private final int[] data;

    Ints(int[] data) {
      this.data = data;
    }

    @Override
    int size() {
      return data.length;
    }

    @Override
    long get(int place) {
      return data[place] & 0xffff_ffffL;
    }

    @Override
    void set(int place, long bits) {
      data[place] = (int) bits;
    }

    @Override
    void fill(long bits) {
      Arrays.fill(data, (int) bits);
    }
  }

  private static final class Longs extends Store {
    private final long[] data;

    Longs(long[] data) {
      this.data = data;
    }

    @Override
    int size() {
      return data.length;
    }

    @Override
    long get(int place) {
      return data[place];
    }

    @Override
    void set(int place, long bits) {
      data[place] = bits;
    }

    @Override
    void fill(long bits) {
      Arrays.fill(data, bits);
    }
  }
}
