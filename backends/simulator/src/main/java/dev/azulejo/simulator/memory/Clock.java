// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import java.util.Arrays;

/**
 * How much has happened that something knows of: for each component, which is what does one thing
 * after the other, up to which time. Times only grow.
 */
public final class Clock {
  private long[] times;

  /** Knows of nothing. */
  public Clock() {
    this(new long[0]);
  }

  private Clock(long[] times) {
    this.times = times;
  }

  /** The same, which from here on changes by itself. */
  public Clock copy() {
    return new Clock(times.clone());
  }

  /** Up to which time it knows of a component. */
  public long at(int component) {
    return component < times.length ? times[component] : 0;
  }

  /** Hears of a component up to a time. */
  public void hear(int component, long time) {
    if (component >= times.length) {
      times = Arrays.copyOf(times, Math.max(component + 1, 2 * times.length));
    }
    times[component] = Math.max(times[component], time);
  }

  /** Hears all that another one knows of. */
  public void hear(Clock other) {
    if (other.times.length > times.length) {
      times = Arrays.copyOf(times, other.times.length);
    }
    for (int i = 0; i < other.times.length; i++) {
      times[i] = Math.max(times[i], other.times[i]);
    }
  }
}
