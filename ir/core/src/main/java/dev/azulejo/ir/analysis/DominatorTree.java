// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.analysis;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.impl.factory.primitive.IntLists;
import org.eclipse.collections.impl.factory.primitive.ObjectIntMaps;
import org.jspecify.annotations.Nullable;

/**
 * Which block of a region every way to another block leads through. Built by the iteration of
 * Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001), over the reverse
 * postorder; then each block gets an interval so that a question takes constant time.
 */
public final class DominatorTree {
  private static final int NONE = -1;

  private final MutableObjectIntMap<Block> numbers = ObjectIntMaps.mutable.empty();
  private final List<Block> order;
  private final int[] dominators;
  private final List<List<Block>> children = new ArrayList<>();
  private final int[] enter;
  private final int[] leave;

  /** The tree of the blocks of a region that are reachable from its entry. */
  public DominatorTree(Region region) {
    order = region.isEmpty() ? List.of() : reversePostorder(region.entry());
    for (int i = 0; i < order.size(); i++) {
      numbers.put(order.get(i), i);
    }
    dominators = new int[order.size()];
    enter = new int[order.size()];
    leave = new int[order.size()];
    findDominators();
    findChildren();
  }

  private static List<Block> reversePostorder(Block entry) {
    record Visit(Block block, int successor) {}

    List<Block> postorder = new ArrayList<>();
    MutableObjectIntMap<Block> seen = ObjectIntMaps.mutable.empty();
    List<Visit> stack = new ArrayList<>();
    seen.put(entry, 0);
    stack.add(new Visit(entry, 0));
    while (!stack.isEmpty()) {
      Visit visit = stack.removeLast();
      List<Block> successors = visit.block().successors();
      if (visit.successor() == successors.size()) {
        postorder.add(visit.block());
        continue;
      }
      stack.add(new Visit(visit.block(), visit.successor() + 1));
      Block next = successors.get(visit.successor());
      if (!seen.containsKey(next)) {
        seen.put(next, 0);
        stack.add(new Visit(next, 0));
      }
    }
    Collections.reverse(postorder);
    return postorder;
  }

  private void findDominators() {
    List<MutableIntList> predecessors = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      predecessors.add(IntLists.mutable.empty());
    }
    for (int i = 0; i < order.size(); i++) {
      for (Block successor : order.get(i).successors()) {
        predecessors.get(numbers.get(successor)).add(i);
      }
    }
    Arrays.fill(dominators, NONE);
    if (dominators.length > 0) {
      dominators[0] = 0;
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 1; i < dominators.length; i++) {
        int found = commonDominator(predecessors.get(i));
        if (dominators[i] != found) {
          dominators[i] = found;
          changed = true;
        }
      }
    }
  }

  private int commonDominator(MutableIntList predecessors) {
    int common = NONE;
    for (int i = 0; i < predecessors.size(); i++) {
      int each = predecessors.get(i);
      if (dominators[each] != NONE) {
        common = common == NONE ? each : intersect(each, common);
      }
    }
    return common;
  }

  private int intersect(int one, int other) {
    int a = one;
    int b = other;
    while (a != b) {
      if (a > b) {
        a = dominators[a];
      } else {
        b = dominators[b];
      }
    }
    return a;
  }

  private void findChildren() {
    for (int i = 0; i < order.size(); i++) {
      children.add(new ArrayList<>());
    }
    for (int i = 1; i < order.size(); i++) {
      children.get(dominators[i]).add(order.get(i));
    }
    // Sizes of subtrees, then intervals: a dominator comes before what it dominates.
    int[] size = new int[order.size()];
    Arrays.fill(size, 1);
    for (int i = order.size() - 1; i > 0; i--) {
      size[dominators[i]] += size[i];
    }
    int[] free = new int[order.size()];
    for (int i = 0; i < order.size(); i++) {
      enter[i] = i == 0 ? 0 : free[dominators[i]];
      leave[i] = enter[i] + size[i];
      free[i] = enter[i] + 1;
      if (i > 0) {
        free[dominators[i]] = leave[i];
      }
    }
  }

  /** Can the block be reached from the entry? */
  public boolean isReachable(Block block) {
    return numbers.containsKey(block);
  }

  /**
   * Does every way from the entry to {@code other} lead through {@code block}? A block dominates
   * itself; everything dominates what can't be reached.
   */
  public boolean dominates(Block block, Block other) {
    if (block == other) {
      return true;
    }
    int inner = numbers.getIfAbsent(other, NONE);
    if (inner == NONE) {
      return true;
    }
    int outer = numbers.getIfAbsent(block, NONE);
    return outer != NONE && enter[outer] <= enter[inner] && enter[inner] < leave[outer];
  }

  /** The nearest other block that dominates a block; null for the entry and the unreachable. */
  public @Nullable Block immediateDominator(Block block) {
    int number = numbers.getIfAbsent(block, NONE);
    return number <= 0 ? null : order.get(dominators[number]);
  }

  /** The blocks whose immediate dominator this is, in reverse postorder. */
  public List<Block> children(Block block) {
    int number = numbers.getIfAbsent(block, NONE);
    return number == NONE ? List.of() : Collections.unmodifiableList(children.get(number));
  }

  /** The reachable blocks in reverse postorder, a dominator before what it dominates. */
  public List<Block> reversePostorder() {
    return Collections.unmodifiableList(order);
  }
}
