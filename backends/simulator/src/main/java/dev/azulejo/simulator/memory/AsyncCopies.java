// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous copies that a block has begun. Each moves its data at a moment of its own
 * between its beginning and the wait that covers it, in an order that a seed chooses. Whether
 * something may touch its target is decided by the waits alone, never by whether the data happen to
 * be there.
 */
public final class AsyncCopies {
  private final SplittableRandom random;
  private final List<Pending> open = new ArrayList<>();
  private final List<List<Pending>> committed = new ArrayList<>();

  /** A copy that no wait has covered yet. */
  public static final class Pending {
    private final Box source;
    private final Box target;
    private final Location location;
    private final Runnable move;
    private boolean moved;

    Pending(Box source, Box target, Location location, Runnable move) {
      this.source = source;
      this.target = target;
      this.location = location;
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
    random = new SplittableRandom(seed);
  }

  /** Begins a copy that {@code move} carries out. */
  public void begin(Box source, Box target, Location location, Runnable move) {
    open.add(new Pending(source, target, location, move));
  }

  /** Closes the open group. */
  public void commit() {
    committed.add(new ArrayList<>(open));
    open.clear();
  }

  /** Waits until at most {@code pending} of the latest groups are under way. */
  public void waitFor(long pending) {
    while (committed.size() > pending) {
      List<Pending> group = committed.removeFirst();
      while (!group.isEmpty()) {
        group.remove(random.nextInt(group.size())).finish();
      }
    }
  }

  /** The copies that no wait has covered, earliest first. */
  public List<Pending> underWay() {
    List<Pending> all = new ArrayList<>();
    committed.forEach(all::addAll);
    all.addAll(open);
    return all;
  }

  /** Covers some copies, because a barrier says that they are complete. */
  public void finish(List<Pending> copies) {
    copies.forEach(Pending::finish);
    committed.forEach(group -> group.removeAll(copies));
    open.removeAll(copies);
  }

  /** Lets time pass: some copies, or none, move their data. */
  public void progress() {
    maybeFinish(open);
    for (List<Pending> group : committed) {
      maybeFinish(group);
    }
  }

  private void maybeFinish(List<Pending> copies) {
    for (Pending copy : copies) {
      if (!copy.moved && random.nextInt(8) == 0) {
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
    for (List<Pending> group : committed) {
      for (Pending copy : group) {
        if (condition.test(copy)) {
          return copy;
        }
      }
    }
    for (Pending copy : open) {
      if (condition.test(copy)) {
        return copy;
      }
    }
    return null;
  }

  /** Is no copy under way? */
  public boolean isIdle() {
    return open.isEmpty() && committed.isEmpty();
  }
}
