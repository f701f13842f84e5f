// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import java.util.List;
import java.util.Locale;

/** The shared memory of a block: bytes from an address on that is not zero. */
final class SharedMemory {
  /** The first address; what is in front belongs to the system on some GPUs. */
  static final int FIRST = 1024;

  private final List<Piece> pieces;
  private final Buffer bytes;
  private final Shadow shadow;
  private final Mbarriers barriers = new Mbarriers();

  /** A buffer in it: its name, its first address and its size. */
  record Piece(String name, int address, int size) {
    boolean holds(long from, int count) {
      return from >= address && from + count <= (long) address + size;
    }
  }

  /** Memory for buffers, in which nothing has been written. */
  SharedMemory(List<Piece> pieces) {
    int end = FIRST;
    for (Piece piece : pieces) {
      end = Math.max(end, piece.address() + piece.size());
    }
    this.pieces = pieces;
    this.bytes = Buffer.poisoned(ElementType.I8, new long[] {end - FIRST});
    this.shadow = new Shadow(end - FIRST, true);
  }

  /** Its bytes, from {@link #FIRST} on. */
  Buffer bytes() {
    return bytes;
  }

  /** Who touched what. */
  Shadow shadow() {
    return shadow;
  }

  /** The barriers that lie in it. */
  Mbarriers barriers() {
    return barriers;
  }

  /** Do bytes belong to one buffer? */
  boolean holds(long address, int count) {
    for (Piece piece : pieces) {
      if (piece.holds(address, count)) {
        return true;
      }
    }
    return false;
  }

  /** What there is, for a message. */
  String describe() {
    if (pieces.isEmpty()) {
      return "the block has none";
    }
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(
              String.format(
                  Locale.ROOT,
                  "%s has 0x%x to 0x%x (%d bytes)",
                  piece.name(),
                  piece.address(),
                  piece.address() + piece.size() - 1,
                  piece.size()));
    }
    return text.toString();
  }
}
