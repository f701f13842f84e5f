// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A barrier with phases at some moment. A phase is over when all arrivals have come and the bytes
 * are balanced. Boxes that are on their way land together, and only when somebody waits for it:
 * that is as late as can be, and an earlier moment lets nobody else go on.
 */
final class BarrierState {
  private static final int BOX_WORDS = 2;
  private static final int LATE_WORDS = 3;
  private static final int MANY_BOXES = 16;
  private static final int[] NONE = new int[0];

  private final Barrier barrier;
  private int phase;
  private int pending;
  private long bytes;

  /** Footprint and bytes of each box on its way. */
  private int[] boxes = NONE;

  /** Agent, arrivals and number of copies of each arrival behind copies. */
  private int[] late = NONE;

  BarrierState(Barrier barrier) {
    this.barrier = barrier;
    this.pending = barrier.count();
  }

  BarrierState copy() {
    BarrierState copy = new BarrierState(barrier);
    copy.phase = phase;
    copy.pending = pending;
    copy.bytes = bytes;
    copy.boxes = boxes;
    copy.late = late;
    return copy;
  }

  int phase() {
    return phase;
  }

  /** Would a wait for a parity pass now? */
  boolean hasPassed(boolean parity) {
    return ((phase & 1) == 1) != parity;
  }

  /** Is nothing missing but what is on its way? */
  boolean canLand() {
    return (boxes.length > 0 || late.length > 0)
        && pending == lateArrivals()
        && bytes == bytesUnderWay();
  }

  /** Lets all that is on its way come; gives the agents and numbers of copies that are over. */
  int[] land() {
    int[] over = new int[late.length / LATE_WORDS * 2];
    for (int i = 0; i < late.length; i += LATE_WORDS) {
      over[i / LATE_WORDS * 2] = late[i];
      over[i / LATE_WORDS * 2 + 1] = late[i + 2];
    }
    boxes = NONE;
    late = NONE;
    bytes = 0;
    phase++;
    pending = barrier.count();
    return over;
  }

  private int lateArrivals() {
    int sum = 0;
    for (int i = 1; i < late.length; i += LATE_WORDS) {
      sum += late[i];
    }
    return sum;
  }

  long bytesUnderWay() {
    long sum = 0;
    for (int i = 1; i < boxes.length; i += BOX_WORDS) {
      sum += boxes[i];
    }
    return sum;
  }

  @Nullable Fault arrive(Site site, int count) {
    Fault tooMany = tooMany(site, count);
    if (tooMany != null) {
      return tooMany;
    }
    pending -= count;
    return settle(site);
  }

  @Nullable Fault arriveBehindCopies(Site site, int agent, int count, int copies) {
    Fault tooMany = tooMany(site, count);
    if (tooMany != null) {
      return tooMany;
    }
    late = append(late, agent, count, copies);
    return settle(site);
  }

  private @Nullable Fault tooMany(Site site, int count) {
    int missing = pending - lateArrivals();
    if (count <= missing) {
      return null;
    }
    return new Fault(
        site,
        Words.format(
            "wrong count of arrivals: arrives %d times at %s, whose phase %d needs %d more of %d",
            count, barrier.name(), phase, missing, barrier.count()),
        List.of(new Fault.Remark(barrier.site(), "the barrier is made here")));
  }

  @Nullable Fault expect(Site site, long more) {
    bytes += more;
    return settle(site);
  }

  @Nullable Fault send(Site site, int footprint, long count) {
    boxes = append(boxes, footprint, (int) count);
    return settle(site);
  }

  /** Ends the phase if nothing is missing, unless it could end while something is on its way. */
  private @Nullable Fault settle(Site site) {
    if (pending != lateArrivals()) {
      return null;
    }
    if (boxes.length > 0 && bytes != bytesUnderWay() && canEndEarly()) {
      return new Fault(
          site,
          Words.format(
              "wrong count of bytes: phase %d of %s can end while %d bytes are still on their way to"
                  + " it, for it waits for %d",
              phase, barrier.name(), bytesUnderWay(), bytes),
          List.of(new Fault.Remark(barrier.site(), "the barrier is made here")));
    }
    if (boxes.length == 0 && late.length == 0 && bytes == 0) {
      phase++;
      pending = barrier.count();
    }
    return null;
  }

  private boolean canEndEarly() {
    int count = boxes.length / BOX_WORDS;
    if (count > MANY_BOXES) {
      return bytes == 0;
    }
    for (int chosen = 0; chosen < (1 << count) - 1; chosen++) {
      long sum = 0;
      for (int i = 0; i < count; i++) {
        sum += (chosen >> i & 1) * (long) boxes[i * BOX_WORDS + 1];
      }
      if (sum == bytes) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong with initialising it again, or null. */
  @Nullable Fault initialize(Site site) {
    if (!isBetweenPhases()) {
      return new Fault(
          site,
          Words.format("initialises %s again while it is in use: %s", barrier.name(), describe()),
          List.of());
    }
    phase = 0;
    return null;
  }

  /** Has its phase not begun? */
  boolean isBetweenPhases() {
    return pending == barrier.count() && bytes == 0 && boxes.length == 0 && late.length == 0;
  }

  boolean hasBoxes() {
    return boxes.length > 0;
  }

  /** What its phase still lacks. */
  String describe() {
    long open = bytes - bytesUnderWay();
    String brought =
        open < 0
            ? "gets " + -open + " bytes that nobody expects"
            : "still needs " + open + " bytes that nobody brings";
    String arrivals =
        Words.format(
            "phase %d lacks %d of %d arrivals", phase, pending - lateArrivals(), barrier.count());
    return open == 0 ? arrivals : arrivals + " and " + brought;
  }

  /** The footprints of the boxes on their way. */
  void forEachBox(java.util.function.IntConsumer visitor) {
    for (int i = 0; i < boxes.length; i += BOX_WORDS) {
      visitor.accept(boxes[i]);
    }
  }

  private static int[] append(int[] words, int... more) {
    int[] longer = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, longer, words.length, more.length);
    return longer;
  }

  void write(Code code) {
    code.add(phase).add(pending).add((int) bytes).add(boxes).add(late);
  }

  static List<BarrierState> of(List<Barrier> barriers) {
    List<BarrierState> states = new ArrayList<>();
    barriers.forEach(barrier -> states.add(new BarrierState(barrier)));
    return states;
  }
}
