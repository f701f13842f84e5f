// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A list of operations with arguments. Operations are linked into it, so insertion, removal and
 * splicing take constant time; "is before" is answered by numbers that are handed out when asked
 * for.
 */
public final class Block implements Iterable<Operation> {
  private final List<BlockArgument> arguments = new ArrayList<>();
  private @Nullable Operation first;
  private @Nullable Operation last;
  private @Nullable Region region;
  private boolean ordered;
  private int id = -1;

  /** The region that it is in, or null where it is detached. */
  public @Nullable Region region() {
    return region;
  }

  void setRegion(@Nullable Region parent) {
    region = parent;
  }

  /** The operation whose region it is in, or null where it is detached. */
  public @Nullable Operation parentOp() {
    return region == null ? null : region.parentOp();
  }

  /** The number that the last {@link Numbering} gave it, or -1. */
  public int id() {
    return id;
  }

  void setId(int number) {
    id = number;
  }

  /** The arguments, a view. */
  public List<BlockArgument> arguments() {
    return Collections.unmodifiableList(arguments);
  }

  /** One argument. */
  public BlockArgument argument(int index) {
    return arguments.get(index);
  }

  /** Adds an argument behind the others. */
  public BlockArgument addArgument(Type type, Location location) {
    BlockArgument argument = new BlockArgument(this, arguments.size(), type, location);
    arguments.add(argument);
    return argument;
  }

  /** Takes an unused argument away. */
  public void eraseArgument(int index) {
    if (!arguments.get(index).isUnused()) {
      throw new CompilerBug("a block argument is erased while it is used");
    }
    arguments.remove(index);
    for (int i = index; i < arguments.size(); i++) {
      arguments.get(i).setIndex(i);
    }
  }

  /** The first operation, or null. */
  public @Nullable Operation first() {
    return first;
  }

  /** The last operation, or null. */
  public @Nullable Operation last() {
    return last;
  }

  /** Has it no operations? */
  public boolean isEmpty() {
    return first == null;
  }

  /** The operations in order. The current one may be erased or moved while iterating. */
  @Override
  public Iterator<Operation> iterator() {
    return new Iterator<>() {
      private @Nullable Operation upcoming = first;

      @Override
      public boolean hasNext() {
        return upcoming != null;
      }

      @Override
      public Operation next() {
        Operation op = upcoming;
        if (op == null) {
          throw new NoSuchElementException();
        }
        upcoming = op.next();
        return op;
      }
    };
  }

  /** A copy of the list of operations, for loops that change it freely. */
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    for (Operation op : this) {
      all.add(op);
    }
    return all;
  }

  /** Puts a detached operation at the end. */
  public void append(Operation op) {
    insertBefore(op, null);
  }

  /** Puts a detached operation in front of another of this block; null stands for the end. */
  public void insertBefore(Operation op, @Nullable Operation anchor) {
    if (op.block() != null) {
      throw new CompilerBug("an operation is inserted while it is in a block");
    }
    Operation before = anchor == null ? last : anchor.previous();
    op.attach(this, before, anchor);
    if (before == null) {
      first = op;
    } else {
      before.setNext(op);
    }
    if (anchor == null) {
      last = op;
    } else {
      anchor.setPrevious(op);
    }
    ordered = false;
  }

  void unlink(Operation op) {
    Operation before = op.previous();
    Operation after = op.next();
    if (before == null) {
      first = after;
    } else {
      before.setNext(after);
    }
    if (after == null) {
      last = before;
    } else {
      after.setPrevious(before);
    }
    op.attach(null, null, null);
  }

  /** Moves {@code op} and everything behind it into a new block right behind this one. */
  public Block splitBefore(Operation op) {
    Block rest = new Block();
    if (region != null) {
      region.insertAfter(rest, this);
    }
    Operation moving = op;
    while (moving != null) {
      Operation following = moving.next();
      moving.remove();
      rest.append(moving);
      moving = following;
    }
    return rest;
  }

  /** The blocks of this region that end in a jump here, once for each jump, in order. */
  public List<Block> predecessors() {
    List<Block> found = new ArrayList<>();
    if (region != null) {
      for (Block block : region.blocks()) {
        Operation end = block.last();
        if (end != null) {
          for (Block successor : end.successors()) {
            if (successor == this) {
              found.add(block);
            }
          }
        }
      }
    }
    return found;
  }

  /** The blocks that its last operation may go to. */
  public List<Block> successors() {
    return last == null ? List.of() : last.successors();
  }

  boolean isBefore(Operation one, Operation other) {
    if (!ordered) {
      int number = 0;
      for (Operation op : this) {
        op.setOrder(number++);
      }
      ordered = true;
    }
    return one.order() < other.order();
  }
}
