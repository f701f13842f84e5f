// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import dev.azulejo.ir.diag.Location;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An array of barriers. A phase completes when its arrivals have come and its bytes are balanced;
 * then the next begins with the initial number of arrivals.
 */
public final class Barriers {
  private final Location location;
  private final long[] counts;
  private final long[] missing;
  private final long[] bytes;
  private final long[] phase;
  private final @Nullable Location[] lastArrival;

  /** Barriers in phase 0, made at some place of the program. */
  public Barriers(long[] counts, Location location) {
    this.location = location;
    this.counts = counts.clone();
    this.missing = counts.clone();
    this.bytes = new long[counts.length];
    this.phase = new long[counts.length];
    this.lastArrival = new Location[counts.length];
  }

  /** Where the program made them. */
  public Location location() {
    return location;
  }

  /** How many there are. */
  public int size() {
    return counts.length;
  }

  /** The phase that a barrier is in, from 0. */
  public long phase(int index) {
    return phase[index];
  }

  /** How many arrivals complete a phase. */
  public long arrivals(int index) {
    return counts[index];
  }

  /** How many arrivals its phase still needs. */
  public long missingArrivals(int index) {
    return missing[index];
  }

  /** How many bytes its phase still needs; negative where more came than were announced. */
  public long missingBytes(int index) {
    return bytes[index];
  }

  /** Has nothing come yet in the phase that it is in? */
  public boolean isFresh(int index) {
    return missing[index] == counts[index] && bytes[index] == 0;
  }

  /** What its phase still needs, for a message. */
  public String needs(int index) {
    return String.format(
        Locale.ROOT,
        "%d of %d arrivals and %s",
        missing[index],
        counts[index],
        bytes[index] < 0
            ? "has got " + -bytes[index] + " bytes that nobody expected"
            : bytes[index] + " bytes");
  }

  /** Where the latest arrival was, or null before the first. */
  public @Nullable Location lastArrival(int index) {
    return lastArrival[index];
  }

  /** Makes the phase wait for more bytes. */
  public void expect(int index, long more) {
    bytes[index] += more;
  }

  /** Some of the threads arrive, no more than the phase still needs. */
  public void arrive(int index, long arrivals, Location place) {
    missing[index] -= arrivals;
    lastArrival[index] = place;
    completeIfDone(index);
  }

  /** Bytes have come that the phase waits for. */
  public void deliver(int index, long come) {
    bytes[index] -= come;
    completeIfDone(index);
  }

  private void completeIfDone(int index) {
    if (missing[index] == 0 && bytes[index] == 0) {
      phase[index]++;
      missing[index] = counts[index];
    }
  }

  /** Has the phase of a parity completed, so that a wait for it passes? */
  public boolean isComplete(int index, int parity) {
    return (phase[index] & 1) != parity;
  }
}
