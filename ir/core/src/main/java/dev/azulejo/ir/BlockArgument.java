// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.Location;
import org.jspecify.annotations.Nullable;

/** An argument of a block. */
public final class BlockArgument extends Value {
  private final Block owner;
  private Location location;
  private int index;

  BlockArgument(Block owner, int index, Type type, Location location) {
    super(type);
    this.owner = owner;
    this.index = index;
    this.location = location;
  }

  /** The block. */
  public Block owner() {
    return owner;
  }

  /** Which of the block's arguments it is, from 0. */
  public int index() {
    return index;
  }

  void setIndex(int position) {
    index = position;
  }

  @Override
  public @Nullable Operation definingOp() {
    return null;
  }

  @Override
  public Block parentBlock() {
    return owner;
  }

  @Override
  public Location location() {
    return location;
  }

  /** Says that it comes from somewhere else. */
  public void setLocation(Location other) {
    location = other;
  }
}
