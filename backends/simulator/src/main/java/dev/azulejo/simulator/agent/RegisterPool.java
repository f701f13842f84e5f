// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.agent;

import dev.azulejo.ir.diag.Location;
import java.util.Locale;

/**
 * The registers that a block was launched with, which its roles share out anew: one that wants
 * fewer gives some back, one that wants more waits until so many are there. The end of a role gives
 * nothing back.
 */
public final class RegisterPool {
  private static final long QUARTERS = 4;
  private static final long PER_LANE = 512;
  private static final long WARP_SIZE = 32;
  private static final long STEP = 8;
  private static final long MOST = 255;

  private final long launched;
  private final long threads;
  private long free;

  RegisterPool(long launched, long threads) {
    this.launched = launched;
    this.threads = threads;
  }

  /**
   * How many registers each thread of a block is launched with, where nothing says so: as many as
   * there are when so many blocks share a multiprocessor.
   */
  public static long launched(long threads, long blocks) {
    long warps = Math.ceilDiv(threads, WARP_SIZE) * blocks;
    return Math.min(MOST, PER_LANE / Math.ceilDiv(warps, QUARTERS)) / STEP * STEP;
  }

  /** The threads of an agent take hold of so many registers each, or wait for ever. */
  public void take(Agent agent, long count, Location place) {
    long needed = (count - launched) * agent.threads();
    agent.await(new RegisterWait(this, count, needed, place));
    free -= needed;
  }

  private record RegisterWait(RegisterPool pool, long count, long needed, Location place)
      implements Wait {
    @Override
    public boolean isOver() {
      return needed <= pool.free;
    }

    @Override
    public String describe() {
      return String.format(
          Locale.ROOT,
          "waits for %d registers a thread, %d more altogether, of which others have given back %d;"
              + " the block was launched with %d for each of %d threads",
          count,
          needed,
          pool.free,
          pool.launched,
          pool.threads);
    }
  }
}
