// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.trait.BranchOp;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What leads to each block of a region, as it was when the table was made. */
final class BranchTable {

  /** One way into a block. */
  record Branch(Operation op, BranchOp branch, int successor) {
    /** The values that the block gets. */
    List<Value> values() {
      return branch.successorOperands(successor);
    }
  }

  private final Map<Block, List<Branch>> branches = new IdentityHashMap<>();
  private final Map<Block, Integer> ways = new IdentityHashMap<>();

  BranchTable(Region region) {
    for (Block block : region.blocks()) {
      Operation end = block.last();
      if (end == null) {
        continue;
      }
      for (int i = 0; i < end.successors().size(); i++) {
        Block target = end.successors().get(i);
        ways.merge(target, 1, Integer::sum);
        if (end instanceof BranchOp branch) {
          branches.computeIfAbsent(target, _ -> new ArrayList<>()).add(new Branch(end, branch, i));
        }
      }
    }
  }

  /** How many ways lead to a block. */
  int count(Block block) {
    return ways.getOrDefault(block, 0);
  }

  /** Is all that leads to a block a {@link BranchOp}, so that its arguments may change? */
  boolean hasOnlyBranches(Block block) {
    return branches(block).size() == count(block);
  }

  /** The branches that lead to a block. */
  List<Branch> branches(Block block) {
    return branches.getOrDefault(block, List.of());
  }

  /** What an argument may be. */
  List<Value> incoming(BlockArgument argument) {
    List<Value> values = new ArrayList<>();
    for (Branch branch : branches(argument.owner())) {
      values.add(branch.values().get(argument.index()));
    }
    return values;
  }
}
