// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.simulator.memory.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The buffers that the blocks of a grid see, each at an address of its own. Between any two lies a
 * gap that is larger than a buffer, so that an address outside of a buffer tells whose it was meant
 * to be. Addresses are multiples of 16 and of nothing more, which is all that kernels may expect.
 */
final class GlobalMemory {
  /** What a kernel may expect of addresses. */
  private static final int ALIGNMENT = 16;

  private static final int BITS = 32;
  private static final long MIDDLE = (1L << (BITS - 1)) + ALIGNMENT;

  /** A buffer in global memory. */
  record Place(Buffer buffer, String name, long address, Shadow shadow) {}

  /** Where maps are: above all buffers. */
  private static final long MAPS = 1L << 60;

  private static final int MAP_BYTES = 128;

  private final List<Place> places = new ArrayList<>();
  private final List<TensorMap> maps = new ArrayList<>();

  /** Gives a buffer an address; the same again for the same memory. */
  long place(Buffer buffer, String name) {
    return placeOf(buffer, name).address();
  }

  /** The buffer that an address belongs to, though it may lie outside; null for no buffer's. */
  @Nullable Place find(long address) {
    long number = (address >>> BITS) - 1;
    return number >= 0 && number < places.size() ? places.get((int) number) : null;
  }

  /** Gives a map an address; the same again for the same map. */
  long place(TensorMap map) {
    int index = 0;
    while (index < maps.size() && !maps.get(index).isLike(map)) {
      index++;
    }
    if (index == maps.size()) {
      maps.add(map);
    }
    return MAPS + (long) index * MAP_BYTES;
  }

  /** The map at an address, or null. */
  @Nullable TensorMap map(long address) {
    long index = (address - MAPS) / MAP_BYTES;
    boolean known = address >= MAPS && address % MAP_BYTES == 0 && index < maps.size();
    return known ? maps.get((int) index) : null;
  }

  /** Where a buffer is; it is given an address if it has none. */
  Place placeOf(Buffer buffer, String name) {
    for (Place place : places) {
      if (place.buffer().sharesMemoryWith(buffer)) {
        return place;
      }
    }
    long address = ((long) (places.size() + 1) << BITS) + MIDDLE;
    var made = new Place(buffer, name, address, new Shadow(buffer.byteCount(), false));
    places.add(made);
    return made;
  }
}
