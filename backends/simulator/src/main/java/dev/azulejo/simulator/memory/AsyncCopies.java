// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous copies that a block has begun. Each moves its data at a moment of its own
 * between its beginning and the wait that covers it, in an order that a seed chooses. Whether
 * something may touch its target is decided by the waits alone, never by whether the data happen to
 * be there.
 */
public final class AsyncCopies {
  /** The odds against a copy's data arriving at a given operation. */
  private static final int DELAY = 8;

  private final Random random;

  /** What no wait has covered, in the order of the beginnings; groups never decrease. */
  private final List<Pending> pending = new ArrayList<>();

  /** How many copies had been begun when each group was closed. */
  private final List<Long> closings = new ArrayList<>();

  private long begun;

  /** A copy that no wait has covered yet. */
  public static final class Pending {
    private final Box source;
    private final Box target;
    private final Location location;
    private final long group;
    private final Runnable move;
    private boolean moved;

    Pending(Box source, Box target, Location location, long group, Runnable move) {
      this.source = source;
      this.target = target;
      this.location = location;
      this.group = group;
      this.move = move;
    }

    /** Where the program began it. */
    public Location location() {
      return location;
    }

    private void finish() {
      if (!moved) {
        moved = true;
        move.run();
      }
    }
  }

  /** No copies, and a sequence of choices. */
  public AsyncCopies(long seed) {
    random = new Random(seed);
  }

  /** Begins a copy that {@code move} carries out. It joins the open group. */
  public void begin(Box source, Box target, Location location, Runnable move) {
    pending.add(new Pending(source, target, location, committed(), move));
    begun++;
  }

  /** Closes the open group, even if it is empty. */
  public void commit() {
    closings.add(begun);
  }

  /** Waits until at most so many of the latest closed groups are under way. */
  public void waitFor(long groups) {
    List<Pending> covered = new ArrayList<>();
    for (Pending copy : pending) {
      if (copy.group < committed() - groups) {
        covered.add(copy);
      }
    }
    finish(covered);
  }

  /** How many copies, the earliest, such a wait covers. */
  public long covered(long groups) {
    long last = committed() - groups - 1;
    return last < 0 ? 0 : closings.get((int) last);
  }

  /** The copies that no wait has covered, earliest first. */
  public List<Pending> underWay() {
    return List.copyOf(pending);
  }

  /** Covers some copies, because something says that they are complete. */
  public void finish(List<Pending> copies) {
    if (copies.isEmpty()) {
      return;
    }
    List<Pending> landing = new ArrayList<>(copies);
    Collections.shuffle(landing, random);
    landing.forEach(Pending::finish);
    pending.removeAll(copies);
  }

  /** Lets time pass: some copies, or none, move their data. */
  public void progress() {
    for (Pending copy : pending) {
      if (!copy.moved && random.nextInt(DELAY) == 0) {
        copy.finish();
      }
    }
  }

  /** A copy under way whose target overlaps what is read, or null. */
  public @Nullable Pending conflictWithRead(Box read) {
    return find(copy -> copy.target.overlaps(read));
  }

  /** A copy under way whose source or target overlaps what is written, or null. */
  public @Nullable Pending conflictWithWrite(Box written) {
    return find(copy -> copy.target.overlaps(written) || copy.source.overlaps(written));
  }

  private @Nullable Pending find(Predicate<Pending> condition) {
    for (Pending copy : pending) {
      if (condition.test(copy)) {
        return copy;
      }
    }
    return null;
  }

  /** Is no copy under way? */
  public boolean isIdle() {
    return pending.isEmpty();
  }

  /** How many groups have been closed. */
  public long committed() {
    return closings.size();
  }
}
