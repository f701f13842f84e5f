// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.impl.block.factory.HashingStrategies;
import org.eclipse.collections.impl.map.strategy.mutable.UnifiedMapWithHashingStrategy;

/** Which value, and which block, of a copy stands for which of the original. */
public final class ValueMapping {
  private final Map<Value, Value> values =
      UnifiedMapWithHashingStrategy.newMap(HashingStrategies.identityStrategy());
  private final Map<Block, Block> blocks =
      UnifiedMapWithHashingStrategy.newMap(HashingStrategies.identityStrategy());

  /** Says that {@code copy} stands for {@code original}. */
  public ValueMapping put(Value original, Value copy) {
    values.put(original, copy);
    return this;
  }

  /** What stands for a value: itself, if nothing else does. */
  public Value get(Value original) {
    return values.getOrDefault(original, original);
  }

  /** What stands for a block: itself, if nothing else does. */
  public Block get(Block original) {
    return blocks.getOrDefault(original, original);
  }

  /** Another mapping that begins with what this one says. */
  public ValueMapping branch() {
    ValueMapping other = new ValueMapping();
    other.values.putAll(values);
    other.blocks.putAll(blocks);
    return other;
  }

  /** A copy of a region whose blocks and values stand for the original's from now on. */
  public Region copy(Region original) {
    Region region = new Region();
    for (Block block : original.blocks()) {
      Block copy = region.appendBlock();
      blocks.put(block, copy);
      for (BlockArgument argument : block.arguments()) {
        put(argument, copy.addArgument(argument.type(), argument.location()));
      }
    }
    List<Operation> copies = new ArrayList<>();
    for (Block block : original.blocks()) {
      for (Operation op : block) {
        Operation copy = op.copy(this);
        get(block).append(copy);
        copies.add(copy);
      }
    }
    // A use may stand before its definition: in a graph region, or in a later block.
    for (Operation copy : copies) {
      for (int i = 0; i < copy.operandCount(); i++) {
        copy.setOperand(i, get(copy.operand(i)));
      }
    }
    return region;
  }
}
