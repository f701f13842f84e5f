// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.trait.BranchOp;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drops arguments of blocks that nothing needs, and what branches hand over for them. */
final class BlockArguments {
  private final Rewriter rewriter;
  private final Region region;
  private final BranchTable table;

  BlockArguments(Rewriter rewriter, Region region) {
    this.rewriter = rewriter;
    this.region = region;
    this.table = new BranchTable(region);
  }

  /** Uses the value itself where every branch hands over the same one. */
  void replaceRedundant() {
    for (Block block : region.blocks()) {
      if (!isFree(block)) {
        continue;
      }
      for (BlockArgument argument : block.arguments()) {
        Value only = onlyValue(argument);
        if (only != null) {
          rewriter.replaceAllUses(argument, only);
        }
      }
    }
  }

  private @Nullable Value onlyValue(BlockArgument argument) {
    Value only = null;
    for (Value value : table.incoming(argument)) {
      if (value == argument || value == only) {
        continue;
      }
      if (only != null) {
        return null;
      }
      only = value;
    }
    return only;
  }

  /** The arguments of the entry belong to the operation around the region and stay. */
  private boolean isFree(Block block) {
    return block != region.entry() && table.hasOnlyBranches(block);
  }

  /** Drops the arguments whose values reach nothing but other such arguments. */
  void dropUnused() {
    Map<BlockArgument, Boolean> needed = needed();
    List<BlockArgument> dropped = new ArrayList<>();
    for (Block block : region.blocks()) {
      for (int i = block.arguments().size() - 1; i >= 0; i--) {
        BlockArgument argument = block.argument(i);
        if (!needed.containsKey(argument)) {
          dropped.add(argument);
          handOverLess(block, i);
        }
      }
    }
    // All operands went before any argument does: dropped arguments may feed each other.
    for (BlockArgument argument : dropped) {
      argument.owner().eraseArgument(argument.index());
    }
  }

  private void handOverLess(Block block, int index) {
    for (BranchTable.Branch each : table.branches(block)) {
      List<Value> values = new ArrayList<>(each.values());
      values.remove(index);
      rewriter.modify(
          each.op(), () -> each.branch().setSuccessorOperands(each.successor(), values));
    }
  }

  private Map<BlockArgument, Boolean> needed() {
    Map<BlockArgument, Boolean> needed = new IdentityHashMap<>();
    List<BlockArgument> open = new ArrayList<>();
    for (Block block : region.blocks()) {
      boolean free = isFree(block);
      for (BlockArgument argument : block.arguments()) {
        if (!free || isUsedItself(argument)) {
          needed.put(argument, true);
          open.add(argument);
        }
      }
    }
    while (!open.isEmpty()) {
      BlockArgument argument = open.removeLast();
      for (Value value : table.incoming(argument)) {
        if (value instanceof BlockArgument source && needed.putIfAbsent(source, true) == null) {
          open.add(source);
        }
      }
    }
    return needed;
  }

  /** Is an argument used for anything but to be handed to another block? */
  private static boolean isUsedItself(BlockArgument argument) {
    for (Use use : argument.uses()) {
      Operation user = use.owner();
      if (!(user instanceof BranchOp branch) || !isHandedOver(user, branch, use)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHandedOver(Operation op, BranchOp branch, Use use) {
    for (int i = 0; i < op.successors().size(); i++) {
      int place = use.index() - branch.successorOperandStart(i);
      if (place >= 0 && place < branch.successorOperands(i).size()) {
        return true;
      }
    }
    return false;
  }
}
