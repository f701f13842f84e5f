// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.run;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import java.util.function.LongConsumer;

/** Counts the steps of a run, so that a program that never ends is found out. */
public final class Steps {
  /** As a power of two: about a million. */
  private static final int BETWEEN_REPORTS = 20;

  private final long most;
  private final LongConsumer reports;
  private long count;

  /** None yet, of a number that is possible; {@code reports} hears now and then how many. */
  public Steps(long most, LongConsumer reports) {
    this.most = most;
    this.reports = reports;
  }

  /** Some steps more, at a place of the program. */
  public void add(long more, Location place) {
    if (more > most - count) {
      throw new SimulationFailure(
          Diagnostic.error(place, "the run takes more than %d steps", most)
              .note(
                  place,
                  "the limit is there for programs that never end; a higher one can be asked for"));
    }
    long before = count;
    count += more;
    if (before >>> BETWEEN_REPORTS != count >>> BETWEEN_REPORTS) {
      reports.accept(count);
    }
  }

  /** How many so far. */
  public long count() {
    return count;
  }
}
