// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.trait.ConstantLike;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constants of a tree of operations, each once, at the start of the nearest region that no
 * value from outside reaches. A new constant stands in front of the older ones.
 */
final class ConstantPool {
  private record Key(String dialect, Attribute value, Type type) {}

  private final Operation root;
  private final Rewriter rewriter;
  private final Map<Region, Map<Key, Operation>> homes = new IdentityHashMap<>();
  private final Map<Operation, Key> owned = new IdentityHashMap<>();

  ConstantPool(Operation root, Rewriter rewriter) {
    this.root = root;
    this.rewriter = rewriter;
  }

  /**
   * Takes in a constant: moves it to its home, or puts the one that is there already in its place.
   *
   * @return false if it was replaced and erased
   */
  boolean keep(Operation op, ConstantLike constant) {
    if (owned.containsKey(op)) {
      moveToFront(op, blockOf(op));
      return true;
    }
    Region home = home(blockOf(op));
    Key key = new Key(op.schema().dialectName(), constant.constantValue(), op.result(0).type());
    Operation known = homes.computeIfAbsent(home, _ -> new HashMap<>()).get(key);
    if (known != null) {
      moveToFront(known, blockOf(known));
      rewriter.replace(op, known);
      return false;
    }
    moveToFront(op, home.entry());
    put(home, key, op);
    return true;
  }

  /** The constant of a value for use at an operation, or null where no dialect has one. */
  @Nullable Operation get(Operation user, Attribute value, Type type) {
    Dialect own = rewriter.dialects().dialect(user.schema().dialectName());
    Operation found = own == null ? null : get(user, own, value, type);
    if (found != null) {
      return found;
    }
    for (Dialect dialect : rewriter.dialects().all()) {
      found = get(user, dialect, value, type);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Operation get(Operation user, Dialect dialect, Attribute value, Type type) {
    Region home = home(blockOf(user));
    Map<Key, Operation> constants = homes.computeIfAbsent(home, _ -> new HashMap<>());
    Operation known = constants.get(new Key(dialect.name(), value, type));
    if (known != null) {
      moveToFront(known, blockOf(known));
      return known;
    }
    Inserter start = rewriter.atStart(home.entry(), user.location());
    Operation made = dialect.constant(start, value, type);
    if (made == null) {
      return null;
    }
    // A dialect may make the constant of another; the key says what was really made.
    Key key = new Key(made.schema().dialectName(), value, type);
    Operation same = constants.get(key);
    if (same != null) {
      rewriter.erase(made);
      return same;
    }
    put(home, key, made);
    return made;
  }

  /** Forgets an operation that is about to be erased. */
  void forget(Operation op) {
    Key key = owned.remove(op);
    if (key != null) {
      for (Map<Key, Operation> constants : homes.values()) {
        constants.remove(key, op);
      }
    }
  }

  private void put(Region home, Key key, Operation op) {
    homes.computeIfAbsent(home, _ -> new HashMap<>()).put(key, op);
    owned.put(op, key);
  }

  /** Constants stand before everything else, so that they dominate what comes to use them. */
  private void moveToFront(Operation op, Block block) {
    Operation first = block.first();
    boolean inFront =
        op.block() == block
            && (first == op || (op.previous() != null && owned.containsKey(op.previous())));
    if (!inFront && first != null) {
      rewriter.moveBefore(op, first);
    }
  }

  private Region home(Block start) {
    Block block = start;
    while (true) {
      Region region = block.region();
      Operation parent = block.parentOp();
      if (region == null || parent == null) {
        throw new CompilerBug("a detached block has no place for constants");
      }
      boolean border = parent instanceof IsolatedFromAbove || !parent.schema().isRegistered();
      if (border || parent == root || parent.block() == null) {
        return region;
      }
      block = blockOf(parent);
    }
  }

  private static Block blockOf(Operation op) {
    Block block = op.block();
    if (block == null) {
      throw new CompilerBug("'" + op.name() + "' is in no block");
    }
    return block;
  }
}
