// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Buffer;
import java.util.Locale;

/** A box of a tensor and where it lies in a block's shared memory; the copies between the two. */
final class TensorBox {
  private static final int CELL = 16;
  private static final int CHUNK = 8;

  private final TensorMap map;
  private final int[] coordinates;
  private final SharedMemory shared;
  private final int address;

  TensorBox(TensorMap map, int[] coordinates, SharedMemory shared, int address) {
    this.map = map;
    this.coordinates = coordinates;
    this.shared = shared;
    this.address = address;
  }

  TensorMap map() {
    return map;
  }

  /** Checks that the box lies in a buffer of shared memory, aligned as it must be. */
  void requireShared(Warp warp, int lane, Location place) {
    int bytes = map.boxBytes();
    if (address % map.alignment() != 0) {
      throw warp.failure(
          place,
          lane,
          "copies a box at the shared address 0x%x, which is no multiple of %d",
          address,
          map.alignment());
    }
    if (!shared.holds(address, bytes)) {
      throw warp.failure(
          place,
          lane,
          "copies a box of %d bytes at the shared address 0x%x, where there is not as much: %s",
          bytes,
          address,
          shared.describe());
    }
    Mbarrier barrier = shared.barriers().overlapping(address, bytes);
    if (barrier != null) {
      throw warp.failure(
          place,
          lane,
          "copies a box of %d bytes at the shared address 0x%x, over the barrier at 0x%x",
          bytes,
          address,
          barrier.address());
    }
  }

  /** Notes the accesses to shared memory. */
  void touchShared(Warp warp, int lane, Shadow.Kind kind, Transfer transfer, Location place) {
    int first = address - SharedMemory.FIRST;
    int bytes = map.boxBytes();
    for (int at = first; at < first + bytes; at += CELL) {
      Shadow.Access other = shared.shadow().touch(warp, lane, kind, at, CELL, transfer, place);
      if (other != null) {
        throw conflict(warp, lane, kind, CELL, "shared", at + SharedMemory.FIRST, other, place);
      }
    }
    if (kind == Shadow.Kind.READ) {
      int missing = shared.bytes().firstUnwrittenByte(first, bytes);
      if (missing >= 0) {
        throw warp.failure(
            place,
            lane,
            "copies a box of %d bytes from the shared address 0x%x, of which byte %d was never"
                + " written",
            bytes,
            address,
            missing - first);
      }
    }
  }

  /** Notes the accesses to global memory; what lies outside of the tensor is not touched. */
  void touchGlobal(Warp warp, int lane, Shadow.Kind kind, Transfer transfer, Location place) {
    int first = map.first(coordinates);
    int end = map.end(coordinates);
    for (int row = 0; row < map.rows(); row++) {
      if (first < end && map.holdsRow(coordinates, row)) {
        long begin = map.row(coordinates, row);
        touchRow(
            warp,
            lane,
            kind,
            begin + (long) first * map.elementBytes(),
            begin + (long) end * map.elementBytes(),
            transfer,
            place);
      }
    }
  }

  private void touchRow(
      Warp warp,
      int lane,
      Shadow.Kind kind,
      long first,
      long end,
      Transfer transfer,
      Location place) {
    GlobalMemory.Place memory = map.memory();
    if (first < 0 || end > memory.buffer().byteCount()) {
      throw warp.failure(
          place,
          lane,
          "copies a box of which a row has bytes %d to %d of %s, which has %d",
          first,
          end - 1,
          memory.name(),
          memory.buffer().byteCount());
    }
    for (long at = first; at < end; at = (at / CELL + 1) * CELL) {
      int count = (int) (Math.min((at / CELL + 1) * CELL, end) - at);
      Shadow.Access other =
          memory.shadow().touch(warp, lane, kind, (int) at, count, transfer, place);
      if (other != null) {
        throw conflict(warp, lane, kind, count, "global", memory.address() + at, other, place);
      }
    }
    if (kind == Shadow.Kind.READ) {
      int missing = memory.buffer().firstUnwrittenByte((int) first, (int) (end - first));
      if (missing >= 0) {
        throw warp.failure(
            place,
            lane,
            "copies a box that has byte %d of %s, which was never written",
            missing,
            memory.name());
      }
    }
  }

  private static RuntimeException conflict(
      Warp warp,
      int lane,
      Shadow.Kind kind,
      int count,
      String space,
      long address,
      Shadow.Access other,
      Location place) {
    String what =
        String.format(
            Locale.ROOT,
            "%s %d bytes at the %s address 0x%x",
            Conflict.verb(kind),
            count,
            space,
            address);
    return Conflict.of(warp, lane, what, other, place);
  }

  /** Copies some rows to shared memory, with zeros for what lies outside of the tensor. */
  void load(int firstRow, int endRow) {
    for (int row = firstRow; row < endRow; row++) {
      move(row, true);
    }
  }

  /** Copies all rows to global memory, but for what lies outside of the tensor. */
  void store() {
    for (int row = 0; row < map.rows(); row++) {
      if (map.holdsRow(coordinates, row)) {
        move(row, false);
      }
    }
  }

  private void move(int row, boolean loads) {
    Buffer near = shared.bytes();
    Buffer far = map.buffer();
    int size = map.elementBytes();
    boolean inside = map.holdsRow(coordinates, row);
    int first = inside ? map.first(coordinates) * size : 0;
    int end = inside ? map.end(coordinates) * size : 0;
    long begin = map.row(coordinates, row);
    int step = begin % CHUNK == 0 && first % CHUNK == 0 && end % CHUNK == 0 ? CHUNK : size;
    int rowAddress = address + row * map.innerBytes();
    for (int at = 0; at < map.innerBytes(); at += step) {
      int to = map.swizzled(rowAddress + at) - SharedMemory.FIRST;
      boolean exists = at >= first && at < end;
      if (loads) {
        near.setBytesAt(to, step, exists ? far.bytesAt((int) (begin + at), step) : 0);
      } else if (exists) {
        far.setBytesAt((int) (begin + at), step, near.bytesAt(to, step));
      }
    }
  }
}
