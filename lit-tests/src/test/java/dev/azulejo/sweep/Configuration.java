// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.sweep;

/**
 * One way to run a kernel.
 *
 * @param kernel which one
 * @param way how it goes down
 * @param stages how many stages its loops have
 * @param trips how often they turn; negative for as often as it is written
 */
record Configuration(SweptKernel kernel, Way way, int stages, int trips) {
  /** One whose trips depend on its stages, where the kernel's can be varied. */
  static Configuration of(SweptKernel kernel, Way way, int stages, Trips trips) {
    return new Configuration(kernel, way, stages, kernel.hasTrips() ? trips.count(stages) : -1);
  }

  /** The program to take down. */
  String text() {
    return kernel.text(stages, trips);
  }

  @Override
  public String toString() {
    return "%s %s stages=%d trips=%s"
        .formatted(kernel.name(), way, stages, trips < 0 ? "as written" : "" + trips);
  }
}
