// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.chain;

import java.util.Locale;
import java.util.Optional;

/** How the two products of a chain meet those of the iteration before. */
public enum ChainSchedule {
  /** Each product is waited for where it stands. */
  PLAIN("one product after the other"),
  /** The second product of an iteration and the first of the next are under way together. */
  JOINED("its second product beside the first of the next iteration"),
  /**
   * The first product of an iteration begins before the second of the one before, and both are
   * waited for before anything else.
   */
  SWAPPED("its second product behind the first of the next iteration"),
  /**
   * The first product of an iteration begins before the second of the one before, and what leads
   * from one to the other is done while that second one is still under way.
   */
  OVERLAPPED("its second product under what follows the first of the next iteration");

  private final String description;

  ChainSchedule(String description) {
    this.description = description;
  }

  /** The schedule of a name, if there is one. */
  public static Optional<ChainSchedule> of(String name) {
    for (ChainSchedule schedule : values()) {
      if (schedule.word().equals(name)) {
        return Optional.of(schedule);
      }
    }
    return Optional.empty();
  }

  /** What it is called. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What becomes of an iteration. */
  public String description() {
    return description;
  }
}
