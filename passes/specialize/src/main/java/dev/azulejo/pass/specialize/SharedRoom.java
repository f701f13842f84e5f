// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.BarrierArrayType;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.builtin.MemRefType;

/**
 * The shared memory that the buffers of a launch leave.
 *
 * @param left how many bytes, where each buffer begins at a place that the engine takes
 */
record SharedRoom(long left) {
  /** Buffers of the engine begin at multiples of so many bytes, for the widest swizzle. */
  private static final long ALIGNMENT = 1024;

  private static final long BARRIER_BYTES = 8;

  static SharedRoom of(LaunchOp launch) {
    Target target = Target.of(launch);
    long[] taken = new long[2];
    launch.walk(op -> {
      if (op instanceof AllocOp alloc
          && Space.of(alloc.buffer()) == Space.SHARED
          && alloc.buffer().type() instanceof MemRefType type) {
        taken[0] += bytes(type);
      } else if (op instanceof dev.azulejo.dialect.barrier.AllocOp barriers
          && barriers.array().type() instanceof BarrierArrayType type) {
        taken[1] += type.size() * BARRIER_BYTES;
      }
    });
    long all = target == null ? 0 : target.sharedBytes();
    return new SharedRoom(all - taken[0] - aligned(taken[1]));
  }

  /** How many bytes a buffer of a type takes, with what lies unused behind it. */
  static long bytes(MemRefType type) {
    return aligned(Math.ceilDiv(type.bitSize(), Byte.SIZE));
  }

  private static long aligned(long bytes) {
    return Math.ceilDiv(bytes, ALIGNMENT) * ALIGNMENT;
  }
}
