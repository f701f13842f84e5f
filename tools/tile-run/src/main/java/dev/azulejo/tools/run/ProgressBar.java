// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.simulator.Progress;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Shows how far a launch has come, on one line that is written over and wiped off in the end. A run
 * that ends soon shows nothing.
 */
final class ProgressBar implements Progress {
  private static final long PATIENCE = Duration.ofMillis(500).toNanos();
  private static final long PERIOD = Duration.ofMillis(100).toNanos();
  private static final int WIDTH = 40;

  private final PrintStream err;
  private final long patience;
  private long next;
  private boolean shown;

  /** A bar on {@code err}, at once or after a while. */
  ProgressBar(PrintStream err, boolean atOnce) {
    this.err = err;
    this.patience = atOnce ? 0 : PATIENCE;
    this.next = System.nanoTime() + patience;
  }

  @Override
  public void blocks(long done, long all) {
    long now = System.nanoTime();
    boolean last = done == all && (shown || patience == 0);
    if (!last && now - next < 0) {
      return;
    }
    next = now + PERIOD;
    shown = true;
    int filled = all == 0 ? WIDTH : (int) (done * WIDTH / all);
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    err.print("\r[" + bar + "] " + done + " of " + all + " blocks");
    err.flush();
  }

  /** Wipes the bar off. */
  void end() {
    if (shown) {
      err.print("\r" + " ".repeat(2 * WIDTH) + "\r");
      err.flush();
      shown = false;
    }
  }
}
