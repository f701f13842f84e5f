// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The accesses to a buffer that a later one may still be in a race with. A race is two accesses to
 * one element, one of them a write, that nothing orders. Whether it happened to go well does not
 * matter.
 */
public final class History {
  private static final int MANY = 32;

  /** How many operations in the body of one loop over elements are told apart. */
  private static final int COLLECTING = 8;

  private final boolean shared;
  private final boolean judgesFences;
  private final Supplier<List<Clock>> everyone;
  private final List<BoxAccess> accesses = new ArrayList<>();
  private final List<BoxAccess> collecting = new ArrayList<>();
  private int swept = MANY;

  /**
   * No accesses yet.
   *
   * @param shared is it accessed by more than one? Else direct accesses are ordered by themselves
   * @param judgesFences must a fence stand between its two paths?
   * @param everyone what all know that may still access it
   */
  public History(boolean shared, boolean judgesFences, Supplier<List<Clock>> everyone) {
    this.shared = shared;
    this.judgesFences = judgesFences;
    this.everyone = everyone;
  }

  /** Refuses an access that is in a race with an earlier one, and keeps it for later ones. */
  public void add(BoxAccess access, Clock clock) {
    boolean kept = !shared && access.kind() == BoxAccess.Kind.DIRECT;
    for (int i = accesses.size() - 1; i >= 0; i--) {
      BoxAccess other = accesses.get(i);
      if (other.isOver(clock)) {
        if (lacksFence(access, other, clock)) {
          throw unfenced(access, other);
        }
        if (access.replaces(other)) {
          accesses.remove(i);
          collecting.clear();
          continue;
        }
      } else if (access.conflictsWith(other) && access.overlaps(other)) {
        throw race(access, other);
      }
      if (!kept && access.repeats(other)) {
        accesses.set(i, access);
        kept = true;
      }
    }
    if (!kept) {
      keep(access);
    }
  }

  /** The same for a direct access to one element. */
  public void addElement(
      Buffer buffer,
      int element,
      boolean write,
      String by,
      Location place,
      int component,
      long time,
      Clock clock) {
    BoxAccess access = collecting(buffer, write, place, component, time);
    if (access == null) {
      access = BoxAccess.ofElements(by, buffer, write, place, component, time);
      if (shared) {
        keep(access);
      }
      if (collecting.size() == COLLECTING) {
        collecting.removeFirst();
      }
      collecting.add(access);
    }
    if (access.add(element)) {
      for (BoxAccess other : accesses) {
        if (!other.isOver(clock) && access.conflictsWith(other) && other.touches(buffer, element)) {
          throw race(access, other);
        }
      }
    }
  }

  /** The access that an operation makes element by element, if it has begun to. */
  private @Nullable BoxAccess collecting(
      Buffer buffer, boolean write, Location place, int component, long time) {
    for (BoxAccess begun : collecting) {
      if (begun.collects(buffer, write, place, component, time)) {
        return begun;
      }
    }
    return null;
  }

  private void keep(BoxAccess access) {
    if (accesses.size() >= swept) {
      List<Clock> all = everyone.get();
      accesses.removeIf(old -> all.stream().allMatch(clock -> isForgotten(old, clock)));
      collecting.clear();
      swept = Math.max(MANY, 2 * accesses.size());
    }
    accesses.add(access);
  }

  private boolean isForgotten(BoxAccess old, Clock clock) {
    boolean matters = judgesFences && old.isOrdinaryWrite();
    return old.isOver(clock) && (!matters || old.isFenced(clock));
  }

  private boolean lacksFence(BoxAccess access, BoxAccess other, Clock clock) {
    return judgesFences
        && access.needsFence()
        && other.isOrdinaryWrite()
        && !other.isFenced(clock)
        && access.overlaps(other);
  }

  private static SimulationFailure unfenced(BoxAccess access, BoxAccess other) {
    return new SimulationFailure(
        Diagnostic.error(
                access.location(),
                "fence missing: %s on the asynchronous path, and no fence stands between that and an"
                    + " ordinary write",
                access.describe())
            .note(other.location(), "%s", other.describeAsOther()));
  }

  private static SimulationFailure race(BoxAccess access, BoxAccess other) {
    return new SimulationFailure(
        Diagnostic.error(
                access.location(),
                "race: %s, and nothing orders that and another access",
                access.describe())
            .note(other.location(), "%s", other.describeAsOther()));
  }
}
