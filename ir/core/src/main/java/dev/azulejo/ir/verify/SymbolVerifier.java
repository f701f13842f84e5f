// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.verify;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.analysis.SymbolTables;
import dev.azulejo.ir.analysis.SymbolUser;
import dev.azulejo.ir.analysis.Symbols;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.trait.Symbol;
import dev.azulejo.ir.trait.SymbolTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks symbols and the tables that own them. */
final class SymbolVerifier {
  private SymbolVerifier() {}

  /** A symbol stands in a table, or in something unknown that might be one. */
  static boolean verifySymbol(Operation op, Report report) {
    if (op.attribute(Symbol.VISIBILITY_ATTRIBUTE) instanceof StringAttr visibility
        && !Symbol.VISIBILITIES.contains(visibility.value())) {
      return report.fail(
          op,
          "visibility expected to be one of [\"%s\"], but got \"%s\"",
          String.join("\", \"", Symbol.VISIBILITIES),
          visibility.value());
    }
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

  /**
   * Operations refer to symbols that are what they want. The regions are visited as upstream does,
   * the last one first, for only the first error is reported.
   */
  static boolean verifyUses(Operation table, Report report) {
    SymbolTables symbols = new SymbolTables();
    List<Region> open = new ArrayList<>(table.regions());
    while (!open.isEmpty()) {
      for (Block block : open.removeLast().blocks()) {
        for (Operation op : block) {
          if (op instanceof SymbolUser user && !verifyUse(op, user, symbols, report)) {
            return false;
          }
          if (!(op instanceof SymbolTable)) {
            open.addAll(op.regions());
          }
        }
      }
    }
    return true;
  }

  private static boolean verifyUse(
      Operation op, SymbolUser user, SymbolTables symbols, Report report) {
    Diagnostics own = report.about(op);
    user.verifySymbolUses(symbols, own);
    return !own.hasErrors();
  }
}
