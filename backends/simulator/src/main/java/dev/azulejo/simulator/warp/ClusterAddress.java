// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

/** Addresses in the shared memory of the blocks of a cluster: the rank of the block is above. */
final class ClusterAddress {
  private static final int RANK_BIT = 24;
  private static final long LOCAL = (1L << RANK_BIT) - 1;

  private ClusterAddress() {}

  /** The address of another block's memory. */
  static long of(long address, int rank) {
    return (address & LOCAL) | (long) (rank + 1) << RANK_BIT;
  }

  /** The rank of the block that an address belongs to; of a block's own address, its own. */
  static int rank(long address, int own) {
    int said = (int) (address >>> RANK_BIT) & 0xff;
    return said == 0 ? own : said - 1;
  }

  /** The address in that block's memory. */
  static long local(long address) {
    return address & LOCAL;
  }
}
