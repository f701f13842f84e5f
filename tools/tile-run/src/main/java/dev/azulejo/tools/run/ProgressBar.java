// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.tools.execution.ShownProgress;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Shows how far a launch has come, on one line that is written over and wiped off in the end. A run
 * that ends soon shows nothing.
 */
final class ProgressBar implements ShownProgress {
  private static final long PATIENCE = Duration.ofMillis(500).toNanos();
  private static final long PERIOD = Duration.ofMillis(100).toNanos();
  private static final int WIDTH = 40;

  private static final long MILLION = 1_000_000;

  private final PrintStream err;
  private final boolean atOnce;
  private long next;
  private boolean shown;
  private long done;
  private long all;
  private long steps;

  /** A bar on {@code err}, at once or after a while. */
  ProgressBar(PrintStream err, boolean atOnce) {
    this.err = err;
    this.atOnce = atOnce;
    this.next = System.nanoTime() + (atOnce ? 0 : PATIENCE);
  }

  @Override
  public void blocks(long blocksDone, long blocksInAll) {
    done = blocksDone;
    all = blocksInAll;
    // The end of a launch is shown if its course was.
    show(done == all && (shown || atOnce));
  }

  @Override
  public void steps(long made) {
    steps = made;
    show(false);
  }

  private void show(boolean now) {
    long time = System.nanoTime();
    if (!now && time - next < 0) {
      return;
    }
    next = time + PERIOD;
    shown = true;
    StringBuilder line = new StringBuilder("\r");
    if (all > 0) {
      int filled = (int) (done * WIDTH / all);
      line.append('[').append("#".repeat(filled)).append(".".repeat(WIDTH - filled)).append("] ");
      line.append(done).append(" of ").append(all).append(" blocks");
    } else {
      line.append("running");
    }
    if (steps >= MILLION) {
      line.append(", ").append(steps / MILLION).append(" million steps");
    }
    err.print(line);
    err.flush();
  }

  @Override
  public void end() {
    if (shown) {
      err.print("\r" + " ".repeat(2 * WIDTH) + "\r");
      err.flush();
    }
    shown = false;
    done = 0;
    all = 0;
    steps = 0;
  }
}
