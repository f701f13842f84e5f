// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.verify;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.analysis.Symbols;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.trait.Symbol;
import dev.azulejo.ir.trait.SymbolTable;
import java.util.HashMap;
import java.util.Map;

/** Checks symbols and the tables that own them. */
final class SymbolVerifier {
  private SymbolVerifier() {}

  /** A symbol stands in a table, or in something unknown that might be one. */
  static boolean verifySymbol(Operation op, Report report) {
    Operation parent = op.parentOp();
    if (parent != null && parent.schema().isRegistered() && !(parent instanceof SymbolTable)) {
      return report.fail(op, "symbol's parent must have the SymbolTable trait");
    }
    return true;
  }

  /** A table has one block, and no two symbols of one name. */
  static boolean verifyTable(Operation table, Report report) {
    if (table.regionCount() != 1) {
      return report.fail(table, "Operations with a 'SymbolTable' must have exactly one region");
    }
    if (table.region(0).blocks().size() != 1) {
      return report.fail(table, "Operations with a 'SymbolTable' must have exactly one block");
    }
    Map<Attribute, Operation> symbols = new HashMap<>();
    for (Operation op : table.region(0).entry()) {
      Attribute name = op.attribute(Symbol.NAME_ATTRIBUTE);
      if (name == null) {
        continue;
      }
      Operation other = symbols.putIfAbsent(name, op);
      if (other != null) {
        Diagnostic error =
            Diagnostic.error(
                op.location(), "redefinition of symbol named '%s'", Symbols.text(name));
        return report.failWith(
            op, error.note(other.location(), "see existing symbol definition here"));
      }
    }
    return true;
  }
}
