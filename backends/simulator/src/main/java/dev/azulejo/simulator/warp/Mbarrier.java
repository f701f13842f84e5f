// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A barrier in shared memory ({@code mbarrier}). A phase ends when as many arrivals have come as it
 * was made for and no bytes are outstanding; who finds a phase ended has seen what those who
 * arrived in it, or before, had done.
 */
final class Mbarrier {
  /** The most arrivals of a phase, and the most bytes that can be outstanding. */
  static final long MOST = (1L << 20) - 1;

  private static final int NAMED_PLACES = 3;

  private final int number;
  private final int address;
  private final long count;
  private final Location place;
  private final int maker;
  private final int made;
  private final Clock ended;
  private Clock current;
  private final int warps;
  private final int[] lastUse;
  private long pending;
  private long bytes;
  private int phase;
  private final List<Location> arrivals = new ArrayList<>();

  /**
   * A barrier in its first phase, which others see when they have seen its maker.
   *
   * @param maker the warp that makes it
   * @param address where it lies
   * @param count how many arrivals end a phase
   * @param place where it is made
   */
  Mbarrier(Warp maker, int address, long count, Location place) {
    this(
        maker.block().cluster(),
        address,
        count,
        place,
        maker.agent(),
        maker.clock().seen(maker.agent()));
  }

  /** A barrier in its first phase, which all see. */
  Mbarrier(ClusterRun cluster, int address, long count, Location place) {
    this(cluster, address, count, place, 0, 0);
  }

  private Mbarrier(
      ClusterRun cluster, int address, long count, Location place, int maker, int made) {
    this.number = cluster.newBarrier();
    this.address = address;
    this.count = count;
    this.pending = count;
    this.place = place;
    this.maker = maker;
    this.made = made;
    this.warps = cluster.warpCount();
    this.ended = new Clock(warps);
    this.current = new Clock(warps);
    this.lastUse = new int[warps];
  }

  /** Its number in the cluster. */
  int number() {
    return number;
  }

  /** Where it was made. */
  Location place() {
    return place;
  }

  /** Where it lies. */
  int address() {
    return address;
  }

  /** Which phase it is in, the first being 0. */
  int phase() {
    return phase;
  }

  /** How many arrivals end a phase. */
  long count() {
    return count;
  }

  /** How many arrivals its phase waits for; negative where too many came. */
  long pending() {
    return pending;
  }

  /** How many bytes its phase waits for; negative where they came before they were expected. */
  long bytes() {
    return bytes;
  }

  /** What those have seen that an ended phase lets go on. */
  Clock ended() {
    return ended;
  }

  /** May a warp use it: has it made it, or seen it made? */
  boolean isVisible(Warp warp) {
    Clock clock = warp.clock();
    return warp.agent() == maker || made <= clock.seen(maker) || made <= clock.announced(maker);
  }

  /** May what a warp begins count bytes on it: was it announced, as far as the warp has seen? */
  boolean isAnnounced(Warp warp) {
    return made <= warp.clock().announced(maker);
  }

  /** Notes that a warp uses it. */
  void use(Warp warp) {
    lastUse[warp.agent()] = warp.clock().seen(warp.agent());
  }

  /** Has a warp seen all uses of it? */
  boolean isDone(Warp warp) {
    for (int i = 0; i < warps; i++) {
      if (i != warp.agent() && lastUse[i] > warp.clock().seen(i)) {
        return false;
      }
    }
    return true;
  }

  /** More bytes are expected, or fewer are outstanding. */
  void expect(long more) {
    bytes += more;
  }

  /** One more arrival is needed in this phase. */
  void await() {
    pending++;
  }

  /** Somebody arrives who has seen something. */
  void arrive(Clock seen, Location from) {
    pending--;
    current.join(seen);
    if (arrivals.size() < NAMED_PLACES && !arrivals.contains(from)) {
      arrivals.add(from);
    }
  }

  /** What was begun by somebody who had seen phases end is over in this one. */
  void follow(Clock begun) {
    current.joinPhases(begun);
  }

  /** Somebody arrives of whom nothing is seen but which phases had ended when it was arranged. */
  void arriveSilently(Clock arranged) {
    pending--;
    current.joinPhases(arranged);
  }

  /** Ends its phase if nothing is missing; did it end? */
  boolean settle() {
    if (pending != 0 || bytes != 0) {
      return false;
    }
    phase++;
    pending = count;
    ended.join(current);
    ended.seePhases(number, phase);
    current = new Clock(warps);
    return true;
  }

  /** Places from which arrivals have come. */
  List<Location> arrivals() {
    return List.copyOf(arrivals);
  }

  /** What its phase lacks, for a message. */
  String missing() {
    String arrivalsText =
        String.format(Locale.ROOT, "%d of %d arrivals have come", count - pending, count);
    return bytes == 0
        ? arrivalsText
        : String.format(
            Locale.ROOT,
            bytes > 0 ? "%s and %d bytes are missing" : "%s and %d bytes came that nobody expected",
            arrivalsText,
            Math.abs(bytes));
  }
}
