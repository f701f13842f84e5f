// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.analysis.DominatorTree;
import dev.azulejo.ir.trait.BranchOp;
import java.util.ArrayList;
import java.util.List;

/** Simplifies the blocks of regions: those that can't be reached, chains, and their arguments. */
final class RegionSimplifier {
  private final Rewriter rewriter;
  private final RegionSimplification level;

  RegionSimplifier(Rewriter rewriter, RegionSimplification level) {
    this.rewriter = rewriter;
    this.level = level;
  }

  /** Simplifies a region and all regions in it. */
  void simplify(Region region) {
    if (level == RegionSimplification.DISABLED) {
      return;
    }
    if (region.blocks().size() > 1) {
      eraseUnreachable(region);
      mergeChains(region);
      BlockArguments arguments = new BlockArguments(rewriter, region);
      if (level == RegionSimplification.AGGRESSIVE) {
        arguments.replaceRedundant();
      }
      arguments.dropUnused();
    }
    for (Block block : region.blocks()) {
      for (Operation op : block) {
        for (Region nested : op.regions()) {
          simplify(nested);
        }
      }
    }
  }

  private void eraseUnreachable(Region region) {
    DominatorTree tree = new DominatorTree(region);
    List<Block> dead = new ArrayList<>();
    for (Block block : region.blocks()) {
      if (!tree.isReachable(block)) {
        dead.add(block);
      }
    }
    rewriter.eraseBlocks(dead);
  }

  /** A block that only one jump leads to becomes part of the block that jumps. */
  private void mergeChains(Region region) {
    // Merging two blocks takes away the one way between them and no other.
    BranchTable table = new BranchTable(region);
    for (Block block : List.copyOf(region.blocks())) {
      if (block.region() != region) {
        continue;
      }
      Operation end = block.last();
      while (end instanceof BranchOp branch && isPlainJump(end, branch)) {
        Block next = end.successors().getFirst();
        if (next == block || next == region.entry() || table.count(next) != 1) {
          break;
        }
        List<Value> values = branch.successorOperands(0);
        rewriter.erase(end);
        rewriter.inlineAtEnd(next, block, values);
        end = block.last();
      }
    }
  }

  /** Does a branch do nothing but go to its only successor? */
  private static boolean isPlainJump(Operation op, BranchOp branch) {
    return op.successors().size() == 1
        && !(op instanceof Accessing)
        && op.resultCount() == 0
        && op.regionCount() == 0
        && branch.successorOperands(0).size() == op.operandCount();
  }
}
