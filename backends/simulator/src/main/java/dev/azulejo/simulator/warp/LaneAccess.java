// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Buffer;
import java.util.function.LongUnaryOperator;

/**
 * The accesses of one instruction to memory, lane by lane; refused where a GPU would get them
 * wrong: outside of what there is, misaligned, never written, in a race. One is made for each
 * instruction when it is decoded, and each execution calls {@link #begin} before the lanes access.
 */
final class LaneAccess {
  private final Space space;
  private final int bytes;
  private final Location place;

  /**
   * The accesses of an instruction.
   *
   * @param space the memory
   * @param bytes how many bytes a lane touches in one piece, whose address is a multiple of it
   * @param place where the instruction stands
   */
  LaneAccess(Space space, int bytes, Location place) {
    this.space = space;
    this.bytes = bytes;
    this.place = place;
  }

  /** Begins one execution of the instruction: what lanes do from here on happens at once. */
  void begin(Warp warp) {
    warp.beginAccess();
  }

  /** Reads a lane's piece as {@code to.length} equal elements, their bits with zeros above. */
  void load(Warp warp, int lane, long address, long[] to) {
    int at = check(warp, lane, address);
    Buffer memory = memory(warp, address);
    int size = bytes / to.length;
    for (int i = 0; i < to.length; i++) {
      to[i] = memory.bytesAt(at + i * size, size);
    }
  }

  /** Writes a lane's piece as {@code from.length} equal elements, of their bits the low ones. */
  void store(Warp warp, int lane, long address, long[] from) {
    int at = check(warp, lane, address);
    Buffer memory = memory(warp, address);
    int size = bytes / from.length;
    for (int i = 0; i < from.length; i++) {
      memory.setBytesAt(at + i * size, size, from[i]);
    }
  }

  /** Changes a lane's piece, one element, atomically; gives its bits from before. */
  long update(Warp warp, int lane, long address, LongUnaryOperator change) {
    int at = check(warp, lane, address);
    Buffer memory = memory(warp, address);
    long old = memory.bytesAt(at, bytes);
    memory.setBytesAt(at, bytes, change.applyAsLong(old));
    return old;
  }

  private Buffer memory(Warp warp, long address) {
    if (space == Space.SHARED) {
      return warp.block().shared().bytes();
    }
    GlobalMemory.Place found = warp.block().global().find(address);
    if (found == null) {
      throw warp.failure(place, 0, "accesses %s address 0x%x", space.word(), address);
    }
    return found.buffer();
  }

  private int check(Warp warp, int lane, long address) {
    if ((address & (bytes - 1)) != 0) {
      throw warp.failure(
          place, lane, "accesses %d bytes at 0x%x, no multiple of %d", bytes, address, bytes);
    }
    if (space == Space.SHARED) {
      return (int) address - SharedMemory.FIRST;
    }
    GlobalMemory.Place found = warp.block().global().find(address);
    return found == null ? 0 : (int) (address - found.address());
  }
}
