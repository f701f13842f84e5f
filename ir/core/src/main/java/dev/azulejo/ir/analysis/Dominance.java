// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.analysis;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.trait.GraphRegion;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is certain to have been executed before what. Trees are built when first asked for, one a
 * region with several blocks; changes of the control flow make them stale.
 */
public final class Dominance {
  private final Map<Region, DominatorTree> trees = new IdentityHashMap<>();

  /** Knows nothing yet. */
  public Dominance() {}

  /** For use as an analysis: facts are found when asked for, so the operation says nothing. */
  public static Dominance of(Operation op) {
    return new Dominance();
  }

  /** The tree of a region. */
  public DominatorTree tree(Region region) {
    return trees.computeIfAbsent(region, DominatorTree::new);
  }

  /**
   * Does order mean something in a region? Always where it has several blocks; in a single block
   * unless the operation around it is a {@link GraphRegion}, or unknown and so might be one.
   */
  public static boolean isOrdered(Region region) {
    if (region.blocks().size() > 1) {
      return true;
    }
    Operation parent = region.parentOp();
    return parent == null || (parent.schema().isRegistered() && !(parent instanceof GraphRegion));
  }

  /** Can a block be reached from the entry of its region? */
  public boolean isReachable(Block block) {
    Region region = block.region();
    return region == null || region.blocks().size() == 1 || tree(region).isReachable(block);
  }

  /** Does a block dominate another, or a block that the other lies in? */
  public boolean dominates(Block block, Block other) {
    Block lifted = lift(block.region(), other);
    return lifted != null && dominatesInRegion(block, lifted);
  }

  /** May {@code user} use {@code value}? */
  public boolean properlyDominates(Value value, Operation user) {
    Block place = user.block();
    if (place == null) {
      return false;
    }
    return switch (value) {
      case BlockArgument argument -> dominates(argument.owner(), place);
      case OpResult result -> properlyDominates(result.owner(), user);
    };
  }

  /** Has {@code op} been executed, whole, whenever {@code other} is? */
  public boolean properlyDominates(Operation op, Operation other) {
    Block block = op.block();
    if (block == null) {
      return false;
    }
    Region region = block.region();
    Operation lifted = liftOp(region, other);
    if (lifted == null || lifted.block() == null) {
      return false;
    }
    if (lifted.block() != block) {
      return dominatesInRegion(block, lifted.block());
    }
    if (region != null && !isOrdered(region)) {
      // A value may even feed its own definition there.
      return true;
    }
    return op.isBeforeInBlock(lifted);
  }

  private boolean dominatesInRegion(Block block, Block other) {
    Region region = block.region();
    return block == other || (region != null && tree(region).dominates(block, other));
  }

  private static @Nullable Block lift(@Nullable Region region, Block inner) {
    Block block = inner;
    while (block != null && block.region() != region) {
      Operation parent = block.parentOp();
      block = parent == null ? null : parent.block();
    }
    return block;
  }

  private static @Nullable Operation liftOp(@Nullable Region region, Operation inner) {
    Operation op = inner;
    while (op != null && (op.block() == null || op.block().region() != region)) {
      op = op.parentOp();
    }
    return op;
  }
}
