// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.Location;
import org.jspecify.annotations.Nullable;

/** A place in a block where operations are put, each behind the one before, and their location. */
public final class Inserter {
  private final Block block;
  private final @Nullable Operation before;
  private final Location location;
  private final Listener listener;

  private Inserter(Block block, @Nullable Operation before, Location location, Listener listener) {
    this.block = block;
    this.before = before;
    this.location = location;
    this.listener = listener;
  }

  /** In front of an operation, with its location. */
  public static Inserter before(Operation op) {
    return new Inserter(blockOf(op), op, op.location(), Listener.NONE);
  }

  /** Right behind an operation, with its location. */
  public static Inserter after(Operation op) {
    return new Inserter(blockOf(op), op.next(), op.location(), Listener.NONE);
  }

  /** At the start of a block. */
  public static Inserter atStart(Block block, Location location) {
    return new Inserter(block, block.first(), location, Listener.NONE);
  }

  /** At the end of a block. */
  public static Inserter atEnd(Block block, Location location) {
    return new Inserter(block, null, location, Listener.NONE);
  }

  /** At the end of another block, with this one's location and listener. */
  public Inserter atEndOf(Block other) {
    return new Inserter(other, null, location, listener);
  }

  /** The same place, for operations that come from somewhere else. */
  public Inserter withLocation(Location other) {
    return new Inserter(block, before, other, listener);
  }

  /** The same place, with a listener that hears of every insertion. */
  public Inserter withListener(Listener other) {
    return new Inserter(block, before, location, other);
  }

  /** The location that operations made here get. */
  public Location location() {
    return location;
  }

  /** The block. */
  public Block block() {
    return block;
  }

  /** Puts a detached operation here. */
  public <T extends Operation> T insert(T op) {
    block.insertBefore(op, before);
    listener.inserted(op);
    return op;
  }

  private static Block blockOf(Operation op) {
    Block block = op.block();
    if (block == null) {
      throw new IllegalArgumentException("the operation is in no block");
    }
    return block;
  }
}
