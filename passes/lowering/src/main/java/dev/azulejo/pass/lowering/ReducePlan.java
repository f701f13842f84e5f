// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import java.util.BitSet;
import java.util.List;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How the parts of a reduction come together: first those of a thread, then those of the lanes of a
 * warp whose numbers differ in some bits, then those of units, which are warps or equal parts of
 * warps, at equal distances. A plan is found by looking at the table of parts, and it is right
 * because each output was seen to combine each of its elements once.
 */
final class ReducePlan {
  static final int LANES = 32;

  private static final int WRONG = -2;

  private final ReducedParts parts;
  private final List<IntArrayList> groups;
  private final int[] outputs;
  private final int unit;
  private final int laneMask;
  private final int units;
  private final int distance;

  private ReducePlan(
      ReducedParts parts,
      List<IntArrayList> groups,
      int unit,
      int laneMask,
      int units,
      int distance) {
    this.parts = parts;
    this.groups = groups;
    this.unit = unit;
    this.laneMask = laneMask;
    this.units = units;
    this.distance = distance;
    this.outputs = new int[parts.threads() * groups.size()];
  }

  /** A plan that combines each element once; null if there is none of this form. */
  static @Nullable ReducePlan of(ReducedParts parts) {
    List<IntArrayList> groups = groups(parts);
    int mask = 0;
    for (int bit = 1; bit < LANES && bit < parts.threads(); bit *= 2) {
      mask |= combines(parts, groups, bit) ? bit : 0;
    }
    for (int unit = LANES; unit >= 1; unit /= 2) {
      ReducePlan plan = of(parts, groups, unit, mask & (unit - 1));
      if (plan != null) {
        return plan;
      }
    }
    return null;
  }

  private static @Nullable ReducePlan of(
      ReducedParts parts, List<IntArrayList> groups, int unit, int mask) {
    ReducePlan alone = new ReducePlan(parts, groups, unit, mask, 1, 1);
    if (alone.isComplete()) {
      return alone;
    }
    int all = alone.allUnits();
    for (int count = 2; count <= all; count++) {
      for (int distance = 1; count * distance <= all; distance++) {
        ReducePlan plan = new ReducePlan(parts, groups, unit, mask, count, distance);
        if (all % (count * distance) == 0 && plan.isComplete()) {
          return plan;
        }
      }
    }
    return null;
  }

  // --- Within a thread --------------------------------------------------------------------------

  /** Registers whose elements go into the same output in every thread. */
  private static List<IntArrayList> groups(ReducedParts parts) {
    MutableList<IntArrayList> groups = FastList.newList();
    for (int register = 0; register < parts.registers(); register++) {
      IntArrayList home = null;
      for (IntArrayList group : groups) {
        if (goTogether(parts, group, register)) {
          home = group;
          break;
        }
      }
      if (home == null) {
        home = new IntArrayList();
        groups.add(home);
      }
      home.add(register);
    }
    return groups;
  }

  private static boolean goTogether(ReducedParts parts, IntArrayList group, int register) {
    for (int thread = 0; thread < parts.threads(); thread++) {
      int own = parts.output(thread, register);
      int others = output(parts, group, thread);
      if (own != ReducedParts.NONE && others != ReducedParts.NONE && own != others) {
        return false;
      }
    }
    return true;
  }

  private static int output(ReducedParts parts, IntArrayList group, int thread) {
    for (int i = 0; i < group.size(); i++) {
      int output = parts.output(thread, group.get(i));
      if (output != ReducedParts.NONE) {
        return output;
      }
    }
    return ReducedParts.NONE;
  }

  // --- Between lanes ----------------------------------------------------------------------------

  /** Have threads whose numbers differ in a bit other elements of the same outputs? */
  private static boolean combines(ReducedParts parts, List<IntArrayList> groups, int bit) {
    boolean some = false;
    for (int thread = 0; thread < parts.threads(); thread++) {
      int other = thread ^ bit;
      if (other >= parts.threads()) {
        return false;
      }
      for (IntArrayList group : groups) {
        int own = output(parts, group, thread);
        int others = output(parts, group, other);
        if (own == ReducedParts.NONE || others == ReducedParts.NONE) {
          continue;
        }
        if (own != others || haveSame(parts, group, thread, other)) {
          return false;
        }
        some = true;
      }
    }
    return some;
  }

  private static boolean haveSame(ReducedParts parts, IntArrayList group, int one, int other) {
    for (int i = 0; i < group.size(); i++) {
      int register = group.get(i);
      if (parts.has(one, register)
          && parts.number(one, register) == parts.number(other, register)) {
        return true;
      }
    }
    return false;
  }

  // --- The whole --------------------------------------------------------------------------------

  /** Does each output combine each of its elements once? Finds the outputs of threads, too. */
  private boolean isComplete() {
    BitSet seen = new BitSet(parts.length());
    for (int first = 0; first < parts.threads(); first++) {
      for (int group = 0; isFirst(first) && group < groups.size(); group++) {
        seen.clear();
        int output = combined(first, group, seen);
        if (output == WRONG || (output != ReducedParts.NONE && !isFull(seen))) {
          return false;
        }
        for (int i = 0; i < members(); i++) {
          outputs[member(first, i) * groups.size() + group] = output;
        }
      }
    }
    return true;
  }

  private boolean isFull(BitSet seen) {
    return seen.cardinality() == parts.length();
  }

  private int combined(int first, int group, BitSet seen) {
    int output = ReducedParts.NONE;
    for (int i = 0; i < members(); i++) {
      int thread = member(first, i);
      if (thread >= parts.threads()) {
        return WRONG;
      }
      IntArrayList registers = groups.get(group);
      for (int j = 0; j < registers.size(); j++) {
        int own = parts.output(thread, registers.get(j));
        if (own == ReducedParts.NONE) {
          continue;
        }
        int number = parts.number(thread, registers.get(j));
        if ((output != ReducedParts.NONE && output != own) || seen.get(number)) {
          return WRONG;
        }
        output = own;
        seen.set(number);
      }
    }
    return output;
  }

  /** Is a thread the first of those whose parts are combined? */
  boolean isFirst(int thread) {
    return (thread & laneMask) == 0 && thread / unit / distance % units == 0;
  }

  private int members() {
    return (1 << Integer.bitCount(laneMask)) * units;
  }

  /** A thread of those that combine their parts with a first one. */
  private int member(int first, int number) {
    int lane = Integer.expand(number / units, laneMask);
    return first + lane + number % units * distance * unit;
  }

  // --- What it says -----------------------------------------------------------------------------

  ReducedParts parts() {
    return parts;
  }

  /** The registers of a thread that go into one output, for each of its outputs. */
  List<IntArrayList> groups() {
    return groups;
  }

  /** The output that a thread has of a group in the end; none if nobody in reach has a part. */
  int output(int thread, int group) {
    return outputs[thread * groups.size() + group];
  }

  /** Has each thread the results that a fragment wants it to have? */
  boolean gives(ReducedParts wanted) {
    for (int thread = 0; thread < wanted.threads(); thread++) {
      for (int register = 0; register < wanted.registers(); register++) {
        if (wanted.has(thread, register) && !has(thread, wanted.output(thread, register))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean has(int thread, int output) {
    for (int group = 0; group < groups.size(); group++) {
      if (output(thread, group) == output) {
        return true;
      }
    }
    return false;
  }

  /** The bits of the lane's number in which those lanes differ that combine their parts. */
  int laneMask() {
    return laneMask;
  }

  /** How many threads a unit has: a power of two, at most a warp's. */
  int unit() {
    return unit;
  }

  /** How many units the block has. */
  int allUnits() {
    return Math.ceilDiv(parts.threads(), unit);
  }

  /** How many units combine their parts; 1 if each has all that it needs. */
  int units() {
    return units;
  }

  /** How many units further on the next one is. */
  int distance() {
    return distance;
  }
}
