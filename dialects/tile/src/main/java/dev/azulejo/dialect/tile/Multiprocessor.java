// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

/**
 * What the blocks that run on one multiprocessor of a GPU at the same time share.
 *
 * @param threads how many threads there may be
 * @param blocks how many blocks there may be
 * @param registers how many registers of 32 bits there are
 * @param sharedBytes how many bytes of shared memory there are
 */
public record Multiprocessor(long threads, long blocks, long registers, long sharedBytes) {
  /** What the system takes of shared memory for each block. */
  private static final long SYSTEM_BYTES = 1024;

  /** A warp gets its registers in pieces of so many. */
  private static final long PIECE = 256;

  private static final long LANES = 32;

  /** The multiprocessors of a GPU of NVIDIA from sm_80 on, as its programming guide has them. */
  public static Multiprocessor of(Target target) {
    long shared = target.sharedBytes() + SYSTEM_BYTES;
    return switch (target.generation()) {
      case 86 -> new Multiprocessor(1536, 16, 65536, shared);
      case 87 -> new Multiprocessor(1536, 16, 65536, shared);
      case 89 -> new Multiprocessor(1536, 24, 65536, shared);
      case 120, 121 -> new Multiprocessor(1536, 24, 65536, shared);
      default -> new Multiprocessor(2048, 32, 65536, shared);
    };
  }

  /** How many blocks with so much shared memory each there can be. */
  public long blocksByShared(long bytes) {
    return Math.min(blocks, sharedBytes / (bytes + SYSTEM_BYTES));
  }

  /** How many blocks of so many threads with so many registers each there can be. */
  public long blocksByRegisters(long threadsOfBlock, long registersOfThread) {
    long warps = Math.ceilDiv(threadsOfBlock, LANES);
    long each = Math.ceilDiv(Math.max(1, registersOfThread) * LANES, PIECE) * PIECE;
    return Math.min(blocks, registers / (warps * each));
  }

  /** How many blocks of so many threads there can be. */
  public long blocksByThreads(long threadsOfBlock) {
    long warps = Math.ceilDiv(threadsOfBlock, LANES);
    return Math.min(blocks, threads / (warps * LANES));
  }
}
