// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Listener;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Location;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Changes IR and tells a listener of every change. Patterns change nothing past it, for then the
 * driver would not look again at what changed.
 */
public final class Rewriter {
  private final Dialects dialects;
  private final Listener listener;
  private long changes;

  /** A rewriter that nobody listens to. */
  public Rewriter(Dialects dialects) {
    this(dialects, Listener.NONE);
  }

  /** A rewriter that tells {@code heard} of every change. */
  public Rewriter(Dialects dialects, Listener heard) {
    this.dialects = dialects;
    this.listener =
        new Listener() {
          @Override
          public void inserted(Operation op) {
            changes++;
            heard.inserted(op);
          }

          @Override
          public void modified(Operation op) {
            changes++;
            heard.modified(op);
          }

          @Override
          public void erasing(Operation op) {
            changes++;
            heard.erasing(op);
          }

          @Override
          public void replacing(Value old, Value replacement) {
            changes++;
            heard.replacing(old, replacement);
          }
        };
  }

  /** The dialects that may be used. */
  public Dialects dialects() {
    return dialects;
  }

  /** How many changes went through here so far. */
  public long changeCount() {
    return changes;
  }

  // --- Places -----------------------------------------------------------------------------------

  /** In front of an operation, with its location. */
  public Inserter before(Operation op) {
    return Inserter.before(op).withListener(listener);
  }

  /** Right behind an operation, with its location. */
  public Inserter after(Operation op) {
    return Inserter.after(op).withListener(listener);
  }

  /** At the start of a block. */
  public Inserter atStart(Block block, Location location) {
    return Inserter.atStart(block, location).withListener(listener);
  }

  /** At the end of a block. */
  public Inserter atEnd(Block block, Location location) {
    return Inserter.atEnd(block, location).withListener(listener);
  }

  /**
   * A constant, made by the first dialect that has one for the attribute and the type.
   *
   * @return the constant, or null where no dialect has one
   */
  public @Nullable Value constant(Inserter at, Attribute value, Type type) {
    for (Dialect dialect : dialects.all()) {
      Operation op = dialect.constant(at, value, type);
      if (op != null) {
        return op.result(0);
      }
    }
    return null;
  }

  // --- Operations -------------------------------------------------------------------------------

  /** Puts values in the place of an operation's results, and erases it. */
  public void replace(Operation op, List<? extends Value> values) {
    if (values.size() != op.resultCount()) {
      throw new CompilerBug(
          "'%s' has %d results and is replaced by %d values"
              .formatted(op.name(), op.resultCount(), values.size()));
    }
    for (int i = 0; i < op.resultCount(); i++) {
      replaceAllUses(op.result(i), values.get(i));
    }
    erase(op);
  }

  /** Puts a value in the place of an operation's only result, and erases it. */
  public void replace(Operation op, Value value) {
    replace(op, List.of(value));
  }

  /** Puts another operation's results in the place of an operation's, and erases it. */
  public void replace(Operation op, Operation other) {
    List<OpResult> results = other.results();
    replace(op, results);
  }

  /** Erases an operation and all that is in it; its results must be unused. */
  public void erase(Operation op) {
    announceErasure(op);
    op.erase();
  }

  private void announceErasure(Operation op) {
    for (Region region : op.regions()) {
      for (Block block : region.blocks()) {
        for (Operation nested : block) {
          announceErasure(nested);
        }
      }
    }
    listener.erasing(op);
  }

  /** Changes operands, attributes or successors of an operation in place. */
  public void modify(Operation op, Runnable change) {
    change.run();
    listener.modified(op);
  }

  /** Makes every use of a value a use of another. */
  public void replaceAllUses(Value old, Value replacement) {
    if (old != replacement && !old.isUnused()) {
      listener.replacing(old, replacement);
      old.replaceAllUsesWith(replacement);
    }
  }

  /** Makes the uses of a value that {@code which} accepts uses of another. */
  public void replaceUses(Value old, Value replacement, Predicate<Use> which) {
    for (Use use : old.uses()) {
      if (which.test(use)) {
        use.set(replacement);
        listener.modified(use.owner());
      }
    }
  }

  /** Moves an operation in front of another. */
  public void moveBefore(Operation op, Operation other) {
    op.moveBefore(other);
    listener.modified(op);
  }

  /** Moves an operation to the end of a block. */
  public void moveToEnd(Operation op, Block block) {
    op.moveToEnd(block);
    listener.modified(op);
  }

  // --- Blocks -----------------------------------------------------------------------------------

  /** Moves {@code op} and everything behind it into a new block right behind its block. */
  public Block splitBefore(Operation op) {
    Block block = op.block();
    if (block == null) {
      throw new CompilerBug("a detached operation has no block to split");
    }
    changes++;
    return block.splitBefore(op);
  }

  /**
   * Moves the operations of a block in front of an operation, and takes the block away.
   *
   * @param arguments what stands for the arguments of the block from now on
   */
  public void inlineBefore(Block source, Operation anchor, List<? extends Value> arguments) {
    replaceArguments(source, arguments);
    for (Operation op : source) {
      moveBefore(op, anchor);
    }
    discard(source);
  }

  /** Moves the operations of a block to the end of another, and takes the block away. */
  public void inlineAtEnd(Block source, Block target, List<? extends Value> arguments) {
    replaceArguments(source, arguments);
    for (Operation op : source) {
      moveToEnd(op, target);
    }
    discard(source);
  }

  private void replaceArguments(Block source, List<? extends Value> arguments) {
    List<BlockArgument> old = source.arguments();
    if (old.size() != arguments.size()) {
      throw new CompilerBug(
          "a block with %d arguments is inlined with %d values"
              .formatted(old.size(), arguments.size()));
    }
    for (int i = 0; i < old.size(); i++) {
      replaceAllUses(old.get(i), arguments.get(i));
    }
  }

  private void discard(Block block) {
    Region region = block.region();
    if (region != null) {
      region.remove(block);
    }
    changes++;
  }

  /** Erases blocks that nothing outside of them uses or goes to; they may use each other. */
  public void eraseBlocks(List<Block> blocks) {
    for (Block block : blocks) {
      for (Operation op : block) {
        announceErasure(op);
      }
    }
    for (Block block : blocks) {
      for (Operation op : block) {
        op.dropAllReferences();
      }
    }
    for (Block block : blocks) {
      for (Operation op : block) {
        op.erase();
      }
      discard(block);
    }
  }
}
