// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.trait.NamesResults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that values print with. A region is numbered completely before the regions nested in
 * it, and sibling regions start at the same numbers; with unique names the counters run on, and
 * regions are taken from a stack, as mlir-opt does.
 */
final class ValueNames {
  /** Some results of one operation that share a name: {@code %3:2}. */
  record Pack(String name, int first, int size) {}

  private final boolean unique;
  private final boolean suggestions;
  private final Map<Value, String> names = new IdentityHashMap<>();

  /** Only of operations with several results: one result has a name of its own. */
  private final Map<Operation, List<Pack>> packs = new IdentityHashMap<>();

  private final Map<Block, String> blocks = new IdentityHashMap<>();

  private int nextValue;
  private int nextArgument;
  private int nextConflict;
  private Scope scope = new Scope(null);

  /** The suggested names that are taken in a region and those around it. */
  private record Scope(Set<String> taken, @Nullable Scope outer) {
    Scope(@Nullable Scope outer) {
      this(new HashSet<>(), outer);
    }

    boolean isTaken(String name) {
      Scope scope = this;
      while (scope != null) {
        if (scope.taken.contains(name)) {
          return true;
        }
        scope = scope.outer;
      }
      return false;
    }
  }

  /** A region that waits for its turn, with the counters that it starts from. */
  private record Pending(Region region, int value, int argument, int conflict, Scope outer) {}

  ValueNames(Operation root, PrintOptions options) {
    unique = options.generic() || options.uniqueNames();
    suggestions = !options.generic();
    Deque<Pending> stack = new ArrayDeque<>();
    nameResults(root);
    push(root, stack);
    while (!stack.isEmpty()) {
      Pending pending = stack.pop();
      if (!unique) {
        nextValue = pending.value();
        nextArgument = pending.argument();
        nextConflict = pending.conflict();
      }
      scope = new Scope(pending.outer());
      number(pending.region());
      for (Block block : pending.region().blocks()) {
        for (Operation op : block) {
          push(op, stack);
        }
      }
    }
  }

  private void push(Operation op, Deque<Pending> stack) {
    for (Region region : op.regions()) {
      stack.push(new Pending(region, nextValue, nextArgument, nextConflict, scope));
    }
  }

  private void number(Region region) {
    Operation parent = region.parentOp();
    if (suggestions && parent instanceof NamesResults namer) {
      namer.nameResults((value, name) -> {
        if (value instanceof BlockArgument argument && argument.owner().region() == region) {
          names.put(value, claim(name));
        }
      });
    }
    int blockNumber = 0;
    for (Block block : region.blocks()) {
      blocks.put(block, "^bb" + blockNumber++);
      boolean entry = block == region.entry();
      for (BlockArgument argument : block.arguments()) {
        if (!names.containsKey(argument)) {
          String name = entry ? claim("arg" + nextArgument++) : "%" + nextValue++;
          names.put(argument, name);
        }
      }
      for (Operation op : block) {
        nameResults(op);
      }
    }
  }

  private void nameResults(Operation op) {
    if (op.resultCount() == 0) {
      return;
    }
    if (suggestions && op instanceof NamesResults namer) {
      namer.nameResults((value, name) -> {
        if (value instanceof OpResult result && result.owner() == op) {
          names.put(value, claim(name));
        }
      });
    }
    if (op.resultCount() == 1) {
      if (!names.containsKey(op.result(0))) {
        names.put(op.result(0), "%" + nextValue++);
      }
      return;
    }
    packs.put(op, namePacks(op));
  }

  private List<Pack> namePacks(Operation op) {
    List<Pack> found = new ArrayList<>(1);
    int first = 0;
    for (int i = 1; i <= op.resultCount(); i++) {
      if (i == op.resultCount() || names.containsKey(op.result(i))) {
        String name = names.get(op.result(first));
        if (name == null) {
          name = "%" + nextValue++;
        }
        found.add(new Pack(name, first, i - first));
        for (int k = first; k < i; k++) {
          names.put(op.result(k), i - first == 1 ? name : name + "#" + (k - first));
        }
        first = i;
      }
    }
    return found;
  }

  private String claim(String suggestion) {
    String base = sanitize(suggestion);
    String name = base;
    while (scope.isTaken(name)) {
      name = base + "_" + nextConflict++;
    }
    scope.taken().add(name);
    return "%" + name;
  }

  private static String sanitize(String name) {
    StringBuilder clean = new StringBuilder();
    if (!name.isEmpty() && Lexer.isDigit(name.charAt(0))) {
      clean.append('_');
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ' ') {
        clean.append('_');
      } else if ((c < 0x80 && Character.isLetterOrDigit(c)) || "$._-".indexOf(c) >= 0) {
        clean.append(c);
      } else {
        clean.append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT));
      }
    }
    return clean.toString();
  }

  /** The name of a value, {@code %} included. */
  String of(Value value) {
    String name = names.get(value);
    return name == null ? "<<UNKNOWN SSA VALUE>>" : name;
  }

  /** The names of an operation's results as its left side binds them. */
  List<Pack> packs(Operation op) {
    return switch (op.resultCount()) {
      case 0 -> List.of();
      case 1 -> List.of(new Pack(of(op.result(0)), 0, 1));
      default -> packs.getOrDefault(op, List.of());
    };
  }

  /** The name of a block, {@code ^} included. */
  String of(Block block) {
    String name = blocks.get(block);
    return name == null ? "<<UNKNOWN BLOCK>>" : name;
  }
}
