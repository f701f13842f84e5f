// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks of a region in an order in which each stands behind what it can be reached from, but
 * for jumps back to the head of a loop, and in which loops are in one piece: Bourdoncle's weak
 * topological order. Lanes that leave a loop wait behind it for those that are in it.
 */
final class BlockOrder {
  private final Map<Block, Integer> depths = new HashMap<>();
  private final Deque<Block> stack = new ArrayDeque<>();
  private int counter;

  /** A block's depth once its place is known. */
  private static final int DONE = Integer.MAX_VALUE;

  private BlockOrder() {}

  /** The blocks that can be reached. */
  static List<Block> of(Region region) {
    var order = new BlockOrder();
    List<Block> reversed = new ArrayList<>();
    order.visit(region.entry(), reversed);
    Collections.reverse(reversed);
    return reversed;
  }

  private int depth(Block block) {
    return depths.getOrDefault(block, 0);
  }

  private int visit(Block block, List<Block> reversed) {
    stack.push(block);
    depths.put(block, ++counter);
    int head = counter;
    boolean loops = false;
    for (Block next : successors(block)) {
      int least = depth(next) == 0 ? visit(next, reversed) : depth(next);
      if (least <= head) {
        head = least;
        loops = true;
      }
    }
    if (head == depth(block)) {
      depths.put(block, DONE);
      Block popped = stack.pop();
      if (loops) {
        while (popped != block) {
          depths.put(popped, 0);
          popped = stack.pop();
        }
        component(block, reversed);
      } else {
        reversed.add(block);
      }
    }
    return head;
  }

  /** A loop: what is in it, then, seen from behind, its head. */
  private void component(Block head, List<Block> reversed) {
    for (Block next : successors(head)) {
      if (depth(next) == 0) {
        visit(next, reversed);
      }
    }
    reversed.add(head);
  }

  private static List<Block> successors(Block block) {
    return block.last() == null ? List.of() : block.last().successors();
  }
}
