// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import java.util.Arrays;

/**
 * How much has happened that something knows of: for each component, which is what does one thing
 * after the other, up to which time. Times only grow. Beside that it says up to which time a fence
 * has put what was written on the ordinary path in front of accesses on the asynchronous one.
 */
public final class Clock {
  private long[] times;
  private long[] fenced;

  /** Knows of nothing. */
  public Clock() {
    this(new long[0], new long[0]);
  }

  private Clock(long[] times, long[] fenced) {
    this.times = times;
    this.fenced = fenced;
  }

  /** The same, which from here on changes by itself. */
  public Clock copy() {
    return new Clock(times.clone(), fenced.clone());
  }

  /** A fence: all that it knows of comes before what is done on the asynchronous path from now. */
  public void fence() {
    fenced = merged(fenced, times);
  }

  /** Up to which time fences have put what a component wrote before the asynchronous path. */
  public long fencedAt(int component) {
    return component < fenced.length ? fenced[component] : 0;
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
    times = merged(times, other.times);
    fenced = merged(fenced, other.fenced);
  }

  private static long[] merged(long[] into, long[] from) {
    long[] result = from.length > into.length ? Arrays.copyOf(into, from.length) : into;
    for (int i = 0; i < from.length; i++) {
      result[i] = Math.max(result[i], from[i]);
    }
    return result;
  }
}
