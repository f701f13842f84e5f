// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import java.util.ArrayList;
import java.util.List;

/** Gives the buffers in shared memory their addresses, with gaps, so that overruns are found. */
final class SharedPlaces {
  private static final int GAP = 16;

  private final List<SharedMemory.Piece> pieces = new ArrayList<>();
  private int end = SharedMemory.FIRST;

  /** The address of a buffer for which a place in the block's memory was chosen. */
  int at(String name, long offset, int size) {
    return add(name, Math.toIntExact(SharedMemory.FIRST + offset), size);
  }

  /** The address of a buffer behind all others. */
  int next(String name, int size, int align) {
    return add(name, Math.ceilDiv(end, align) * align, size);
  }

  private int add(String name, int address, int size) {
    pieces.add(new SharedMemory.Piece(name, address, size));
    end = Math.max(end, address + size + GAP);
    return address;
  }

  List<SharedMemory.Piece> pieces() {
    return List.copyOf(pieces);
  }
}
