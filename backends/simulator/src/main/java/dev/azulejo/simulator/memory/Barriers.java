// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * An array of barriers. A phase completes when its arrivals have come and its bytes are balanced;
 * then the next begins with the initial number of arrivals.
 */
public final class Barriers {
  private final long[] counts;
  private final long[] missing;
  private final long[] bytes;
  private final long[] phase;
  private final List<Deferred> deferred = new ArrayList<>();

  private record Deferred(int index, long arrivals, List<AsyncCopies.Pending> copies) {}

  /** Barriers in phase 0. */
  public Barriers(long[] counts) {
    this.counts = counts.clone();
    this.missing = counts.clone();
    this.bytes = new long[counts.length];
    this.phase = new long[counts.length];
  }

  /** How many there are. */
  public int size() {
    return counts.length;
  }

  /** The phase that a barrier is in, from 0. */
  public long phase(int index) {
    return phase[index];
  }

  /** How many arrivals its phase still needs. */
  public long missingArrivals(int index) {
    return missing[index];
  }

  /** How many bytes its phase still needs. */
  public long missingBytes(int index) {
    return bytes[index];
  }

  /** Makes the phase wait for more bytes. */
  public void expect(int index, long more) {
    bytes[index] += more;
  }

  /** Some of the threads arrive. */
  public void arrive(int index, long arrivals) {
    missing[index] -= arrivals;
    if (missing[index] == 0 && bytes[index] == 0) {
      phase[index]++;
      missing[index] = counts[index];
    }
  }

  /** Threads will arrive when the copies that are under way now have been completed. */
  public void defer(int index, long arrivals, List<AsyncCopies.Pending> copies) {
    deferred.add(new Deferred(index, arrivals, copies));
  }

  /** Lets the deferred arrivals of a barrier happen, and returns the copies that this completes. */
  public List<AsyncCopies.Pending> takeDeferred(int index) {
    List<AsyncCopies.Pending> completed = new ArrayList<>();
    for (Deferred each : List.copyOf(deferred)) {
      if (each.index() == index) {
        completed.addAll(each.copies());
        arrive(index, each.arrivals());
        deferred.remove(each);
      }
    }
    return completed;
  }

  /** Has the phase of a parity completed, so that a wait for it passes? */
  public boolean isComplete(int index, int parity) {
    return (phase[index] & 1) != parity;
  }
}
