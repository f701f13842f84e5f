// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of blocks that belongs to an operation; the first is the entry. */
public final class Region {
  private final List<Block> blocks = new ArrayList<>(1);
  private @Nullable Operation parentOp;

  /** A region without blocks that belongs to no operation yet. */
  public Region() {}

  /** The operation it belongs to, or null before there is one. */
  public @Nullable Operation parentOp() {
    return parentOp;
  }

  void setParentOp(Operation op) {
    parentOp = op;
  }

  /** The region around that of the operation it belongs to, or null. */
  public @Nullable Region parentRegion() {
    Block block = parentOp == null ? null : parentOp.block();
    return block == null ? null : block.region();
  }

  /** The blocks, a view. */
  public List<Block> blocks() {
    return Collections.unmodifiableList(blocks);
  }

  /** Has it no blocks? */
  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** The entry block; there must be one. */
  public Block entry() {
    return blocks.getFirst();
  }

  /** Puts a detached block at the end and returns it. */
  public Block append(Block block) {
    blocks.add(block);
    block.setRegion(this);
    return block;
  }

  /** Adds an empty block at the end. */
  public Block appendBlock() {
    return append(new Block());
  }

  /** Puts a detached block behind another of this region. */
  public void insertAfter(Block block, Block anchor) {
    blocks.add(blocks.indexOf(anchor) + 1, block);
    block.setRegion(this);
  }

  /** Takes a block out without touching what is in it. */
  public void remove(Block block) {
    blocks.remove(block);
    block.setRegion(null);
  }

  /** Moves all blocks of another region to the end of this one. */
  public void takeBlocks(Region other) {
    for (Block block : new ArrayList<>(other.blocks)) {
      other.remove(block);
      append(block);
    }
  }

  /** Is this region {@code other}, or does it lie inside of it? */
  public boolean isInside(Region other) {
    Region region = this;
    while (region != null) {
      if (region == other) {
        return true;
      }
      region = region.parentRegion();
    }
    return false;
  }
}
