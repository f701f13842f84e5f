// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.verify;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.trait.BranchOp;
import dev.azulejo.ir.trait.GraphRegion;
import dev.azulejo.ir.trait.ImplicitTerminator;
import dev.azulejo.ir.trait.Symbol;
import dev.azulejo.ir.trait.SymbolTable;
import dev.azulejo.ir.trait.Terminator;
import java.util.List;

/** Checks what the traits of an operation promise. */
final class TraitVerifier {
  private TraitVerifier() {}

  /** Checks of the blocks of regions, which come before those of the schema. */
  static boolean verifyBlocks(Operation op, Report report) {
    if (op instanceof ImplicitTerminator implicit && !verifyEnds(op, implicit, report)) {
      return false;
    }
    return !(op instanceof GraphRegion) || verifyGraph(op, report);
  }

  /** Checks that need nothing of what is in the regions. */
  static boolean verify(Operation op, Report report) {
    if (op instanceof Terminator && op.next() != null) {
      return report.fail(op, "must be the last operation in the parent block");
    }
    if (op instanceof Symbol && !SymbolVerifier.verifySymbol(op, report)) {
      return false;
    }
    return !(op instanceof BranchOp branch) || verifyBranch(op, branch, report);
  }

  /** Checks that need the regions to be well-formed. */
  static boolean verifyRegions(Operation op, Report report) {
    return !(op instanceof SymbolTable)
        || (SymbolVerifier.verifyTable(op, report) && SymbolVerifier.verifyUses(op, report));
  }

  private static boolean verifyEnds(Operation op, ImplicitTerminator implicit, Report report) {
    String wanted = implicit.terminatorName();
    for (int i = 0; i < op.regionCount(); i++) {
      Region region = op.region(i);
      if (region.blocks().size() > 1) {
        return report.fail(op, "expects region #%d to have 0 or 1 blocks", i);
      }
      if (region.isEmpty()) {
        continue;
      }
      Operation last = region.entry().last();
      if (last == null) {
        return report.fail(op, "expects a non-empty block");
      }
      if (!last.name().equals(wanted)) {
        Diagnostic error =
            op.error("expects regions to end with '%s', found '%s'", wanted, last.name());
        return report.failWith(
            op,
            error.note(
                op.location(),
                "in custom textual format, the absence of terminator implies '%s'",
                wanted));
      }
    }
    return true;
  }

  private static boolean verifyGraph(Operation op, Report report) {
    for (int i = 0; i < op.regionCount(); i++) {
      if (op.region(i).blocks().size() > 1) {
        return report.fail(op, "expects region #%d to have 0 or 1 blocks", i);
      }
    }
    return true;
  }

  private static boolean verifyBranch(Operation op, BranchOp branch, Report report) {
    Diagnostics own = report.about(op);
    branch.verifySuccessorOperands(own);
    if (own.hasErrors()) {
      return false;
    }
    for (int i = 0; i < op.successors().size(); i++) {
      Block target = op.successors().get(i);
      List<Value> values = branch.successorOperands(i);
      if (values.size() != target.arguments().size()) {
        return report.failPlain(
            op,
            "branch has %d operands for successor #%d, but target block has %d",
            values.size(),
            i,
            target.arguments().size());
      }
      for (int j = 0; j < values.size(); j++) {
        if (!values.get(j).type().equals(target.argument(j).type())) {
          return report.failPlain(op, "type mismatch for bb argument #%d of successor #%d", j, i);
        }
      }
    }
    return true;
  }
}
