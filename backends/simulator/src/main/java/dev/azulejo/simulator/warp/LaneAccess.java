// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.Locale;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The accesses of one instruction to memory, lane by lane; refused where a GPU would get them
 * wrong: outside of what there is, misaligned, never written, in a race. One is made for each
 * instruction when it is decoded, and each execution calls {@link #begin} before the lanes access.
 */
final class LaneAccess {
  private final Space space;
  private final int bytes;
  private final Location place;
  private final @Nullable BankCounter banks;

  /** Where the last checked access goes. */
  private Buffer memory = NOTHING;

  private static final Buffer NOTHING =
      Buffer.poisoned(dev.azulejo.simulator.data.ElementType.I8, new long[] {0});

  /**
   * The accesses of an instruction.
   *
   * @param space the memory
   * @param bytes how many bytes a lane touches in one piece, whose address is a multiple of it
   * @param place where the instruction stands
   */
  LaneAccess(Space space, int bytes, Location place) {
    this(space, bytes, place, null);
  }

  /** The same, and where they are to shared memory, a counter of how they use its banks. */
  LaneAccess(Space space, int bytes, Location place, @Nullable BankCounter banks) {
    this.space = space;
    this.bytes = bytes;
    this.place = place;
    this.banks = banks;
  }

  /** Begins one execution of the instruction: what lanes do from here on happens at once. */
  void begin(Warp warp) {
    warp.beginAccess();
    if (banks != null) {
      banks.begin();
    }
  }

  /** Reads a lane's piece as {@code to.length} equal elements, their bits with zeros above. */
  void load(Warp warp, int lane, long address, long[] to) {
    int at = check(warp, lane, address, bytes, Shadow.Kind.READ, null);
    int size = bytes / to.length;
    for (int i = 0; i < to.length; i++) {
      to[i] = memory.bytesAt(at + i * size, size);
    }
  }

  /** Writes a lane's piece as {@code from.length} equal elements, of their bits the low ones. */
  void store(Warp warp, int lane, long address, long[] from) {
    int at = check(warp, lane, address, bytes, Shadow.Kind.WRITE, null);
    int size = bytes / from.length;
    for (int i = 0; i < from.length; i++) {
      memory.setBytesAt(at + i * size, size, from[i]);
    }
  }

  /** Changes a lane's piece, one element, atomically; gives its bits from before. */
  long update(Warp warp, int lane, long address, LongUnaryOperator change) {
    int at = check(warp, lane, address, bytes, Shadow.Kind.ATOMIC, null);
    long old = memory.bytesAt(at, bytes);
    memory.setBytesAt(at, bytes, change.applyAsLong(old));
    return old;
  }

  /** Checks that a copy may write a lane's piece; gives where it lies in memory. */
  int target(Warp warp, int lane, long address, Transfer transfer) {
    return check(warp, lane, address, bytes, Shadow.Kind.WRITE, transfer);
  }

  /** Checks that a copy may read the first bytes of a lane's piece. */
  int source(Warp warp, int lane, long address, int size, Transfer transfer) {
    return check(warp, lane, address, size, Shadow.Kind.READ, transfer);
  }

  /** The memory of the piece that was checked last. */
  Buffer memory() {
    return memory;
  }

  /** Checks an access and gives where it lies in {@link #memory}. */
  private int check(
      Warp warp, int lane, long address, int count, Shadow.Kind kind, @Nullable Transfer transfer) {
    if ((address & (bytes - 1)) != 0) {
      throw warp.failure(
          place,
          lane,
          "%s %d bytes at the %s address 0x%x, which is no multiple of %d",
          Conflict.verb(kind),
          count,
          space.word(),
          address,
          bytes);
    }
    return switch (space) {
      case SHARED -> shared(warp, lane, address, count, kind, transfer);
      case GLOBAL -> global(warp, lane, address, count, kind, transfer);
      case LOCAL -> local(warp, lane, address, count, kind);
    };
  }

  private int shared(
      Warp warp, int lane, long address, int count, Shadow.Kind kind, @Nullable Transfer transfer) {
    SharedMemory shared = warp.block().shared();
    if (!shared.holds(address, count)) {
      throw warp.failure(
          place,
          lane,
          "%s %d bytes at the shared address 0x%x, where no buffer is: %s",
          Conflict.verb(kind),
          count,
          address,
          shared.describe());
    }
    Mbarrier barrier = shared.barriers().overlapping(address, count);
    if (barrier != null) {
      throw new SimulationFailure(
          warp.error(
                  place,
                  lane,
                  "%s %d bytes at the shared address 0x%x, where a barrier is",
                  Conflict.verb(kind),
                  count,
                  address)
              .note(barrier.place(), "the barrier was made here"));
    }
    if (banks != null) {
      banks.touch(lane, address);
    }
    memory = shared.bytes();
    int at = (int) address - SharedMemory.FIRST;
    touch(warp, lane, shared.shadow(), kind, at, address, count, transfer);
    return at;
  }

  private int global(
      Warp warp, int lane, long address, int count, Shadow.Kind kind, @Nullable Transfer transfer) {
    GlobalMemory.Place found = warp.block().global().find(address);
    if (found == null) {
      throw warp.failure(
          place,
          lane,
          "%s %d bytes at the global address 0x%x, where no buffer is",
          Conflict.verb(kind),
          count,
          address);
    }
    long at = address - found.address();
    if (at < 0 || at + count > found.buffer().byteCount()) {
      throw warp.failure(
          place,
          lane,
          "%s %d bytes at the global address 0x%x, byte %d of %s, which has %d",
          Conflict.verb(kind),
          count,
          address,
          at,
          found.name(),
          found.buffer().byteCount());
    }
    memory = found.buffer();
    touch(warp, lane, found.shadow(), kind, (int) at, address, count, transfer);
    return (int) at;
  }

  private int local(Warp warp, int lane, long address, int count, Shadow.Kind kind) {
    LocalMemory local = warp.local(lane);
    if (!local.holds(address, count)) {
      throw warp.failure(
          place,
          lane,
          "%s %d bytes at the local address 0x%x; the thread has %d bytes from 0x%x on",
          Conflict.verb(kind),
          count,
          address,
          local.size(),
          LocalMemory.FIRST);
    }
    memory = local.bytes();
    int at = (int) (address - LocalMemory.FIRST);
    requireWritten(warp, lane, kind, at, address, count);
    return at;
  }

  private void touch(
      Warp warp,
      int lane,
      Shadow shadow,
      Shadow.Kind kind,
      int at,
      long address,
      int count,
      @Nullable Transfer transfer) {
    // Buffers begin at multiples of 16 bytes, so that the piece lies in one cell.
    Shadow.Access other = shadow.touch(warp, lane, kind, at, count, transfer, place);
    if (other != null) {
      throw race(warp, lane, kind, address, count, other);
    }
    requireWritten(warp, lane, kind, at, address, count);
  }

  private void requireWritten(
      Warp warp, int lane, Shadow.Kind kind, int at, long address, int count) {
    if (kind == Shadow.Kind.WRITE) {
      return;
    }
    int missing = memory.firstUnwrittenByte(at, count);
    if (missing >= 0) {
      throw warp.failure(
          place,
          lane,
          "%s %d bytes at the %s address 0x%x, of which byte %d was never written",
          Conflict.verb(kind),
          count,
          space.word(),
          address,
          missing - at);
    }
  }

  private SimulationFailure race(
      Warp warp, int lane, Shadow.Kind kind, long address, int count, Shadow.Access other) {
    String what =
        String.format(
            Locale.ROOT,
            "%s %d bytes at the %s address 0x%x",
            Conflict.verb(kind),
            count,
            space.word(),
            address);
    return Conflict.of(warp, lane, what, other, place);
  }
}
