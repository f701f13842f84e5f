// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.analysis;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.trait.SymbolTable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds symbols by their names. A table is read once, when it is first asked for; whoever adds,
 * renames or erases symbols asks a new one.
 */
public final class SymbolTables {
  private final Map<Operation, Map<String, Operation>> symbols = new IdentityHashMap<>();

  /** The nearest operation around {@code from}, itself included, that owns symbols, or null. */
  public static @Nullable Operation nearestTable(Operation from) {
    Operation op = from;
    while (op != null && !(op instanceof SymbolTable)) {
      op = op.parentOp();
    }
    return op;
  }

  /** The symbol that a name means at an operation, or null. */
  public @Nullable Operation find(Operation from, SymbolRefAttr name) {
    Operation table = nearestTable(from);
    Operation found = table == null ? null : in(table, name.root());
    for (String nested : name.nested()) {
      found = found instanceof SymbolTable ? in(found, nested) : null;
    }
    return found;
  }

  /** The symbol of a name directly in a table, or null. */
  public @Nullable Operation in(Operation table, String name) {
    return symbols.computeIfAbsent(table, SymbolTables::read).get(name);
  }

  private static Map<String, Operation> read(Operation table) {
    Map<String, Operation> byName = new HashMap<>();
    if (table.region(0).isEmpty()) {
      return byName;
    }
    for (Operation op : table.region(0).entry()) {
      String name = Symbols.name(op);
      if (!name.isEmpty()) {
        byName.putIfAbsent(name, op);
      }
    }
    return byName;
  }
}
